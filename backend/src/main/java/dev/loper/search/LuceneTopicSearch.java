package dev.loper.search;

import dev.loper.conversation.Entry;
import dev.loper.conversation.Topic;
import dev.loper.conversation.TopicSearch;
import dev.loper.conversation.Timeline;
import dev.loper.conversation.Topics;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.TopicId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds topics in the index, what was said last first. An entry matches by its own words, or because its customer's name or
/// addresses do.
@Component
class LuceneTopicSearch implements TopicSearch {

    private static final Sort LAST_FIRST = new Sort(new SortField(SearchIndex.ENTRY, SortField.Type.STRING, true));
    private static final int BATCH = 200;
    /// Matches looked at for one page; who may see few topics of many gets a short page, with the way to the next.
    private static final int AT_MOST = 20 * BATCH;
    private static final int CUSTOMERS = 200;

    private final SearchIndex index;
    private final SearchText words;
    private final Passages passages;
    private final Topics topics;
    private final Timeline timeline;

    LuceneTopicSearch(SearchIndex index, SearchText words, Passages passages, Topics topics, Timeline timeline) {
        this.index = index;
        this.words = words;
        this.passages = passages;
        this.topics = topics;
        this.timeline = timeline;
    }

    /// An entry that matches.
    private record Match(EntryId entry, HomeId home, TopicId topic) {}

    /// A page of matches by topic, the newest of each; and where they end.
    private record Found(Map<Topic, Match> byTopic, @Nullable String next) {}

    @Override
    public Hits find(String typed, @Nullable String cursor, int limit, Predicate<Topic> wanted) {
        Query said = words.query(SearchIndex.TEXT, typed);
        Found found = index.search(searcher -> find(searcher, entries(searcher, said), cursor, limit, wanted));
        Map<EntryId, HomeId> places = new HashMap<>();
        found.byTopic().values().forEach(match -> places.put(match.entry(), match.home()));
        Map<EntryId, Entry> read = timeline.find(places).stream().collect(Collectors.toMap(Entry::id, entry -> entry));
        List<Hit> hits = found.byTopic().entrySet().stream().map(
                one -> new Hit(one.getKey(), passage(said, one.getKey(), read.get(one.getValue().entry())))).toList();
        return new Hits(hits, found.next(), index.whole());
    }

    /// An entry that has gone to another topic since says nothing here.
    private String passage(Query said, Topic topic, @Nullable Entry entry) {
        return entry == null || !entry.topic().equals(topic.id()) ? "" : passages.of(said, entry.body().text());
    }

    private static Query entries(IndexSearcher searcher, Query said) throws IOException {
        Query customers = new BooleanQuery.Builder().add(said, Occur.MUST).add(
                new FieldExistsQuery(SearchIndex.CUSTOMER), Occur.FILTER).build();
        Set<BytesRef> homes = new HashSet<>();
        StoredFields stored = searcher.storedFields();
        for (ScoreDoc hit : searcher.search(customers, CUSTOMERS).scoreDocs) {
            for (String home : stored.document(hit.doc).getValues(SearchIndex.HOMES)) {
                homes.add(new BytesRef(home));
            }
        }
        return new BooleanQuery.Builder().add(said, Occur.SHOULD).add(new TermInSetQuery(SearchIndex.HOME, homes),
                Occur.SHOULD).setMinimumNumberShouldMatch(1).add(new FieldExistsQuery(SearchIndex.ENTRY),
                        Occur.FILTER).build();
    }

    private Found find(IndexSearcher searcher, Query query, @Nullable String cursor, int limit,
            Predicate<Topic> wanted) throws IOException {
        Map<Topic, Match> byTopic = new LinkedHashMap<>();
        Set<TopicId> seen = new HashSet<>();
        String at = cursor;
        for (int looked = 0; looked < AT_MOST; looked += BATCH) {
            List<Match> batch = batch(searcher, query, at);
            Map<TopicId, Match> fresh = new LinkedHashMap<>();
            batch.stream().filter(match -> seen.add(match.topic())).forEach(match -> fresh.put(match.topic(), match));
            if (cursor != null) {
                onEarlierPages(searcher, query, cursor, fresh.keySet()).forEach(fresh::remove);
            }
            for (Topic topic : topics.find(List.copyOf(fresh.keySet()))) {
                Match match = fresh.get(topic.id());
                if (match != null && wanted.test(topic)) {
                    byTopic.put(topic, match);
                    if (byTopic.size() == limit) {
                        return new Found(byTopic, match.entry().value());
                    }
                }
            }
            if (batch.size() < BATCH) {
                return new Found(byTopic, null);
            }
            at = batch.getLast().entry().value();
        }
        return new Found(byTopic, at);
    }

    private static List<Match> batch(IndexSearcher searcher, Query query, @Nullable String after) throws IOException {
        FieldDoc before = after == null ? null : new FieldDoc(0, Float.NaN, new Object[]{new BytesRef(after)});
        List<Match> matches = new ArrayList<>();
        StoredFields stored = searcher.storedFields();
        for (ScoreDoc hit : searcher.searchAfter(before, query, BATCH, LAST_FIRST).scoreDocs) {
            var document = stored.document(hit.doc);
            matches.add(new Match(new EntryId(document.get(SearchIndex.ENTRY)),
                    new HomeId(document.get(SearchIndex.HOME)), new TopicId(document.get(SearchIndex.TOPIC))));
        }
        return matches;
    }

    /// A topic stands where its newest match does, so those that have one before this page were shown.
    private static Set<TopicId> onEarlierPages(IndexSearcher searcher, Query query, String cursor,
            Set<TopicId> topics) throws IOException {
        Query newer = TermRangeQuery.newStringRange(SearchIndex.ENTRY, cursor, null, true, false);
        Set<TopicId> shown = new HashSet<>();
        for (TopicId topic : topics) {
            Query earlier = new BooleanQuery.Builder().add(query, Occur.FILTER).add(newer, Occur.FILTER).add(
                    new TermQuery(new Term(SearchIndex.TOPIC, topic.value())),
                    Occur.FILTER).build();
            if (searcher.count(earlier) > 0) {
                shown.add(topic);
            }
        }
        return shown;
    }
}
