package dev.loper.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.MovableClock;
import dev.loper.access.Browser;
import dev.loper.access.Browser.Answer;
import dev.loper.access.People;
import dev.loper.access.Person;
import dev.loper.access.Presence.Reason;
import dev.loper.access.Presence.State;
import dev.loper.access.QueueId;
import dev.loper.conversation.Appended;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.Conversations;
import dev.loper.conversation.Entry;
import dev.loper.conversation.EntryBody;
import dev.loper.conversation.EntryBody.Event;
import dev.loper.conversation.InboundStore;
import dev.loper.conversation.Timeline;
import dev.loper.conversation.Topic;
import dev.loper.conversation.TopicCommands;
import dev.loper.conversation.Topics;
import dev.loper.message.Author;
import dev.loper.message.ChannelAddress;
import dev.loper.message.PersonId;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisServer;
import dev.loper.redis.RedisStore;
import dev.loper.redis.TimersFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import redis.clients.jedis.UnifiedJedis;
import tools.jackson.databind.JsonNode;

/// Who takes over whose work, on a real store, with a supervisor over HTTP.
@SpringBootTest(classes = RoutingApp.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "loper.public-url=http://loper.test", "loper.cover.after=30m", "loper.cover.every=1m", "loper.cover.batch=5"})
@ActiveProfiles("demo")
@Import(CoverTests.Time.class)
class CoverTests {

    private static final Author SUPERVISOR = new Author(Author.Kind.AGENT, "inge", "Inge Vermeer");

    static class Time {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @Autowired
    People people;

    @Autowired
    RedisPresences presences;

    @Autowired
    CoverTimer coverTimer;

    @Autowired
    ReturnTimer returnTimer;

    @Autowired
    HolderTimer holderTimer;

    @Autowired
    QueueStore queues;

    @Autowired
    InboundStore inbound;

    @Autowired
    Conversations conversations;

    @Autowired
    Topics topics;

    @Autowired
    Timeline timeline;

    @Autowired
    TopicCommands commands;

    @Autowired
    RedisStore store;

    @Autowired
    RedisKeys keys;

    @Autowired
    UnifiedJedis redis;

    /// One for all tests: whoever looks is the same node each time, and need not wait for its own lease.
    @TempDir
    static Path data;

    private TimersFixture timers;

    @DynamicPropertySource
    static void redis(DynamicPropertyRegistry registry) {
        RedisServer.register(registry);
    }

    @BeforeEach
    void lookWhenToldTo() {
        timers = new TimersFixture(new RedisServer.Fresh(redis, store, keys), clock, data, coverTimer, returnTimer,
                holderTimer);
    }

    @Test
    void whoeverLeavesIsTakenOverByTheirCoverAndTheTimelineSaysSo() {
        Person bram = somebody("Bram", "");
        Person anna = somebody("Anna", bram);
        TopicId topic = assigned(anna, "Where is my lamp?");

        leave(anna);
        timers.look();

        assertThat(assignee(topic)).isEqualTo(bram.id());
        Entry told = events(topic, "covered-left").getFirst();
        assertThat(event(told).personName()).isEqualTo("Bram");
        assertThat(event(told).title()).isEqualTo("Anna");
        assertThat(told.body().author()).isEqualTo(Author.SYSTEM);
    }

    @Test
    void withoutACoverTheWorkOfWhoeverLeavesGoesBackToItsQueue() {
        Person anna = somebody("Anna", "");
        TopicId topic = assigned(anna, "Where is my lamp?");

        leave(anna);
        timers.look();

        assertThat(assignee(topic)).isNull();
        assertThat(events(topic, "covered-left")).singleElement().satisfies(entry -> assertThat(
                event(entry).person()).isNull());
    }

    @Test
    void whoeverLosesAQueueLetsGoOfWhatTheyHaveThereAndKeepsTheRest() {
        Person bram = somebody("Bram", "");
        Person anna = somebody("Anna", bram);
        TopicId kept = assigned(anna, "Where is my lamp?");
        TopicId lost = assigned(anna, "My bill is wrong.");
        TopicId snoozed = assigned(anna, "My bill can wait.");
        commands.moveTo(new EntryBody.QueueRef("billing", "Billing"), conversation(lost), lost, anna.id(), "",
                SUPERVISOR);
        commands.moveTo(new EntryBody.QueueRef("billing", "Billing"), conversation(snoozed), snoozed, anna.id(), "",
                SUPERVISOR);
        commands.snooze(conversation(snoozed), snoozed, clock.instant().plus(Duration.ofDays(3)), SUPERVISOR);
        works(anna, Map.of("every", false, "only", Map.of("main", "agent", "billing", "agent")));
        settle();
        assertThat(assignee(lost)).isEqualTo(anna.id());

        works(anna, Map.of("every", false, "only", Map.of("main", "agent")));
        settle();

        assertThat(assignee(lost)).isNull();
        assertThat(assignee(snoozed)).isNull();
        assertThat(assignee(kept)).isEqualTo(anna.id());
        assertThat(event(events(lost, "covered-queues").getFirst()).title()).isEqualTo("Anna");
        assertThat(topics.find(snoozed).orElseThrow().status()).isEqualTo(Topic.Status.SNOOZED);
    }

    @Test
    void whatIsSnoozedGoesAlongAndStaysSnoozed() {
        Person bram = somebody("Bram", "");
        Person anna = somebody("Anna", bram);
        TopicId topic = assigned(anna, "It can wait until Monday.");
        commands.snooze(conversation(topic), topic, clock.instant().plus(Duration.ofDays(400)), SUPERVISOR);

        leave(anna);
        settle();

        assertThat(assignee(topic)).isEqualTo(bram.id());
        assertThat(topics.find(topic).orElseThrow().status()).isEqualTo(Topic.Status.SNOOZED);
    }

    @Test
    void whatWasResolvedStaysWithWhoeverResolvedIt() {
        Person anna = somebody("Anna", "queue");
        TopicId topic = assigned(anna, "Thanks!");
        commands.resolve(conversation(topic), topic, SUPERVISOR);

        leave(anna);
        settle();

        assertThat(assignee(topic)).isEqualTo(anna.id());
    }

    @Test
    void aCustomerWhoComesBackToSomebodyWhoLeftWaitsForWhoeverTakesOver() {
        Person bram = somebody("Bram", "");
        Person anna = somebody("Anna", "queue");
        Person carla = somebody("Carla", bram);
        comes(bram);
        ChannelAddress.Phone ada = stranger();
        ChannelAddress.Phone bea = stranger();
        TopicId first = resolved(anna, ada);
        TopicId second = resolved(carla, bea);
        leave(anna);
        leave(carla);
        settle();

        assertThat(writes(ada, "It broke again.")).isEqualTo(first);
        assertThat(writes(bea, "It broke again.")).isEqualTo(second);
        timers.look();

        assertThat(assignee(first)).isNull();
        assertThat(events(first, "covered-left")).hasSize(1);
        assertThat(assignee(second)).isEqualTo(bram.id());
    }

    @Test
    void aCustomerWhoComesBackToSomebodyWhoLostTheQueueWaitsInIt() {
        Person anna = somebody("Anna", "");
        ChannelAddress.Phone ada = stranger();
        TopicId topic = resolved(anna, ada);
        works(anna, Map.of("every", false, "only", Map.of("billing", "agent")));
        settle();

        writes(ada, "It broke again.");
        timers.look();

        assertThat(assignee(topic)).isNull();
        assertThat(events(topic, "covered-queues")).hasSize(1);
    }

    @Test
    void whatWeOpenAgainOfSomebodyWhoLeftGoesToItsQueueToo() {
        Person anna = somebody("Anna", "queue");
        TopicId topic = resolved(anna, stranger());
        leave(anna);
        settle();

        commands.reopen(conversation(topic), topic, SUPERVISOR);
        timers.look();

        assertThat(assignee(topic)).isNull();
    }

    @Test
    void aCustomerWhoComesBackKeepsWhoeverHelpedThemUnlessTheQueueIsGivenOutAndTheyAreNotHere() {
        Person anna = somebody("Anna", "");
        ChannelAddress.Phone ada = stranger();
        TopicId topic = resolved(anna, ada);
        writes(ada, "It broke again.");
        timers.look();
        assertThat(assignee(topic)).isEqualTo(anna.id());

        automatic(true);
        try {
            comes(anna);
            presences.say(anna.id(), new Said(State.BUSY, null, null, null, clock.millis()));
            commands.resolve(conversation(topic), topic, SUPERVISOR);
            writes(ada, "And again.");
            timers.look();
            assertThat(assignee(topic)).isEqualTo(anna.id());

            away(anna, clock.instant().plus(Duration.ofHours(1)));
            commands.resolve(conversation(topic), topic, SUPERVISOR);
            writes(ada, "And again!");
            timers.look();
            assertThat(assignee(topic)).isNotEqualTo(anna.id());
            assertThat(events(topic, "covered-away")).hasSize(1);
        } finally {
            automatic(false);
        }
    }

    @Test
    void anAbsenceThatLastsHasTheWaitingTopicsTakenOver() {
        Person bram = somebody("Bram", "");
        Person anna = somebody("Anna", bram);
        TopicId waiting = assigned(anna, "Where is my lamp?");
        Instant monday = clock.instant().plus(Duration.ofDays(3));
        away(anna, monday);
        timers.look();
        assertThat(assignee(waiting)).isEqualTo(anna.id());

        clock.advance(Duration.ofMinutes(30));
        comes(bram);
        timers.look();

        assertThat(assignee(waiting)).isEqualTo(bram.id());
        assertThat(event(events(waiting, "covered-away").getFirst()).until()).isEqualTo(monday);
    }

    @Test
    void whatIsPromisedBeforeTheyAreBackIsTakenOverThoughNobodyWaits() {
        Person bram = somebody("Bram", "");
        Person anna = somebody("Anna", bram);
        Instant monday = clock.instant().plus(Duration.ofDays(3));
        TopicId before = promised(anna, monday.minus(Duration.ofHours(1)), "open");
        TopicId snoozed = promised(anna, monday.minus(Duration.ofHours(1)), "open");
        commands.snooze(conversation(snoozed), snoozed, monday.plus(Duration.ofDays(300)), SUPERVISOR);
        TopicId after = promised(anna, monday.plus(Duration.ofHours(1)), "open");
        away(anna, monday);
        clock.advance(Duration.ofMinutes(30));
        comes(bram);
        settle();

        assertThat(assignee(before)).isEqualTo(bram.id());
        assertThat(assignee(snoozed)).isEqualTo(bram.id());
        assertThat(assignee(after)).isEqualTo(anna.id());
    }

    @Test
    void aTopicInWhichACustomerWritesDuringTheAbsenceIsTakenOverThen() {
        Person bram = somebody("Bram", "");
        Person anna = somebody("Anna", bram);
        away(anna, clock.instant().plus(Duration.ofDays(3)));
        clock.advance(Duration.ofMinutes(30));
        settle();
        TopicId later = assigned(anna, "Is anybody there?");
        timers.look();
        assertThat(assignee(later)).isEqualTo(anna.id());

        clock.advance(Duration.ofMinutes(1));
        comes(bram);
        timers.look();

        assertThat(assignee(later)).isEqualTo(bram.id());
    }

    @Test
    void aShortBreakMovesNothingAndNeitherDoesAnAbsenceThatIsOver() {
        Person bram = somebody("Bram", "");
        Person anna = somebody("Anna", bram);
        TopicId topic = assigned(anna, "Where is my lamp?");

        away(anna, clock.instant().plus(Duration.ofMinutes(20)));
        clock.advance(Duration.ofMinutes(40));
        settle();
        assertThat(assignee(topic)).isEqualTo(anna.id());

        away(anna, clock.instant().plus(Duration.ofDays(1)));
        clock.advance(Duration.ofMinutes(10));
        presences.say(anna.id(), presences.fresh());
        clock.advance(Duration.ofHours(1));
        settle();
        assertThat(assignee(topic)).isEqualTo(anna.id());
    }

    @Test
    void nobodyDecidedMeansThatTheWorkOfWhoeverIsAbsentStaysTheirs() {
        Person anna = somebody("Anna", "");
        TopicId topic = assigned(anna, "Where is my lamp?");
        away(anna, clock.instant().plus(Duration.ofDays(3)));

        clock.advance(Duration.ofHours(1));
        settle();

        assertThat(assignee(topic)).isEqualTo(anna.id());
    }

    @Test
    void whoeverIsAwayTooPassesItOnToTheirOwnCoverAndTheLastToTheQueue() {
        Person carla = somebody("Carla", "");
        Person bram = somebody("Bram", carla);
        Person anna = somebody("Anna", bram);
        TopicId first = assigned(anna, "Where is my lamp?");
        away(bram, clock.instant().plus(Duration.ofDays(3)));
        leave(anna);
        settle();
        assertThat(assignee(first)).isEqualTo(carla.id());

        Person dirk = somebody("Dirk", bram);
        TopicId second = assigned(dirk, "And my chair?");
        away(carla, clock.instant().plus(Duration.ofDays(3)));
        leave(dirk);
        settle();
        assertThat(assignee(second)).isNull();
    }

    @Test
    void twoWhoCoverEachOtherAndAreBothAwayLeaveItToTheQueue() {
        Person self = somebody("Self", "");
        Person other = somebody("Other", self);
        covered(self.id(), "person:" + other.id());
        TopicId topic = assigned(self, "Hello?");
        away(other, clock.instant().plus(Duration.ofDays(3)));

        leave(self);
        settle();

        assertThat(assignee(topic)).isNull();
    }

    @Test
    void aSupervisorHandsAllOverByOneWordAndItIsInTheAudit() {
        Person bram = somebody("Bram", "");
        Person anna = somebody("Anna", "");
        TopicId topic = assigned(anna, "Where is my lamp?");

        Answer answer = inge().post(path(anna) + "/hand-over", Map.of("to", bram.id().value()));
        timers.look();

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body().path("open").asInt()).isOne();
        assertThat(assignee(topic)).isEqualTo(bram.id());
        assertThat(events(topic, "covered-asked").getFirst().body().author()).isEqualTo(SUPERVISOR);
        JsonNode audited = browser("noor").get("/api/v1/audit").body().at("/items/1");
        assertThat(audited.path("what").asString()).isEqualTo("work-handed-over");
    }

    @Test
    void withoutANameItGoesToTheirCover() {
        Person bram = somebody("Bram", "");
        Person anna = somebody("Anna", bram);
        TopicId topic = assigned(anna, "Where is my lamp?");

        assertThat(inge().get(path(anna)).body().path("toName").asString()).isEqualTo("Bram");
        inge().post(path(anna) + "/hand-over", Map.of());
        settle();

        assertThat(assignee(topic)).isEqualTo(bram.id());
    }

    @Test
    void nothingIsHandedToWhoeverIsAwayLeftOrIsTheSame() {
        Person away = somebody("Away", "");
        Person left = somebody("Left", "");
        Person anna = somebody("Anna", "");
        away(away, clock.instant().plus(Duration.ofDays(3)));
        leave(left);

        assertThat(handOver(anna, away.id().value()).type()).isEqualTo("cover-away");
        assertThat(handOver(anna, left.id().value()).type()).isEqualTo("unknown-person");
        Person elsewhere = somebody("Elsewhere", "");
        works(elsewhere, Map.of("every", false, "only", Map.of("billing", "agent")));
        assigned(anna, "Where is my lamp?");
        assertThat(handOver(anna, elsewhere.id().value()).type()).isEqualTo("cover-elsewhere");
        assertThat(handOver(anna, anna.id().value()).type()).isEqualTo("own-cover");
        assertThat(browser("lotte").post(path(anna) + "/hand-over", Map.of()).type()).isEqualTo("forbidden");
    }

    @Test
    void whatSomebodyTookMeanwhileIsLeftToThem() {
        Person bram = somebody("Bram", "");
        Person anna = somebody("Anna", bram);
        TopicId topic = assigned(anna, "Where is my lamp?");
        leave(anna);
        give(topic, "lotte");

        settle();

        assertThat(assignee(topic)).isEqualTo(new PersonId("lotte"));
        assertThat(events(topic, "covered-left")).isEmpty();
    }

    @Test
    void aFewAreMovedAtATimeAndAnotherNodeGoesOnWhereOneDied() {
        Person bram = somebody("Bram", "");
        Person anna = somebody("Anna", bram);
        List<TopicId> all = many(anna, 12);
        leave(anna);

        timers.look();
        assertThat(all).filteredOn(topic -> bram.id().equals(assignee(topic))).hasSize(5);
        TimersFixture other = new TimersFixture(new RedisServer.Fresh(redis, store, keys), clock, data, coverTimer,
                returnTimer);
        other.lookAnyway();
        other.lookAnyway();

        assertThat(all).allMatch(topic -> bram.id().equals(assignee(topic)));
    }

    @Test
    void twoNodesAtOnceMoveEveryTopicOnce() throws Exception {
        Person bram = somebody("Bram", "");
        Person anna = somebody("Anna", bram);
        List<TopicId> all = many(anna, 20);
        leave(anna);

        try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> looks = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                looks.add(nodes.submit(timers::lookAnyway));
            }
            for (Future<?> look : looks) {
                look.get();
            }
        }
        settle();

        assertThat(all).allSatisfy(topic -> {
            assertThat(assignee(topic)).isEqualTo(bram.id());
            assertThat(events(topic, "covered-left")).hasSize(1);
        });
    }

    @Test
    void whenAllIsDoneNothingIsLeftToDo() {
        Person anna = somebody("Anna", "queue");
        many(anna, 7);
        inge().post(path(anna) + "/hand-over", Map.of("to", "queue"));
        leave(anna);
        settle();
        clock.advance(Duration.ofMinutes(1));
        settle();

        assertThat(redis.zrange(keys.of(RedisKeys.Family.TIMERS), 0, -1)).noneMatch(timer -> timer.contains(
                anna.id().value()));
        assertThat(redis.hkeys(keys.of(RedisKeys.Family.COVERS))).noneMatch(field -> field.startsWith(
                anna.id().value()));
    }

    @Test
    void aSupervisorOfOneQueueHandsOverWhatIsThereAndNothingElse() {
        Person bram = somebody("Bram", "");
        Person anna = somebody("Anna", bram);
        TopicId elsewhere = assigned(anna, "Where is my lamp?");
        TopicId theirs = assigned(anna, "My bill is wrong.");
        commands.moveTo(new EntryBody.QueueRef("billing", "Billing"), conversation(theirs), theirs, anna.id(), "",
                SUPERVISOR);
        works(anna, Map.of("every", false, "only", Map.of("main", "agent", "billing", "agent")));
        Person supervisor = somebody("Sara", "");
        browser("noor").patch("/api/v1/people/" + supervisor.id(), Map.of("roles", List.of("supervisor"), "queues",
                Map.of("every", false, "only", Map.of("billing", "supervisor"))));
        Browser sara = new Browser(port);
        sara.signIn(supervisor.email(), "drie paarse olifanten");

        Answer asked = sara.post(path(anna) + "/hand-over", Map.of("to", "queue"));
        settle();

        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.body().path("open").asInt()).isOne();
        assertThat(assignee(theirs)).isNull();
        assertThat(assignee(elsewhere)).isEqualTo(anna.id());
        assertThat(sara.post(path(bram) + "/hand-over", Map.of("to", "queue")).type()).isEqualTo("forbidden");
        assertThat(sara.get(path(bram)).type()).isEqualTo("forbidden");
        assertThat(
                sara.post("/api/v1/people/noor/presence", Map.of("state", "away", "reason", "ill")).type()).isEqualTo(
                        "forbidden");
    }

    private Person somebody(String name, @Nullable Person cover) {
        return somebody(name, cover == null ? "" : "person:" + cover.id());
    }

    private Person somebody(String name, String cover) {
        Answer made = browser("noor").post("/api/v1/people", Map.of("name", name, "email", UUID.randomUUID()
                + "@loper.test", "password", "drie paarse olifanten", "roles", List.of("agent")));
        PersonId id = new PersonId(made.body().path("id").asString());
        covered(id, cover);
        Person person = people.byId(id).orElseThrow();
        comes(person);
        return person;
    }

    private void covered(PersonId person, String cover) {
        assertThat(inge().patch("/api/v1/people/" + person, Map.of("cover", cover)).status()).isEqualTo(200);
    }

    private TopicId assigned(Person person, String words) {
        TopicId topic = writes(stranger(), words);
        give(topic, person.id().value());
        return topic;
    }

    private TopicId resolved(Person person, ChannelAddress.Phone customer) {
        TopicId topic = writes(customer, "Where is my lamp?");
        give(topic, person.id().value());
        commands.resolve(conversation(topic), topic, SUPERVISOR);
        return topic;
    }

    private TopicId writes(ChannelAddress.Phone customer, String words) {
        return ((Appended.Stored) inbound.append(Given.sms().from(customer).saying(words).build())).topic();
    }

    private static ChannelAddress.Phone stranger() {
        return new ChannelAddress.Phone("+316" + (10_000_000 + ThreadLocalRandom.current().nextInt(80_000_000)));
    }

    private void comes(Person person) {
        presences.beat(Map.of(person.id(), clock.instant()));
    }

    private void automatic(boolean wanted) {
        Queue main = queues.find(QueueId.MAIN).orElseThrow();
        Answer saved = browser("noor").send("PUT", "/api/v1/queues/main", Map.of("name", main.name(), "automatic",
                wanted, "version", main.version()));
        assertThat(saved.status()).isEqualTo(200);
    }

    /// A topic in which nobody waits, and something is promised, as its row tells.
    private TopicId promised(Person person, Instant due, String state) {
        TopicId topic = assigned(person, "Where is my lamp?");
        String key = keys.of(RedisKeys.Family.TOPICS);
        Map<String, Object> kept = new HashMap<>(RedisJson.read(redis.hget(key, topic.value()), Map.class));
        kept.remove("waiting");
        kept.put("promise", Map.of("id", "p1", "due", due.toEpochMilli(), "state", state));
        redis.hset(key, topic.value(), RedisJson.write(kept));
        return topic;
    }

    private void give(TopicId topic, String person) {
        assertThat(inge().post("/api/v1/topics/" + topic + "/assign", Map.of("assignee", person)).status()).isEqualTo(
                200);
    }

    private List<TopicId> many(Person person, int count) {
        List<TopicId> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(assigned(person, "Question " + i));
        }
        return made;
    }

    private void works(Person person, Map<String, Object> queues) {
        assertThat(browser("noor").patch("/api/v1/people/" + person.id(), Map.of("queues", queues)).status()).isEqualTo(
                200);
    }

    private void leave(Person person) {
        assertThat(browser("noor").patch("/api/v1/people/" + person.id(), Map.of("active", false)).status()).isEqualTo(
                200);
    }

    private void away(Person person, Instant until) {
        presences.say(person.id(), new Said(State.AWAY, Reason.ILL, null, until.toEpochMilli(), clock.millis()));
    }

    private void settle() {
        for (int i = 0; i < 10; i++) {
            timers.look();
        }
    }

    private Answer handOver(Person from, String to) {
        return inge().post(path(from) + "/hand-over", Map.of("to", to));
    }

    private static String path(Person person) {
        return "/api/v1/people/" + person.id() + "/work";
    }

    private @Nullable PersonId assignee(TopicId topic) {
        return topics.find(topic).orElseThrow().assignee();
    }

    private Conversation conversation(TopicId topic) {
        return conversations.find(topics.find(topic).orElseThrow().conversation()).orElseThrow();
    }

    private List<Entry> events(TopicId topic, String kind) {
        return timeline.page(conversation(topic), null, null, 200).stream().filter(entry -> entry.body().event() != null
                && entry.body().event().kind().equals(kind)).toList();
    }

    private static Event event(Entry entry) {
        return Objects.requireNonNull(entry.body().event());
    }

    private Browser inge() {
        return browser("inge");
    }

    private Browser browser(String name) {
        Browser browser = new Browser(port);
        assertThat(browser.signIn(name + "@loper.test", "loper-demo").status()).isEqualTo(200);
        return browser;
    }
}
