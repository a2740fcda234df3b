package dev.loper.push;

import dev.loper.access.Colleagues;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.Conversations;
import dev.loper.conversation.Entry;
import dev.loper.conversation.InboxItems;
import dev.loper.conversation.LiveReads;
import dev.loper.conversation.LiveCalls;
import dev.loper.conversation.Topic;
import dev.loper.conversation.Topics;
import dev.loper.customer.Customer;
import dev.loper.customer.CustomerView;
import dev.loper.customer.Customers;
import dev.loper.feed.Change;
import dev.loper.feed.Change.CallChanged;
import dev.loper.feed.Change.CustomerChanged;
import dev.loper.feed.Change.CustomerErased;
import dev.loper.feed.Change.EntryChanged;
import dev.loper.feed.Change.HomesChanged;
import dev.loper.feed.Change.MoreKnown;
import dev.loper.feed.Change.OccasionChanged;
import dev.loper.feed.Change.PersonChanged;
import dev.loper.feed.Change.PromiseChanged;
import dev.loper.feed.Change.TopicChanged;
import dev.loper.message.ConversationId;
import dev.loper.message.CustomerId;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.PersonId;
import dev.loper.message.TopicId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Turns changes, which are ids, into the current state of what screens watch: each thing is read once for all screens.
@Component
class Hydration {

    private final LiveReads reads;
    private final Topics topics;
    private final InboxItems items;
    private final Customers customers;
    private final Conversations conversations;
    private final Colleagues colleagues;
    private final LiveCalls calls;
    private final PushJson json;

    Hydration(LiveReads reads, Topics topics, InboxItems items, Customers customers, Conversations conversations,
            Colleagues colleagues, LiveCalls calls, PushJson json) {
        this.reads = reads;
        this.topics = topics;
        this.items = items;
        this.customers = customers;
        this.conversations = conversations;
        this.colleagues = colleagues;
        this.calls = calls;
        this.json = json;
    }

    /// Reads what at least one of the screens watches of these changes.
    Batch load(List<Change> changes, Collection<Look> looks) {
        List<Change> watched = withRows(changes).filter(
                change -> looks.stream().anyMatch(look -> look.watch().concerns(change))).toList();
        Set<ConversationId> threads = looks.stream().flatMap(look -> Stream.ofNullable(look.watch().thread())).collect(
                Collectors.toSet());
        return new Batch(watched, state(watched, looks, threads), items, colleagues, calls, json);
    }

    private Batch.State state(List<Change> changes, Collection<Look> looks, Set<ConversationId> threads) {
        LiveReads.Found found = reads.read(
                changes.stream().flatMap(change -> Batch.topicOf(change).stream()).distinct().toList(),
                looks.stream().map(look -> look.viewer().id()).collect(Collectors.toSet()), entries(changes, threads));
        return new Batch.State(found.topics().stream().collect(Collectors.toMap(Topic::id, Function.identity())),
                found.names(), found.unread(),
                found.entries().stream().collect(Collectors.toMap(Entry::id, Function.identity())),
                customers(changes, threads), people(changes),
                calls.find(changes.stream().flatMap(change -> change instanceof CallChanged call
                        ? Stream.of(call.entry())
                        : Stream.empty()).collect(Collectors.toSet())),
                threads(changes, looks, found.topics()));
    }

    /// Who sees every queue costs nothing here.
    private Map<ConversationId, List<Topic>> threads(List<Change> changes, Collection<Look> looks, List<Topic> found) {
        Set<TopicId> known = found.stream().map(Topic::id).collect(Collectors.toSet());
        List<ConversationId> wanted = looks.stream().filter(look -> look.watch().thread() != null).filter(
                look -> changes.stream().filter(look.watch()::isOfThread).flatMap(
                        change -> Batch.topicOf(change).stream()).anyMatch(
                                topic -> !known.contains(topic) || found.stream().anyMatch(
                                        one -> one.id().equals(topic) && !items.canSee(look.viewer(), one)))).flatMap(
                                                look -> Stream.ofNullable(look.watch().thread())).distinct().toList();
        return topics.of(wanted);
    }

    /// A customer's name stands in the rows of all their topics.
    private Stream<Change> withRows(List<Change> changes) {
        Map<ConversationId, List<Topic>> rows = topics.of(
                changes.stream().flatMap(change -> customerOf(change).stream()).distinct().toList());
        return changes.stream().flatMap(change -> Stream.concat(Stream.of(change), customerOf(change).stream().flatMap(
                conversation -> rows.getOrDefault(conversation, List.of()).stream().map(
                        topic -> new TopicChanged(change.sequence(), conversation, topic.id(), List.of())))));
    }

    private static Map<EntryId, HomeId> entries(List<Change> changes, Set<ConversationId> threads) {
        Map<EntryId, HomeId> wanted = new LinkedHashMap<>();
        changes.forEach(change -> {
            if (change instanceof EntryChanged entry && threads.contains(entry.conversation())) {
                wanted.put(entry.entry(), entry.home());
            }
        });
        return wanted;
    }

    private Map<ConversationId, Batch.Known> customers(List<Change> changes, Set<ConversationId> threads) {
        Set<ConversationId> wanted = changes.stream().flatMap(change -> customerOf(change).stream()).filter(
                threads::contains).collect(Collectors.toSet());
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Map<ConversationId, Conversation> there = conversations.find(wanted);
        Map<CustomerId, Customer> known = customers.find(
                there.values().stream().map(Conversation::customer).collect(Collectors.toSet()));
        Map<ConversationId, List<Topic>> of = topics.of(
                there.values().stream().map(Conversation::id).distinct().toList());
        Map<ConversationId, Batch.Known> found = new HashMap<>();
        there.forEach((id, conversation) -> Optional.ofNullable(known.get(conversation.customer())).ifPresent(
                customer -> found.put(id, new Batch.Known(CustomerView.of(customer),
                        of.getOrDefault(conversation.id(), List.of())))));
        return found;
    }

    private Map<PersonId, Colleagues.Known> people(List<Change> changes) {
        return colleagues.find(changes.stream().flatMap(change -> change instanceof PersonChanged changed
                ? Stream.of(changed.person())
                : Stream.empty()).distinct().toList()).stream().collect(
                        Collectors.toMap(known -> known.person().id(), Function.identity()));
    }

    /// The conversation whose customer is another one, or looks different, after a change.
    private static Optional<ConversationId> customerOf(Change change) {
        return switch (change) {
            case CustomerChanged customer -> Optional.of(customer.conversation());
            case HomesChanged homes -> Optional.of(homes.conversation());
            case MoreKnown more -> Optional.empty();
            case OccasionChanged occasion -> Optional.empty();
            case CustomerErased erased -> Optional.empty();
            case EntryChanged entry -> Optional.empty();
            case TopicChanged topic -> Optional.empty();
            case PromiseChanged promise -> Optional.empty();
            case PersonChanged person -> Optional.empty();
            case CallChanged call -> Optional.empty();
        };
    }
}
