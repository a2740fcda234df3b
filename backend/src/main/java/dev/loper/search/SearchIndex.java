package dev.loper.search;

import dev.loper.conversation.Entry;
import dev.loper.customer.Customer;
import dev.loper.feed.Cursor;
import dev.loper.message.CustomerId;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/// The index on disk: a document an entry, and one a customer. With each commit it keeps how far the feed was followed and
/// whether it holds everything.
///
/// Safe for one writing thread and many that search.
final class SearchIndex implements AutoCloseable {

    static final String TEXT = "text";
    static final String TOPIC = "topic";
    static final String HOME = "home";
    /// Of a customer: all of theirs.
    static final String HOMES = "homes";
    /// An entry's id: the later, the greater.
    static final String ENTRY = "entry";
    static final String CUSTOMER = "customer";
    private static final String GENERATION = "generation";
    private static final String CURSOR = "cursor";
    private static final String WHOLE = "whole";
    private static final String FORM = "form";
    /// Of the documents. Those of another form are made anew.
    private static final String THIS_FORM = "1";

    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile Cursor cursor = Cursor.UNKNOWN;
    private volatile boolean whole;
    private volatile long generation;

    private SearchIndex(IndexWriter writer, SearcherManager searchers) {
        this.writer = writer;
        this.searchers = searchers;
        Map<String, String> kept = new HashMap<>();
        Optional.ofNullable(writer.getLiveCommitData()).ifPresent(data -> data.forEach(
                one -> kept.put(one.getKey(), one.getValue())));
        if (THIS_FORM.equals(kept.get(FORM))) {
            cursor = Cursor.parse(kept.getOrDefault(CURSOR, "")).orElse(Cursor.UNKNOWN);
            whole = Boolean.parseBoolean(kept.get(WHOLE));
            generation = Long.parseLong(kept.getOrDefault(GENERATION, "0"));
        }
    }

    /// Opens the index in a folder, or makes an empty one.
    ///
    /// @throws IOException if it cannot be read; then it is to be cleared away
    static SearchIndex open(Path folder, SearchText words) throws IOException {
        Directory directory = FSDirectory.open(folder);
        // Whoever is erased is to be in no file: even one document of a million has its segment written anew, and by the
        // writer itself, because a merge that others began is not waited for.
        TieredMergePolicy merges = new TieredMergePolicy().setForceMergeDeletesPctAllowed(0);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(words).setCommitOnClose(
                false).setMergePolicy(merges).setMergeScheduler(new SerialMergeScheduler()));
        return new SearchIndex(writer, new SearcherManager(writer, new SearcherFactory()));
    }

    /// How far the feed was followed.
    Cursor cursor() {
        return cursor;
    }

    /// Whether it holds everything that was said up to its cursor.
    boolean whole() {
        return whole;
    }

    /// How often it was made.
    long generation() {
        return generation;
    }

    void followed(Cursor to) {
        cursor = to;
    }

    /// Everything is put anew from here on; what is left of before when it is whole again was gone.
    void beginAnew(Cursor from) {
        generation++;
        whole = false;
        cursor = from;
        commit();
    }

    void becomeWhole() {
        attempt(() -> writer.deleteDocuments(LongPoint.newRangeQuery(GENERATION, Long.MIN_VALUE, generation - 1)));
        whole = true;
        commit();
    }

    void put(Entry entry) {
        Document document = document();
        document.add(new StringField(ENTRY, entry.id().value(), Field.Store.YES));
        document.add(new SortedDocValuesField(ENTRY, new BytesRef(entry.id().value())));
        document.add(new StringField(TOPIC, entry.topic().value(), Field.Store.YES));
        document.add(new StringField(HOME, entry.home().value(), Field.Store.YES));
        document.add(new TextField(TEXT, words(entry), Field.Store.NO));
        replace(new Term(ENTRY, entry.id().value()), document);
    }

    void put(Customer customer, Collection<HomeId> homes) {
        Document document = document();
        document.add(new StringField(CUSTOMER, customer.id().value(), Field.Store.NO));
        document.add(new SortedDocValuesField(CUSTOMER, new BytesRef(customer.id().value())));
        homes.forEach(home -> document.add(new StoredField(HOMES, home.value())));
        document.add(new TextField(TEXT, Stream.concat(Stream.of(customer.name()), customer.identities().stream().map(
                identity -> identity.address().value())).collect(Collectors.joining("\n")), Field.Store.NO));
        replace(new Term(CUSTOMER, customer.id().value()), document);
    }

    void remove(EntryId entry) {
        attempt(() -> writer.deleteDocuments(new Term(ENTRY, entry.value())));
    }

    /// Removes a customer and all that was said in these homes, from the files, too.
    void erase(CustomerId customer, Collection<HomeId> homes) {
        attempt(() -> writer.deleteDocuments(Stream.concat(Stream.of(new Term(CUSTOMER, customer.value())),
                homes.stream().map(home -> new Term(HOME, home.value()))).toArray(Term[]::new)));
        attempt(() -> {
            writer.forceMergeDeletes();
            return 0;
        });
        commit();
        // Whoever searched before holds the old files open, and they stay as long.
        attempt(() -> {
            searchers.maybeRefreshBlocking();
            return 0;
        });
    }

    /// What a search may find of an entry, its text first.
    static String words(Entry entry) {
        var body = entry.body();
        return Stream.of(Stream.of(body.text(), body.subject(), body.author().name(), body.from()), body.to().stream(),
                body.cc().stream(), entry.attachments().stream().map(attachment -> attachment.name())).flatMap(
                        part -> part).filter(part -> part != null && !part.isBlank()).collect(
                                Collectors.joining("\n"));
    }

    @FunctionalInterface
    interface Search<T> {

        T with(IndexSearcher searcher) throws IOException;
    }

    /// Searches what was put until now.
    <T> T search(Search<T> search) {
        try {
            searchers.maybeRefreshBlocking();
            IndexSearcher searcher = searchers.acquire();
            try {
                return search.with(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void commit() {
        Map<String, String> kept = Map.of(FORM, THIS_FORM, CURSOR, cursor.toString(), WHOLE, Boolean.toString(whole),
                GENERATION, Long.toString(generation));
        attempt(() -> {
            writer.setLiveCommitData(kept.entrySet());
            return writer.commit();
        });
    }

    private Document document() {
        Document document = new Document();
        document.add(new LongPoint(GENERATION, generation));
        return document;
    }

    private void replace(Term id, Document document) {
        attempt(() -> writer.updateDocument(id, document));
    }

    @FunctionalInterface
    private interface Write {

        long run() throws IOException;
    }

    private static void attempt(Write write) {
        try {
            write.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        writer.getDirectory().close();
    }
}
