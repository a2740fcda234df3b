package dev.loper.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.access.Access;
import dev.loper.access.QueueId;
import dev.loper.access.Queues;
import dev.loper.access.Role;
import dev.loper.access.Viewer;
import dev.loper.customer.Customers;
import dev.loper.feed.Cursor;
import dev.loper.message.Author;
import dev.loper.message.ChannelAddress;
import dev.loper.message.PersonId;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What people with all queues, some queues and no queue find in the views.
class QueueViewsTests {

    private static final QueueId ORDERS = new QueueId("orders");
    private static final QueueId BILLING = new QueueId("billing");
    private static final Author NOOR = new Author(Author.Kind.AGENT, "noor", "Noor");

    private static final Viewer EVERY = viewer("every", Queues.all());
    private static final Viewer SOME = viewer("some", new Queues.Only(Set.of(ORDERS, BILLING)));
    private static final Viewer ONE = viewer("one", new Queues.Only(Set.of(BILLING)));
    private static final Viewer NONE = viewer("none", new Queues.Only(Set.of()));

    private final RedisServer.Fresh fresh = RedisServer.fresh();
    private final Topics topics = new Topics(fresh.store(), fresh.keys());
    private final Views views = new Views(fresh.store(), fresh.keys());
    private final VisibleViews visible = new VisibleViews(new Access());
    private final TopicCommands commands = new TopicCommands(fresh.store(), fresh.keys());
    private final Conversations conversations = new Conversations(fresh.store(), fresh.keys());
    private final ViewCounts counts = new ViewCounts(views, visible, () -> List.of(QueueId.MAIN, ORDERS, BILLING));
    private final InboundStore inbound = new InboundStore(fresh.store(), fresh.keys(),
            new Customers(fresh.store(), fresh.keys()),
            message -> new QueueChoice.Route(new QueueId(message.text()), null));

    private int senders;

    @Test
    void eachQueueIsAViewOfItsOwnTopics() {
        Topic order = topicIn(ORDERS);
        Topic bill = topicIn(BILLING);

        assertThat(all("queue:orders", EVERY)).containsExactly(order.id());
        assertThat(all("queue:billing", ONE)).containsExactly(bill.id());
        assertThat(all("all", EVERY)).containsExactly(order.id(), bill.id());
    }

    @Test
    void aQueueOneMayNotLookIntoIsNoView() {
        assertThat(visible.named("queue:orders", ONE)).isEmpty();
        assertThat(visible.named("queue:billing", NONE)).isEmpty();
    }

    @Test
    void whoWorksInSomeQueuesReadsThemAsOneListInTheOrderOfAll() {
        List<TopicId> theirs = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            theirs.add(topicIn(i % 3 == 0 ? ORDERS : BILLING).id());
            topicIn(QueueId.MAIN);
        }

        assertThat(all("all", SOME)).containsExactlyElementsOf(theirs);
        assertThat(all("unassigned", SOME)).containsExactlyElementsOf(theirs);
        assertThat(all("all", NONE)).isEmpty();
    }

    @Test
    void aCursorStaysGoodWhileTopicsComeAndGoAndWhicheverQueuesItsReaderHas() {
        List<Topic> all = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            all.add(topicIn(i % 2 == 0 ? ORDERS : BILLING));
        }
        Views.Page first = views.page(visible.named("all", SOME).orElseThrow(), null, 4);
        resolve(all.get(3));
        resolve(all.get(5));

        Views.Page rest = views.page(visible.named("all", SOME).orElseThrow(), first.next(), 20);
        Views.Page restOfEvery = views.page(visible.named("all", EVERY).orElseThrow(), first.next(), 20);

        assertThat(rest.topics()).containsExactly(all.get(4).id(), all.get(6).id(), all.get(7).id(), all.get(8).id());
        assertThat(restOfEvery.topics()).isEqualTo(rest.topics());
    }

    @Test
    void oneReadsRangesOfOnesOwnQueuesAndWhoHasAllReadsOne() {
        assertThat(visible.named("all", EVERY).orElseThrow().ranges()).containsExactly("all");
        assertThat(visible.named("mine", SOME).orElseThrow().ranges()).containsExactly("mine:some@billing",
                "mine:some@orders");
    }

    @Test
    void resolvedSnoozedAndMineAreOnlyOnesOwnQueuesToo() {
        Topic order = topicIn(ORDERS);
        Topic bill = topicIn(BILLING);
        resolve(order);
        resolve(bill);
        assertThat(all("resolved", ONE)).containsExactly(bill.id());

        Topic mine = topicIn(ORDERS);
        commands.assign(conversation(mine), mine, new PersonId("one"), "One", NOOR);
        assertThat(all("mine", ONE)).isEmpty();
    }

    @Test
    void countsAreThoseOfOnesQueuesWithTheLongestWaitOfEach() {
        topicIn(QueueId.MAIN);
        Topic first = topicIn(ORDERS);
        topicIn(ORDERS);
        resolve(topicIn(BILLING));

        ViewCounts.Counts some = counts.of(SOME, new Cursor("e", 1));
        assertThat(some.views()).containsEntry("all", 2L).containsEntry("resolved", 1L).containsEntry("queue:orders",
                2L).containsEntry("queue:billing", 0L).doesNotContainKey("queue:main");
        assertThat(some.waiting()).containsEntry("unassigned", 2L);
        assertThat(some.longest()).containsEntry("queue:orders", first.waitingSince()).doesNotContainKey(
                "queue:billing");
        assertThat(counts.of(EVERY, new Cursor("e", 1)).views()).containsEntry("all", 3L).containsEntry("queue:main",
                1L);
    }

    @Test
    void manyPeopleAreCountedInOneTripEachTheirOwn() {
        topicIn(ORDERS);

        assertThat(counts.of(List.of(EVERY, ONE, ONE))).containsOnlyKeys(EVERY, ONE).hasEntrySatisfying(EVERY,
                every -> assertThat(every.views()).containsEntry("all", 1L)).hasEntrySatisfying(ONE,
                        one -> assertThat(one.views()).containsEntry("all", 0L));
    }

    @Test
    void whereThereIsOneQueueNobodyNotices() {
        ViewCounts alone = new ViewCounts(views, visible, () -> List.of(QueueId.MAIN));

        assertThat(alone.of(EVERY, new Cursor("e", 1)).views()).containsOnlyKeys("mine", "unassigned", "all",
                "snoozed", "resolved");
    }

    @Test
    void aTopicKnowsTheViewsItIsInAsThePersonKnowsThem() {
        Topic topic = topicIn(ORDERS);
        assertThat(VisibleViews.names(topic.views(), EVERY)).containsExactly("all", "queue:orders", "unassigned");

        commands.assign(conversation(topic), topic, EVERY.id(), "Every", NOOR);
        Topic taken = topics.find(topic.id()).orElseThrow();
        assertThat(VisibleViews.names(taken.views(), EVERY)).containsExactly("all", "queue:orders", "mine");
        assertThat(VisibleViews.names(taken.views(), SOME)).containsExactly("all", "queue:orders");
    }

    private List<TopicId> all(String view, Viewer viewer) {
        List<TopicId> found = new ArrayList<>();
        String cursor = null;
        do {
            Views.Page page = views.page(visible.named(view, viewer).orElseThrow(), cursor, 7);
            found.addAll(page.topics());
            cursor = page.next();
        } while (cursor != null);
        return found;
    }

    private Topic topicIn(QueueId queue) {
        senders++;
        ChannelAddress from = new ChannelAddress.Phone("+316%08d".formatted(senders));
        Appended.Stored stored = (Appended.Stored) inbound.append(
                Given.sms().from(from).saying(queue.value()).build());
        return topics.find(stored.topic()).orElseThrow();
    }

    private void resolve(Topic topic) {
        commands.resolve(conversation(topic), topic.id(), NOOR);
    }

    private Conversation conversation(Topic topic) {
        return conversations.find(topic.conversation()).orElseThrow();
    }

    private static Viewer viewer(String id, Queues queues) {
        return new Viewer(new PersonId(id), id, Set.of(Role.AGENT), queues);
    }
}
