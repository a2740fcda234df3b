package dev.loper.push;

import dev.loper.access.Colleagues;
import dev.loper.access.Viewer;
import dev.loper.conversation.Entry;
import dev.loper.conversation.EntryView;
import dev.loper.conversation.InboxItems;
import dev.loper.conversation.LiveCalls;
import dev.loper.conversation.Topic;
import dev.loper.conversation.VisibleViews;
import dev.loper.customer.CustomerView;
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
import dev.loper.feed.Cursor;
import dev.loper.message.ConversationId;
import dev.loper.message.CustomerId;
import dev.loper.message.EntryId;
import dev.loper.message.PersonId;
import dev.loper.message.TopicId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Changes with the state they led to, ready for any screen: each row and each entry is written once, however many
/// screens get it. Not for use by several threads.
final class Batch {

    private final List<Change> changes;
    private final State state;
    private final InboxItems items;
    private final Colleagues colleagues;
    private final LiveCalls calls;
    private final PushJson json;
    private final Map<Object, News> written = new HashMap<>();

    /// @param changes what somebody watches of what happened
    Batch(List<Change> changes, State state, InboxItems items, Colleagues colleagues, LiveCalls calls,
            PushJson json) {
        this.changes = changes;
        this.state = state;
        this.items = items;
        this.colleagues = colleagues;
        this.calls = calls;
        this.json = json;
    }

    /// What the changes led to.
    ///
    /// @param names     of the topics' customers
    /// @param unread    which topics hold something that a person has not seen
    /// @param entries   those that changed in a watched thread
    /// @param customers those that changed, of a watched thread
    /// @param people    those of our people who changed
    /// @param calls     those that are on, of the calls that changed
    /// @param threads   all topics of watched threads in which something changed that not everybody who watches may see
    record State(Map<TopicId, Topic> topics, Map<CustomerId, String> names, Map<PersonId, Set<TopicId>> unread,
            Map<EntryId, Entry> entries, Map<ConversationId, Known> customers,
            Map<PersonId, Colleagues.Known> people, Map<EntryId, LiveCalls.Live> calls,
            Map<ConversationId, List<Topic>> threads) {}

    /// A customer who changed, and the topics of which a person must see one to be told.
    record Known(CustomerView customer, List<Topic> topics) {}

    /// A row as some of the people see it.
    ///
    /// @param theirs whether the topic is assigned to who sees it
    private record Row(TopicId topic, boolean unread, boolean theirs) {}

    /// An entry as some of the people see it.
    private record Seen(EntryId entry, boolean hidden) {}

    /// The topic whose row a change concerns.
    static Optional<TopicId> topicOf(Change change) {
        return switch (change) {
            case EntryChanged entry -> Optional.of(entry.topic());
            case TopicChanged topic -> Optional.of(topic.topic());
            case PromiseChanged promise -> Optional.of(promise.topic());
            case CustomerChanged customer -> Optional.empty();
            case HomesChanged homes -> Optional.empty();
            case MoreKnown more -> Optional.empty();
            case OccasionChanged occasion -> Optional.empty();
            case CustomerErased erased -> Optional.empty();
            case PersonChanged person -> Optional.empty();
            case CallChanged call -> Optional.empty();
        };
    }

    /// What one screen gets of it: nothing its person may not see, and nothing it has had.
    ///
    /// @param after where the screen stands
    List<News> newsFor(Viewer viewer, Watch watch, @Nullable Cursor after) {
        long had = after == null ? 0 : after.sequence();
        Map<String, News> news = new LinkedHashMap<>();
        for (Change change : changes) {
            if (change.sequence() <= had) {
                continue;
            }
            if (watch.countsPromise(change) && topicOf(change).filter(topic -> maySee(viewer, topic)).isPresent()) {
                News promises = written.computeIfAbsent(Push.PromisesPush.class, push -> json.write(
                        new Push.PromisesPush()));
                news.put(promises.about(), promises);
            }
            if (watch.movesOccasion(change)) {
                News occasions = written.computeIfAbsent(Push.OccasionsPush.class, push -> json.write(
                        new Push.OccasionsPush()));
                news.put(occasions.about(), occasions);
            }
            if (watch.shows(change)) {
                tell(change, viewer, watch, one -> news.put(one.about(), one));
            }
        }
        return List.copyOf(news.values());
    }

    private void tell(Change change, Viewer viewer, Watch watch, Consumer<News> news) {
        boolean there = isThere(change, viewer, watch);
        boolean goes = !there && !watch.lost().getAndSet(true);
        if (there || goes || topicOf(change).filter(watch.rows()::contains).isPresent()) {
            topicOf(change).map(topic -> row(topic, viewer)).ifPresent(news);
        }
        if (there) {
            beside(change, viewer, watch).ifPresent(news);
        } else if (goes) {
            thread(change, watch).map(thread -> json.write(new Push.PresencePush(thread.value(), List.of()))).ifPresent(
                    news);
        }
    }

    /// Whether a change is still of something this person may see: a thread with no topic of theirs is not there for them,
    /// from when they are told that its last one went until one comes back.
    private boolean isThere(Change change, Viewer viewer, Watch watch) {
        Optional<ConversationId> thread = thread(change, watch);
        Optional<TopicId> topic = topicOf(change);
        if (thread.isEmpty() || topic.isEmpty()) {
            return true;
        }
        boolean there = maySee(viewer, topic.get()) || Optional.ofNullable(
                state.threads().get(thread.get())).orElse(List.of()).stream().anyMatch(
                        other -> items.canSee(viewer, other));
        if (there) {
            watch.lost().set(false);
        }
        return there;
    }

    private News row(TopicId id, Viewer viewer) {
        Topic topic = state.topics().get(id);
        if (topic == null || !items.canSee(viewer, topic)) {
            return json.write(new Push.RemovedPush(id.value()));
        }
        boolean unread = state.unread().getOrDefault(viewer.id(), Set.of()).contains(id);
        return written.computeIfAbsent(new Row(id, unread, viewer.id().equals(topic.assignee())),
                row -> json.write(new Push.TopicPush(items.row(topic, state.names().get(topic.customer()), unread),
                        VisibleViews.names(topic.views(), viewer))));
    }

    /// What a change tells beside the row of its topic.
    private Optional<News> beside(Change change, Viewer viewer, Watch watch) {
        return switch (change) {
            case EntryChanged entry -> thread(entry, watch).flatMap(thread -> entry(entry.entry(), thread, viewer));
            case PromiseChanged promise -> thread(promise, watch).filter(thread -> maySee(viewer,
                    promise.topic())).map(thread -> json.write(
                            new Push.PromisePush(thread.value(),
                                    promise.promise().value())));
            case CustomerChanged customer -> thread(customer, watch).flatMap(
                    thread -> customer(thread, viewer, view -> new Push.ConversationPush(thread.value(), view)));
            case MoreKnown more ->
                thread(more, watch).filter(watch::shows).map(thread -> json.write(new Push.KnownPush(thread.value())));
            case OccasionChanged occasion -> thread(occasion, watch).filter(watch::shows).map(
                    thread -> json.write(new Push.KnownPush(thread.value())));
            case HomesChanged homes -> thread(homes, watch).flatMap(
                    thread -> customer(thread, viewer,
                            view -> new Push.HomesPush(thread.value(), view.conversation())));
            case CustomerErased erased -> Optional.empty();
            case PersonChanged person -> Optional.ofNullable(state.people().get(person.person())).filter(
                    known -> watch.people()).map(
                            known -> json.write(new Push.PersonPush(colleagues.view(known, viewer))));
            case CallChanged call -> watch.calls() ? Optional.of(call(call.entry(), viewer)) : Optional.empty();
            case TopicChanged topic -> Optional.empty();
        };
    }

    /// A call that is on and concerns this person, or else only that it does not: whose it is, others do not hear.
    private News call(EntryId id, Viewer viewer) {
        return json.write(new Push.CallPush(id.value(), Optional.ofNullable(state.calls().get(id)).flatMap(
                live -> calls.view(live, viewer)).orElse(null)));
    }

    private static Optional<ConversationId> thread(Change change, Watch watch) {
        return Optional.ofNullable(watch.thread()).filter(thread -> watch.isOfThread(change));
    }

    /// An entry belongs to whatever conversation its topic is in now. What another department handles is told as just that.
    private Optional<News> entry(EntryId id, ConversationId thread, Viewer viewer) {
        Entry entry = state.entries().get(id);
        Topic topic = entry == null ? null : state.topics().get(entry.topic());
        if (entry == null || topic == null || !thread.equals(topic.conversation())) {
            return Optional.empty();
        }
        boolean hidden = !items.canSee(viewer, topic);
        return Optional.of(written.computeIfAbsent(new Seen(id, hidden), key -> json.write(new Push.EntryPush(
                thread.value(), hidden ? EntryView.hidden(entry) : EntryView.of(thread, entry)))));
    }

    private Optional<News> customer(ConversationId thread, Viewer viewer, Function<CustomerView, Push> push) {
        return Optional.ofNullable(state.customers().get(thread)).filter(
                known -> known.topics().stream().anyMatch(topic -> items.canSee(viewer, topic))).map(
                        Known::customer).map(push).map(json::write);
    }

    private boolean maySee(Viewer viewer, TopicId id) {
        Topic topic = state.topics().get(id);
        return topic != null && items.canSee(viewer, topic);
    }
}
