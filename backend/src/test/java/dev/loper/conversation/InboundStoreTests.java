package dev.loper.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.customer.Customers;
import dev.loper.customer.Identity;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelKind;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelMessage;
import dev.loper.message.EntryId;
import dev.loper.message.Level;
import dev.loper.message.PersonId;
import dev.loper.redis.RedisServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class InboundStoreTests {

    private final RedisServer.Fresh fresh = workspace();
    private final Customers customers = new Customers(fresh.store(), fresh.keys());
    private final InboundStore store = new InboundStore(fresh.store(), fresh.keys(), customers);
    private final Topics topics = new Topics(fresh.store(), fresh.keys());
    private final Conversations conversations = new Conversations(fresh.store(), fresh.keys());
    private final Timeline timeline = new RedisTimeline(fresh.store(), fresh.keys());
    private final Views views = new Views(fresh.store(), fresh.keys());
    private final TopicCommands commands = new TopicCommands(fresh.store(), fresh.keys());

    /// Where it runs; on a Cluster in the subclass.
    RedisServer.Fresh workspace() {
        return RedisServer.fresh();
    }

    @Test
    void aFirstMessageOpensAConversationWithOneTopic() {
        Appended.Stored stored = append(Given.sms().saying("Where is order 4711?"));

        assertThat(stored.reason()).isEqualTo("new");
        Topic topic = topics.find(stored.topic()).orElseThrow();
        assertThat(topic.title()).isEqualTo("Where is order 4711?");
        assertThat(topic.waitingSince()).isEqualTo(stored.at());
        assertThat(texts(stored)).containsExactly("Where is order 4711?");
    }

    @Test
    void aRedeliveredMessageIsARepeatWithTheFirstAnswer() {
        Appended first = store.append(Given.sms().id("SM1").build());
        Appended second = store.append(Given.sms().id("SM1").build());

        assertThat(second).isEqualTo(new Appended.Repeat(first.entry(), first.at()));
        assertThat(texts((Appended.Stored) first)).hasSize(1);
    }

    @Test
    void fiftySimultaneousFirstMessagesMakeOneCustomerOneConversationOneTopicAndFiftyEntries() throws Exception {
        List<Callable<Appended>> messages = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            ChannelMessage message = Given.sms().id("SM" + i).build();
            messages.add(() -> store.append(message));
        }
        List<Appended.Stored> stored = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Appended> done : threads.invokeAll(messages)) {
                stored.add((Appended.Stored) done.get());
            }
        }
        assertThat(stored).extracting(Appended.Stored::conversation).containsOnly(stored.getFirst().conversation());
        assertThat(stored).extracting(Appended.Stored::topic).containsOnly(stored.getFirst().topic());
        assertThat(stored).extracting(Appended.Stored::reason).containsOnlyOnce("new");
        assertThat(texts(stored.getFirst())).hasSize(50);
        assertThat(fresh.redis().keys(fresh.keys().prefix() + "customer:*")).hasSize(1);
    }

    @Test
    void aSenderWhoWasMovedSinceTheirLastMessageIsFoundWhereTheyAreNow() {
        Appended.Stored before = append(Given.sms().from(new ChannelAddress.Phone("+31612345678")).id("SM1"));
        Appended.Stored other = append(Given.sms().from(new ChannelAddress.Phone("+31687654321")).id("SM2"));
        String identities = fresh.keys().of(dev.loper.redis.RedisKeys.Family.IDENTITIES);
        fresh.redis().hset(identities, "phone:+31612345678", fresh.redis().hget(identities, "phone:+31687654321"));

        Appended.Stored after = append(Given.sms().from(new ChannelAddress.Phone("+31612345678")).id("SM3"));

        assertThat(after.conversation()).isEqualTo(other.conversation()).isNotEqualTo(before.conversation());
    }

    @Test
    void aSenderWhoWasErasedSinceTheirLastMessageIsANewCustomer() {
        Appended.Stored before = append(Given.sms().from(new ChannelAddress.Phone("+31612345678")).id("SM1"));
        fresh.redis().hdel(fresh.keys().of(dev.loper.redis.RedisKeys.Family.IDENTITIES), "phone:+31612345678");

        Appended.Stored after = append(Given.sms().from(new ChannelAddress.Phone("+31612345678")).id("SM2"));

        assertThat(after.conversation()).isNotEqualTo(before.conversation());
        assertThat(after.reason()).isEqualTo("new");
    }

    @Test
    void idsNeverGoBackThoughTheClockDoes() {
        Set<String> ids = new HashSet<>();
        String last = "";
        for (int i = 0; i < 300; i++) {
            if (i == 150) {
                fresh.redis().hset(fresh.keys().of(dev.loper.redis.RedisKeys.Family.CLOCK), "ms",
                        String.valueOf(System.currentTimeMillis() + 3_600_000));
            }
            EntryId id = store.append(Given.sms().build()).entry();
            assertThat(id.value()).isGreaterThan(last);
            assertThat(ids.add(id.value())).isTrue();
            last = id.value();
        }
    }

    @Test
    void aMessageOnTheSameAddressJoinsItsOpenTopic() {
        Appended.Stored first = append(Given.sms());
        assertThat(append(Given.sms())).satisfies(second -> {
            assertThat(second.topic()).isEqualTo(first.topic());
            assertThat(second.reason()).isEqualTo("address");
        });
    }

    @Test
    void anAnswerToAMessageWeKnowJoinsThatMessagesTopic() {
        Appended.Stored old = append(Given.sms().id("SM-old"));
        resolve(old);
        fresh.redis().del(fresh.keys().conversationTopics(old.conversation()));

        Appended.Stored answer = append(Given.sms().answering("SM-old"));

        assertThat(answer.topic()).isEqualTo(old.topic());
        assertThat(answer.reason()).isEqualTo("reference");
    }

    @Test
    void aReplyTokenOfAnotherCustomersTopicIsIgnored() {
        Appended.Stored adas = append(Given.sms());
        Appended.Stored graces = append(Given.sms().from(Given.GRACE).withReplyTokenOf(adas.topic()));

        assertThat(graces.reason()).isEqualTo("new");
        assertThat(graces.conversation()).isNotEqualTo(adas.conversation());
        assertThat(texts(adas)).hasSize(1);
    }

    @Test
    void aResolvedTopicReopensWithinSevenDaysAndSaysSo() {
        Appended.Stored first = append(Given.sms());
        resolve(first);

        Appended.Stored again = append(Given.sms());

        assertThat(again.topic()).isEqualTo(first.topic());
        assertThat(again.reason()).isEqualTo("reopened");
        assertThat(topics.find(first.topic()).orElseThrow().status()).isEqualTo(Topic.Status.OPEN);
        assertThat(entries(first)).extracting(entry -> entry.body().type()).containsExactly("message", "system",
                "system", "message");
    }

    @Test
    void aMachinesMessageDoesNotReopenAndDoesNotWait() {
        Appended.Stored first = append(Given.sms());
        resolve(first);

        append(Given.sms().automatic());

        Topic topic = topics.find(first.topic()).orElseThrow();
        assertThat(topic.status()).isEqualTo(Topic.Status.RESOLVED);
        assertThat(topic.waitingSince()).isNull();
    }

    @Test
    void anAddressThatIsOnlyClaimedDoesNotJoinTheConversationOfItsOwner() {
        Appended.Stored owners = append(Given.mail());
        Appended.Stored strangers = append(Given.mail().claimed());

        assertThat(strangers.conversation()).isNotEqualTo(owners.conversation());
        assertThat(customers.identity(Given.ADA_MAIL, Level.OBSERVED)).map(Identity::conversation).contains(
                owners.conversation());
    }

    @Test
    void aNameReplacesTheAddressButNotAnotherName() {
        Appended.Stored stored = append(Given.sms());
        append(Given.sms().named("Ada Lovelace"));
        append(Given.sms().named("Somebody Else"));

        Conversation conversation = conversations.find(stored.conversation()).orElseThrow();
        assertThat(customers.find(conversation.customer()).orElseThrow().name()).isEqualTo("Ada Lovelace");
    }

    @Test
    void viewsListTheLongestWaitingFirstAndCountWithoutReading() {
        Appended.Stored adas = append(Given.sms());
        Appended.Stored graces = append(Given.sms().from(Given.GRACE));
        append(Given.sms());

        View all = new View("all");
        assertThat(views.page(all, null, 10).topics()).containsExactly(adas.topic(), graces.topic());
        assertThat(views.count(List.of(all, new View("unassigned"), new View("mine:p1")))).containsExactly(
                new Views.Count(2, 2, adas.at()), new Views.Count(2, 2, adas.at()), Views.Count.NONE);
    }

    @Test
    void pagesOfAViewAndOfATimelineMeetWithoutGapOrOverlap() {
        List<String> said = new ArrayList<>();
        Appended.Stored stored = append(Given.sms().saying("0"));
        said.add("0");
        for (int i = 1; i < 25; i++) {
            append(Given.sms().saying("" + i));
            append(Given.sms().from(new dev.loper.message.ChannelAddress.Phone("+3161000000" + (10 + i))));
            said.add("" + i);
        }
        Conversation conversation = conversations.find(stored.conversation()).orElseThrow();
        List<String> read = new ArrayList<>();
        EntryId before = null;
        do {
            List<Entry> page = timeline.page(conversation, before, null, 7);
            page.forEach(entry -> read.addFirst(entry.body().text()));
            before = page.size() < 7 ? null : page.getLast().id();
        } while (before != null);
        assertThat(read).isEqualTo(said);

        Set<String> seen = new HashSet<>();
        String cursor = null;
        do {
            Views.Page page = views.page(new View("all"), cursor, 4);
            page.topics().forEach(topic -> assertThat(seen.add(topic.value())).isTrue());
            cursor = page.next();
        } while (cursor != null);
        assertThat(seen).hasSize(25);
    }

    private Appended.Stored append(Given.Message message) {
        return (Appended.Stored) store.append(message.build());
    }

    private void resolve(Appended.Stored stored) {
        Conversation conversation = conversations.find(stored.conversation()).orElseThrow();
        commands.resolve(conversation, stored.topic(),
                new dev.loper.message.Author(dev.loper.message.Author.Kind.AGENT, new PersonId("p1").value(), "Lotte"));
    }

    private List<Entry> entries(Appended.Stored stored) {
        return timeline.page(conversations.find(stored.conversation()).orElseThrow(), null, null, 200).reversed();
    }

    private List<String> texts(Appended.Stored stored) {
        return entries(stored).stream().map(entry -> entry.body().text()).toList();
    }

    @Test
    void aMessageThatCameLateWasSentWhenItWasSent() {
        Instant yesterday = Instant.now(Clock.systemUTC()).minus(Duration.ofHours(25)).truncatedTo(ChronoUnit.MILLIS);
        store.append(Given.sms().sent(yesterday).build());
        assertThat(ada().seen()).isEqualTo(yesterday);

        store.append(Given.sms().build());
        Instant now = ada().seen();
        assertThat(now).isAfter(yesterday);

        store.append(Given.sms().sent(yesterday).build());
        assertThat(ada().seen()).isEqualTo(now);
        store.append(Given.sms().sent(Instant.now(Clock.systemUTC()).plus(Duration.ofDays(9))).build());
        assertThat(ada().seen()).isBefore(Instant.now(Clock.systemUTC()).plus(Duration.ofDays(1)));
    }

    @Test
    void eachAccountKnowsWhenItWasWrittenToLast() {
        AccountId one = new AccountId("sms-main");
        AccountId other = new AccountId("sms-other");
        Instant first = Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofHours(1));
        Instant second = first.plusSeconds(1);
        Instant third = first.plusSeconds(2);
        store.append(Given.sms().sent(first).build());
        assertThat(ada().seenOn(one)).isEqualTo(first);
        assertThat(ada().seenOn(other)).isNull();

        store.append(Given.to("sms-other", ChannelKind.SMS).sent(second).build());
        assertThat(ada().seenOn(one)).isEqualTo(first);
        assertThat(ada().seenOn(other)).isEqualTo(ada().seen()).isEqualTo(second);

        store.append(Given.sms().sent(third).build());
        assertThat(ada().seenOn(one)).isEqualTo(ada().seen()).isEqualTo(third);
        assertThat(ada().seenOn(other)).isEqualTo(second);

        store.append(Given.to("sms-other", ChannelKind.SMS).sent(Instant.EPOCH).build());
        assertThat(ada().seenOn(other)).isEqualTo(second);
    }

    private Identity ada() {
        return customers.identity(Given.ADA, Level.OBSERVED).orElseThrow();
    }
}
