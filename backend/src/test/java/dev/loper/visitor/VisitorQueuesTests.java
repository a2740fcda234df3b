package dev.loper.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.access.Presence;
import dev.loper.access.QueueId;
import dev.loper.channel.VisitorQueues;
import dev.loper.channel.VisitorQueues.Standing;
import dev.loper.channel.VisitorQueues.Window;
import dev.loper.conversation.QueueChoice;
import dev.loper.conversation.Rig;
import dev.loper.conversation.Topic;
import dev.loper.feed.Change;
import dev.loper.feed.Cursor;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelAddress.Visitor;
import dev.loper.message.PersonId;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisServer;
import dev.loper.routing.QueueHours;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What visitors hear of their queue, over a real Redis. A message's first word is its queue.
class VisitorQueuesTests {

    private static final Visitor ADA = new Visitor("v-ada");
    private static final Visitor GRACE = new Visitor("v-grace");
    private static final PersonId LOTTE = new PersonId("p-lotte");
    private static final Instant LATER = Instant.now().plusSeconds(3600);

    private final Rig rig = new Rig(RedisServer.fresh(),
            message -> new QueueChoice.Route(new QueueId(message.text().split(" ", 2)[0]), null));
    private final VisitorMatters matters = new VisitorMatters(rig.customers, rig.topics);
    private Presence.State lotte = Presence.State.ONLINE;
    private Instant changes = LATER;
    private Clock clock = Clock.systemUTC();

    @Test
    void howManyWaitBeforeAVisitorIsToldAndOnlyThoseOfTheirQueue() {
        says(Given.sms(), "orders one");
        says(Given.mail(), "orders two");
        says(Given.whatsapp("+31611111111"), "billing other");
        chats(ADA, "orders mine");
        chats(GRACE, "orders after");

        assertThat(standing(ADA).before()).isEqualTo(2);
        assertThat(standing(GRACE).before()).isEqualTo(3);
    }

    @Test
    void thePlaceMovesOnWhenWhoeverWasBeforeIsTaken() {
        TopicId first = says(Given.sms(), "orders one");
        chats(ADA, "orders mine");
        assertThat(standing(ADA).before()).isEqualTo(1);

        assign(first);
        assertThat(standing(ADA).before()).isZero();
    }

    @Test
    void farBackOnlyThatThereAreMoreIsTold() {
        for (int i = 0; i < VisitorQueues.TOLD + 5; i++) {
            says(Given.sms().from(new ChannelAddress.Phone("+316%08d".formatted(i))), "orders " + i);
        }
        chats(ADA, "orders mine");
        assertThat(standing(ADA).before()).isEqualTo(VisitorQueues.TOLD + 1);
    }

    @Test
    void whoIsTakenUpHearsByWhomAndHasNoPlaceAnyMore() {
        TopicId mine = chats(ADA, "orders mine");
        standing(ADA);
        assign(mine);
        changed(mine);
        assertThat(standing(ADA)).isEqualTo(new Standing(true, LATER, null, "Lotte"));
    }

    @Test
    void butNotBySomebodyWhoIsNotThere() {
        assign(chats(ADA, "orders mine"));
        lotte = Presence.State.AWAY;
        assertThat(standing(ADA).with()).isNull();
    }

    @Test
    void norLongAfterTheLastWord() {
        assign(chats(ADA, "orders mine"));
        clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(31));
        assertThat(standing(ADA).with()).isNull();
    }

    @Test
    void whatWasReadCountsUntilTheFeedTellsOtherwise() {
        chats(GRACE, "orders before");
        TopicId mine = chats(ADA, "orders mine");
        assertThat(standing(ADA).before()).isEqualTo(1);
        resolve(mine);
        changed(mine);
        assertThat(standing(ADA).before()).isNull();
    }

    @Test
    void theFirstMessageGivesAVisitorAPlaceAtOnce() {
        assertThat(standing(ADA).before()).isNull();
        chats(ADA, "orders mine");
        assertThat(standing(ADA).before()).isZero();
    }

    @Test
    void manyWindowsAreAnsweredInTheirOrder() {
        chats(ADA, "orders mine");
        chats(GRACE, "orders hers");
        List<Integer> before = queues().of(
                List.of(window(GRACE), window(new Visitor("v-new")), window(ADA))).stream().map(
                        standing -> standing.before() == null ? -1 : standing.before()).toList();
        assertThat(before).containsExactly(1, -1, 0);
    }

    @Test
    void whoHasNotWrittenHearsTheHoursOfTheQueueTheyWouldBeIn() {
        changes = Instant.now().plus(Duration.ofDays(3));
        assertThat(standing(ADA)).isEqualTo(new Standing(true, null, null, null));
        assertThat(standing(new Visitor("v-closed"), "nl")).isEqualTo(new Standing(false, changes, null, null));
    }

    private StoredVisitorQueues queues() {
        QueueHours hours = new QueueHours() {

            @Override
            public Hours of(QueueId queue) {
                return new Hours(!queue.value().equals("closed"), changes);
            }

            @Override
            public QueueId expected(AccountId account, String language) {
                return new QueueId(language.equals("nl") ? "closed" : "orders");
            }
        };
        return new StoredVisitorQueues(matters, rig.views, people -> people.stream().collect(Collectors.toMap(
                person -> person, person -> new Presence(lotte, null, null, null, null))), hours, clock);
    }

    private Standing standing(Visitor visitor) {
        return standing(visitor, "en");
    }

    private Standing standing(Visitor visitor, String language) {
        return queues().of(List.of(new Window(new AccountId("chat-web"), visitor, language))).getFirst();
    }

    private static Window window(Visitor visitor) {
        return new Window(new AccountId("chat-web"), visitor, "en");
    }

    private TopicId chats(Visitor visitor, String words) {
        return says(Given.chat(visitor), words);
    }

    private TopicId says(Given.Message message, String words) {
        return rig.says(message.saying(words)).topic();
    }

    private void assign(TopicId id) {
        Topic topic = topic(id);
        rig.commands.assign(rig.conversations.find(topic.conversation()).orElseThrow(), topic, LOTTE, "Lotte",
                Rig.LOTTE);
    }

    private void resolve(TopicId id) {
        rig.commands.resolve(rig.conversations.find(topic(id).conversation()).orElseThrow(), id, Rig.LOTTE);
    }

    private Topic topic(TopicId id) {
        return rig.topics.find(id).orElseThrow();
    }

    private void changed(TopicId id) {
        matters.changed(List.of(new Change.TopicChanged(1, topic(id).conversation(), id, List.of())),
                new Cursor("e", 1));
    }
}
