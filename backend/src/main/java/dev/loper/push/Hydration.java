package dev.loper.push;

import dev.loper.access.Colleagues;
import dev.loper.access.Viewer;
import dev.loper.conversation.Entry;
import dev.loper.conversation.EntryView;
import dev.loper.conversation.InboxItem;
import dev.loper.conversation.InboxItems;
import dev.loper.conversation.Timeline;
import dev.loper.conversation.Topic;
import dev.loper.conversation.Topics;
import dev.loper.customer.Customers;
import dev.loper.customer.CustomerView;
import dev.loper.conversation.Conversations;
import dev.loper.feed.Change;
import dev.loper.feed.Change.CustomerChanged;
import dev.loper.feed.Change.EntryChanged;
import dev.loper.feed.Change.HomesChanged;
import dev.loper.feed.Change.OfConversation;
import dev.loper.feed.Change.PersonChanged;
import dev.loper.feed.Change.PromiseChanged;
import dev.loper.feed.Change.TopicChanged;
import dev.loper.message.ConversationId;
import dev.loper.message.CustomerId;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.PersonId;
import dev.loper.message.TopicId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Turns changes, which are ids, into the current state of what screens watch: each thing is read once for all screens.
@Component
class Hydration {

    private static final String MINE = "mine:";

    private final Topics topics;
    private final InboxItems items;
    private final Timeline timeline;
    private final Customers customers;
    private final Conversations conversations;
    private final Colleagues colleagues;

    Hydration(Topics topics, InboxItems items, Timeline timeline, Customers customers, Conversations conversations,
            Colleagues colleagues) {
        this.topics = topics;
        this.items = items;
        this.timeline = timeline;
        this.customers = customers;
        this.conversations = conversations;
        this.colleagues = colleagues;
    }

    /// Reads what at least one of the screens watches of these changes.
    Batch load(List<Change> changes, Collection<Watcher> screens) {
        List<Watch> watches = screens.stream().map(Watcher::watch).toList();
        List<Change> watched = changes.stream().filter(
                change -> watches.stream().anyMatch(watch -> concerns(change, watch))).toList();
        if (watched.isEmpty()) {
            return new Batch(List.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), List.of());
        }
        Set<ConversationId> threads = watches.stream().flatMap(watch -> Stream.ofNullable(watch.thread())).collect(
                Collectors.toSet());
        Map<EntryId, HomeId> wanted = new LinkedHashMap<>();
        watched.forEach(change -> {
            if (change instanceof EntryChanged entry && threads.contains(entry.conversation())) {
                wanted.put(entry.entry(), entry.home());
            }
        });
        List<Topic> found = topics.find(
                watched.stream().flatMap(change -> topicOf(change).stream()).distinct().toList());
        Map<EntryId, Entry> entries = wanted.isEmpty()
                ? Map.of()
                : timeline.find(wanted).stream().collect(Collectors.toMap(Entry::id, Function.identity()));
        return new Batch(watched, found.stream().collect(Collectors.toMap(Topic::id, Function.identity())),
                items.names(found), items.unread(people(screens), found), entries, customers(watched, threads),
                colleagues.find(watched.stream().flatMap(Hydration::personOf).distinct().toList()));
    }

    private static Set<PersonId> people(Collection<Watcher> screens) {
        return screens.stream().map(screen -> screen.viewer().id()).collect(Collectors.toSet());
    }

    private Map<ConversationId, CustomerView> customers(List<Change> changes, Set<ConversationId> threads) {
        Map<ConversationId, CustomerView> found = new HashMap<>();
        changes.stream().flatMap(Hydration::customerOf).filter(threads::contains).distinct().forEach(
                id -> conversations.find(id).flatMap(
                        conversation -> customers.find(conversation.customer())).ifPresent(
                                customer -> found.put(id, CustomerView.of(customer))));
        return found;
    }

    private static Stream<ConversationId> customerOf(Change change) {
        return switch (change) {
            case CustomerChanged customer -> Stream.of(customer.conversation());
            case HomesChanged homes -> Stream.of(homes.conversation());
            case EntryChanged entry -> Stream.empty();
            case TopicChanged topic -> Stream.empty();
            case PromiseChanged promise -> Stream.empty();
            case PersonChanged person -> Stream.empty();
        };
    }

    private static boolean concerns(Change change, Watch watch) {
        return change instanceof OfConversation told && watch.shows(told.conversation()) || switch (change) {
            case EntryChanged entry -> watch.rows().contains(entry.topic()) || enters(entry, watch);
            case TopicChanged topic -> watch.rows().contains(topic.topic());
            case PromiseChanged promise -> watch.rows().contains(promise.topic());
            case CustomerChanged customer -> false;
            case HomesChanged homes -> false;
            case PersonChanged person -> watch.people();
        };
    }

    private static boolean enters(EntryChanged entry, Watch watch) {
        return watch.view() != null && entry.entered().contains(watch.view().key());
    }

    private static List<TopicId> topicOf(Change change) {
        return switch (change) {
            case EntryChanged entry -> List.of(entry.topic());
            case TopicChanged topic -> List.of(topic.topic());
            case PromiseChanged promise -> List.of(promise.topic());
            case CustomerChanged customer -> List.of();
            case HomesChanged homes -> List.of();
            case PersonChanged person -> List.of();
        };
    }

    private static Stream<PersonId> personOf(Change change) {
        return change instanceof PersonChanged changed ? Stream.of(changed.person()) : Stream.empty();
    }

    /// Changes with the state they led to, ready for any screen.
    final class Batch {

        private final List<Change> changes;
        private final Map<TopicId, Topic> states;
        private final Map<CustomerId, String> names;
        private final Map<PersonId, Set<TopicId>> unread;
        private final Map<EntryId, Entry> entries;
        private final Map<ConversationId, CustomerView> people;
        private final List<Colleagues.Known> staff;

        private Batch(List<Change> changes, Map<TopicId, Topic> states, Map<CustomerId, String> names,
                Map<PersonId, Set<TopicId>> unread, Map<EntryId, Entry> entries,
                Map<ConversationId, CustomerView> people, List<Colleagues.Known> staff) {
            this.changes = changes;
            this.states = states;
            this.names = names;
            this.unread = unread;
            this.entries = entries;
            this.people = people;
            this.staff = staff;
        }

        /// What one screen gets of it: nothing its person may not see.
        List<Push> pushesFor(Viewer viewer, Watch watch) {
            List<Change> mine = changes.stream().filter(change -> concerns(change, watch)).toList();
            if (mine.isEmpty()) {
                return List.of();
            }
            List<Push> pushes = new ArrayList<>(topicPushes(mine, viewer));
            pushes.addAll(entryPushes(mine, viewer, watch));
            pushes.addAll(promisePushes(mine, viewer, watch));
            if (watch.thread() != null && mine.stream().anyMatch(change -> change instanceof CustomerChanged)) {
                CustomerView customer = people.get(watch.thread());
                if (customer != null) {
                    pushes.add(new Push.ConversationPush(watch.thread().value(), customer));
                }
            }
            if (watch.thread() != null && mine.stream().anyMatch(change -> change instanceof HomesChanged)) {
                CustomerView customer = people.get(watch.thread());
                if (customer != null) {
                    pushes.add(new Push.HomesPush(watch.thread().value(), customer.conversation()));
                }
            }
            if (watch.people()) {
                staff.forEach(one -> pushes.add(new Push.PersonPush(colleagues.view(one, viewer))));
            }
            return pushes;
        }

        private List<Push> topicPushes(List<Change> mine, Viewer viewer) {
            Set<TopicId> ids = new LinkedHashSet<>();
            mine.forEach(change -> ids.addAll(topicOf(change)));
            List<Topic> found = ids.stream().flatMap(id -> Stream.ofNullable(states.get(id))).toList();
            Map<String, InboxItem> rows = items.rows(found, names, unread.getOrDefault(viewer.id(), Set.of()),
                    viewer).stream().collect(
                            Collectors.toMap(row -> row.topic().id(), Function.identity()));
            return ids.stream().map(id -> topicPush(id, rows.get(id.value()), viewer)).toList();
        }

        private Push topicPush(TopicId id, @org.jspecify.annotations.Nullable InboxItem row, Viewer viewer) {
            Topic topic = states.get(id);
            return row == null || topic == null
                    ? new Push.RemovedPush(id.value())
                    : new Push.TopicPush(row, viewsOf(topic, viewer));
        }

        private List<Push> entryPushes(List<Change> mine, Viewer viewer, Watch watch) {
            ConversationId thread = watch.thread();
            if (thread == null) {
                return List.of();
            }
            return mine.stream().flatMap(change -> change instanceof EntryChanged entry
                    ? Stream.of(entry.entry())
                    : Stream.empty()).distinct().flatMap(id -> Stream.ofNullable(entries.get(id))).filter(
                            entry -> maySee(viewer, entry)).filter(entry -> belongs(entry, thread)).<Push>map(
                                    entry -> new Push.EntryPush(thread.value(), EntryView.of(thread, entry))).toList();
        }

        private List<Push> promisePushes(List<Change> mine, Viewer viewer, Watch watch) {
            return mine.stream().flatMap(change -> change instanceof PromiseChanged promise
                    && watch.shows(promise.conversation())
                    && maySee(viewer, promise.topic()) ? Stream.of(promise) : Stream.empty()).<Push>map(
                            promise -> new Push.PromisePush(promise.conversation().value(),
                                    promise.promise().value())).distinct().toList();
        }

        private boolean maySee(Viewer viewer, TopicId id) {
            Topic topic = states.get(id);
            return topic != null && items.canSee(viewer, topic);
        }

        private boolean maySee(Viewer viewer, Entry entry) {
            return maySee(viewer, entry.topic());
        }

        private boolean belongs(Entry entry, ConversationId thread) {
            Topic topic = states.get(entry.topic());
            return topic != null && topic.conversation().equals(thread);
        }

        private static List<String> viewsOf(Topic topic, Viewer viewer) {
            return topic.views().stream().filter(view -> !view.startsWith(MINE) || view.equals(MINE + viewer.id())).map(
                    view -> view.startsWith(MINE) ? "mine" : view).toList();
        }
    }
}
