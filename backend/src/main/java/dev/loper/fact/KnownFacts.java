package dev.loper.fact;

import dev.loper.access.Access;
import dev.loper.access.Viewer;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.Entry;
import dev.loper.conversation.Timeline;
import dev.loper.conversation.Topic;
import dev.loper.conversation.Topics;
import dev.loper.customer.Customers;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.TopicId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What is known of a customer: facts of the ledger, and what their addresses say.
///
/// A fact is seen by whoever may see the topic its entry lies in now; so it hides and shows with the entry, and is gone with
/// it.
@Component
class KnownFacts {

    /// What belongs to one matter, and is not known for good.
    private static final Set<String> OF_A_MATTER = Set.of(BuiltIn.ORDER_NUMBER.id(), BuiltIn.PRODUCT.id(),
            BuiltIn.DATE.id());

    private final Facts facts;
    private final List<FactsElsewhere> elsewhere;
    private final Customers customers;
    private final Timeline timeline;
    private final Topics topics;
    private final Access access;
    private final FactProperties properties;

    KnownFacts(Facts facts, List<FactsElsewhere> elsewhere, Customers customers, Timeline timeline, Topics topics,
            Access access, FactProperties properties) {
        this.facts = facts;
        this.elsewhere = elsewhere;
        this.customers = customers;
        this.timeline = timeline;
        this.topics = topics;
        this.access = access;
        this.properties = properties;
    }

    /// What a viewer may know, by kind, each the newest first.
    Map<String, List<Fact>> of(Conversation conversation, Viewer viewer) {
        return byKind(conversation, topic -> access.canSee(viewer, topic.queue()), kind -> true);
    }

    /// The same of some kinds, without looking where the others were said.
    Map<String, List<Fact>> of(Conversation conversation, Viewer viewer, Set<String> kinds) {
        return byKind(conversation, topic -> access.canSee(viewer, topic.queue()), kinds::contains);
    }

    /// All there is to know of some kinds, whoever may see it: nobody is asked again because another department heard it.
    Map<String, List<Fact>> all(Conversation conversation, Set<String> kinds) {
        return byKind(conversation, topic -> true, kinds::contains);
    }

    /// Whether a fact answers its question at a moment: what an address says does so for good.
    boolean holds(Fact fact, Instant at) {
        boolean address = fact.entry() == null && fact.by() == null && !"web".equals(fact.channel())
                && !OF_A_MATTER.contains(fact.kind());
        return address || !fact.at().isAfter(at)
                && (!OF_A_MATTER.contains(fact.kind()) || fact.at().isAfter(at.minus(properties.matter())));
    }

    private Map<String, List<Fact>> byKind(Conversation conversation, Predicate<Topic> seen, Predicate<String> wanted) {
        List<Facts.Kept> kept = facts.of(conversation.homes()).stream().filter(
                one -> wanted.test(one.fact().kind())).toList();
        Map<EntryId, HomeId> entries = new LinkedHashMap<>();
        kept.forEach(one -> {
            if (one.fact().entry() != null) {
                entries.put(one.fact().entry(), one.home());
            }
        });
        Map<EntryId, TopicId> places = entries.isEmpty()
                ? Map.of()
                : timeline.find(entries).stream().collect(Collectors.toMap(Entry::id, Entry::topic));
        Set<TopicId> open = open(kept, places, seen);
        List<Fact> visible = new ArrayList<>();
        customers.find(conversation.customer()).ifPresent(
                customer -> elsewhere.forEach(source -> source.of(customer).stream().filter(
                        fact -> wanted.test(fact.kind())).forEach(visible::add)));
        kept.stream().map(Facts.Kept::fact).filter(fact -> visible(fact, places, open)).forEach(visible::add);
        Map<String, List<Fact>> known = visible.stream().sorted(Comparator.comparing(Fact::at).reversed()).collect(
                Collectors.groupingBy(Fact::kind, LinkedHashMap::new, Collectors.toList()));
        known.replaceAll((kind, said) -> said.stream().takeWhile(fact -> !fact.withdrawn()).toList());
        known.values().removeIf(List::isEmpty);
        return known;
    }

    private Set<TopicId> open(List<Facts.Kept> kept, Map<EntryId, TopicId> places, Predicate<Topic> seen) {
        List<TopicId> named = Stream.concat(places.values().stream(),
                kept.stream().flatMap(one -> Stream.ofNullable(one.fact().topic()))).distinct().toList();
        return topics.find(named).stream().filter(seen).map(Topic::id).collect(Collectors.toSet());
    }

    private static boolean visible(Fact fact, Map<EntryId, TopicId> places, Set<TopicId> open) {
        EntryId entry = fact.entry();
        if (entry != null) {
            TopicId place = places.get(entry);
            return place != null && open.contains(place);
        }
        return fact.topic() == null || open.contains(fact.topic());
    }
}
