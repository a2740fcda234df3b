package dev.loper.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.MovableClock;
import dev.loper.access.Access;
import dev.loper.access.Cover;
import dev.loper.access.Presence.State;
import dev.loper.access.QueueId;
import dev.loper.access.Queues;
import dev.loper.calendar.CalendarsFixture;
import dev.loper.conversation.EntryBody;
import dev.loper.conversation.Rig;
import dev.loper.conversation.Topic;
import dev.loper.message.ChannelAddress;
import dev.loper.message.PersonId;
import dev.loper.message.TopicId;
import dev.loper.redis.FragileStore;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisServer;
import dev.loper.redis.TimersFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of the work of people who are not here: under a clock that begins on Monday at ten, in office hours.
class AbsenceTests {

    private static final CoverProperties COVER = new CoverProperties(Duration.ofMinutes(30), Duration.ofMinutes(1), 5);

    private final RedisServer.Fresh fresh = RedisServer.fresh();
    private final MovableClock clock = new MovableClock();
    private final Floor floor = new Floor(fresh, clock, COVER);
    private final KnownQueues queues = new KnownQueues(new RedisQueues(fresh.store(), fresh.keys()), clock);
    private final FragileStore line = FragileStore.of(fresh);
    private final RedisWork work = new RedisWork(line, fresh.keys(), floor.rig.topics);
    private final RedisCovers covers = new RedisCovers(fresh.store(), fresh.keys(), clock);
    private TimersFixture timers;
    private PersonId anna;
    private PersonId bram;
    private int senders;

    @BeforeEach
    void open(@TempDir Path data) {
        clock.advance(Duration.ofHours(21));
        Access access = new Access();
        CoverMover mover = new CoverMover(work, floor.rig.conversations, floor.rig.commands, new StandIns(floor.crew,
                floor.presences), access, queues,
                new WorkingTime(new QueueCalendars(queues,
                        CalendarsFixture.of(fresh, clock))),
                clock,
                COVER);
        timers = new TimersFixture(fresh, clock, data,
                new CoverTimer(covers, mover, floor.crew, floor.presences, clock, COVER),
                new ReturnTimer(fresh.store(), fresh.keys(), clock, COVER));
        anna = floor.crew.add("anna");
        bram = floor.crew.add("bram");
        floor.crew.covered(anna, new Cover.By(bram));
        floor.comes(anna);
        floor.comes(bram);
    }

    @Test
    void anAbsenceWithoutAnEndGoesOnWhenTheLastScreenIsClosed() {
        TopicId topic = has(anna);
        floor.goes(anna);

        pass(Duration.ofMinutes(31), bram);

        assertThat(floor.has(topic)).isEqualTo(bram);
    }

    @Test
    void whoeverIsNotBackWhenTheySaidGoesOnBeingCovered() {
        floor.presences.say(anna, new Said(State.AWAY, null, null, clock.millis() + Duration.ofHours(1).toMillis(),
                clock.millis()));
        pass(Duration.ofMinutes(70), bram);
        TopicId later = has(anna);

        pass(Duration.ofMinutes(2), bram);

        assertThat(floor.has(later)).isEqualTo(bram);
    }

    @Test
    void whoeverDoesNothingForLongIsCovered() {
        TopicId topic = has(anna);
        for (int minute = 0; minute < 45; minute++) {
            clock.advance(Duration.ofMinutes(1));
            floor.presences.beat(java.util.Map.of(anna, MovableClock.NOON.plus(Duration.ofHours(21)), bram,
                    clock.instant()));
            timers.look();
        }

        assertThat(floor.has(topic)).isEqualTo(bram);
    }

    @Test
    void whoeverIsGoneIsCoveredWhileTheQueueIsOpen() {
        TopicId topic = has(anna);

        pass(Duration.ofMinutes(40), bram);

        assertThat(floor.has(topic)).isEqualTo(bram);
    }

    @Test
    void whoeverHasGoneHomeKeepsTheirWorkOvernight() {
        clock.advance(Duration.ofHours(8));
        floor.comes(anna);
        TopicId topic = has(anna);
        pass(Duration.ofHours(14), bram);
        assertThat(floor.has(topic)).isEqualTo(anna);

        floor.comes(anna);
        pass(Duration.ofHours(1), anna);

        assertThat(floor.has(topic)).isEqualTo(anna);
    }

    /// Whoever went home has their work looked at every minute of the night: that must cost nothing.
    @Test
    void nothingIsReadOfWhoeverHasGoneHomeWhileNoQueueIsOpen() {
        clock.advance(Duration.ofHours(8));
        floor.comes(anna);
        has(anna);
        pass(Duration.ofMinutes(2), bram);
        line.goAway();

        pass(Duration.ofHours(4), bram);

        assertThat(line.refused()).isZero();
    }

    @Test
    void whatLiesBehindMuchThatNeedsNobodyIsComeToInTime() {
        for (int i = 0; i < 210; i++) {
            answered(anna);
        }
        TopicId last = has(anna);
        snooze(last, Duration.ofDays(300));
        floor.goes(anna);

        pass(Duration.ofMinutes(33), bram);

        assertThat(floor.has(last)).isEqualTo(bram);
    }

    @Test
    void oneLookReadsABoundedPartAndTheNextOnesTheRest() {
        for (int i = 0; i < 310; i++) {
            answered(anna);
        }
        for (int i = 0; i < 110; i++) {
            snooze(has(anna), Duration.ofDays(1));
        }
        List<TopicId> read = new ArrayList<>();
        String from = null;
        for (int looks = 0; looks < 3; looks++) {
            RedisWork.Some some = work.others(anna, from);
            assertThat(some.topics()).hasSizeLessThanOrEqualTo(200);
            some.topics().forEach(topic -> read.add(topic.id()));
            from = some.next();
        }

        assertThat(from).isNull();
        assertThat(read).hasSize(420).doesNotHaveDuplicates();
        assertThat(work.waiting(anna)).isEmpty();
    }

    @Test
    void nobodyWhoWaitsIsGivenToACoverWhoIsNotThere() {
        PersonId carla = floor.crew.add("carla");
        floor.crew.covered(bram, new Cover.By(carla));
        TopicId topic = has(anna);
        floor.goes(anna);

        pass(Duration.ofMinutes(31), carla);
        assertThat(floor.has(topic)).isEqualTo(carla);

        pass(Duration.ofMinutes(6));
        TopicId second = has(anna);
        pass(Duration.ofMinutes(2));
        assertThat(floor.has(second)).isNull();
    }

    @Test
    void allThatIsSnoozedGoesAlongHoweverMuchOthersHaveSnoozed() {
        for (int i = 0; i < 1100; i++) {
            snooze(has(bram), Duration.ofDays(1));
        }
        TopicId last = has(anna);
        snooze(last, Duration.ofDays(300));
        assertThat(work.count(anna, Queues.all()).snoozed()).isOne();

        covers.ask(anna, null, Queues.all(), new PersonId("inge"), "Inge");
        timers.look();

        assertThat(floor.has(last)).isNull();
        assertThat(floor.topic(last).status()).isEqualTo(Topic.Status.SNOOZED);
    }

    @Test
    void aTopicThatMovesMeanwhileIsNotGivenToWhoeverCannotSeeIt() {
        floor.crew.worksIn(bram, "orders");
        TopicId topic = has(anna);
        Topic read = floor.topic(topic);
        floor.rig.commands.moveTo(new EntryBody.QueueRef("billing", "billing"), floor.conversation(topic), topic, anna,
                "", Rig.LOTTE);

        floor.rig.commands.cover(floor.conversation(topic), read, bram, "bram", anna, "anna", "asked", null, Rig.LOTTE);

        assertThat(floor.has(topic)).isEqualTo(anna);
    }

    @Test
    void whatTwoSupervisorsAskForTheirQueuesIsBothDone() {
        List<TopicId> orders = new ArrayList<>();
        List<TopicId> billing = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            orders.add(has(anna));
            billing.add(has(anna, "billing"));
        }

        covers.ask(anna, bram, only("orders"), new PersonId("inge"), "Inge");
        covers.ask(anna, null, only("billing"), new PersonId("noor"), "Noor");
        for (int i = 0; i < 8; i++) {
            timers.look();
        }

        assertThat(orders).allMatch(topic -> bram.equals(floor.has(topic)));
        assertThat(billing).allMatch(topic -> floor.has(topic) == null);
        assertThat(fresh.redis().exists(fresh.keys().of(Family.COVERS))).isFalse();
    }

    @Test
    void whatSomebodyIsGivenJustAsTheyLeaveIsFoundByAnotherLook() {
        floor.crew.leaves(anna);
        fresh.redis().zadd(fresh.keys().of(Family.TIMERS), clock.millis(), "cover|anna|left");
        timers.look();
        timers.look();
        TopicId late = has(anna);

        clock.advance(Duration.ofMinutes(1));
        floor.comes(bram);
        timers.look();
        timers.look();

        assertThat(floor.has(late)).isEqualTo(bram);
        assertThat(fresh.redis().zrange(fresh.keys().of(Family.TIMERS), 0, -1)).noneMatch(
                timer -> timer.startsWith("cover|anna|left"));
    }

    private TopicId has(PersonId person) {
        return has(person, "orders");
    }

    private TopicId has(PersonId person, String queue) {
        TopicId topic = floor.text(queue + " - Where is my lamp?");
        floor.assign(topic, person);
        return topic;
    }

    /// Somebody has a topic in which nobody waits.
    private TopicId answered(PersonId person) {
        ChannelAddress from = new ChannelAddress.Phone("+3162%07d".formatted(++senders));
        TopicId topic = floor.text(from, "orders - Where is my lamp?");
        floor.assign(topic, person);
        floor.rig.answers(topic, from, "It is on its way.");
        return topic;
    }

    private void snooze(TopicId topic, Duration time) {
        floor.rig.commands.snooze(floor.conversation(topic), topic, clock.instant().plus(time), Rig.LOTTE);
    }

    /// Time goes by, and only these sit at their screens.
    private void pass(Duration time, PersonId... here) {
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plusMinutes(1)) {
            clock.advance(Duration.ofMinutes(1));
            floor.presences.beat(java.util.Map.of());
            for (PersonId person : here) {
                floor.comes(person);
            }
            timers.look();
        }
    }

    private static Queues only(String queue) {
        return new Queues.Only(java.util.Set.of(new QueueId(queue)));
    }
}
