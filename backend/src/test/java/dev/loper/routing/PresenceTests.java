package dev.loper.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.MovableClock;
import dev.loper.access.Presence;
import dev.loper.access.Presence.Reason;
import dev.loper.access.Presence.State;
import dev.loper.message.PersonId;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisServer;
import dev.loper.redis.RedisServer.Fresh;
import dev.loper.redis.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// How people stand, seen by two nodes on one Redis.
@ExtendWith(RedisServer.class)
class PresenceTests {

    private static final PersonId LOTTE = new PersonId("lotte");
    private static final PersonId BRAM = new PersonId("bram");
    private static final Duration IDLE = Duration.ofMinutes(10);
    private static final Duration LAPSE = Duration.ofSeconds(20);
    private static final Duration BEAT = Duration.ofSeconds(5);
    private static final CoverProperties COVER = new CoverProperties(Duration.ofMinutes(30), Duration.ofMinutes(1), 50);

    private final MovableClock clock = new MovableClock();
    private Fresh redis;
    private RedisPresences here;
    private RedisPresences there;

    @BeforeEach
    void start(Fresh fresh) {
        redis = fresh;
        here = node(IDLE);
        there = node(IDLE);
    }

    @Test
    void whoeverOpensAScreenIsOnlineOnEveryNode() {
        assertThat(state(LOTTE)).isEqualTo(State.OFFLINE);

        here.beat(Map.of(LOTTE, clock.instant()));

        assertThat(Objects.requireNonNull(there.of(List.of(LOTTE)).get(LOTTE)).state()).isEqualTo(State.ONLINE);
        assertThat(told(LOTTE)).isOne();
    }

    @Test
    void whoeverHasAScreenOnAnotherNodeIsNotGone() {
        here.beat(Map.of(LOTTE, clock.instant()));
        there.beat(Map.of(LOTTE, clock.instant()));

        for (Duration passed = Duration.ZERO; passed.compareTo(LAPSE.multipliedBy(2)) < 0; passed = passed.plus(BEAT)) {
            clock.advance(BEAT);
            here.beat(Map.of());
            there.beat(Map.of(LOTTE, clock.instant()));
        }

        assertThat(state(LOTTE)).isEqualTo(State.ONLINE);
        assertThat(told(LOTTE)).isOne();
    }

    @Test
    void whoeversLastScreenIsGoneIsOfflineAndItIsToldOnce() {
        here.beat(Map.of(LOTTE, clock.instant()));
        clock.advance(LAPSE);

        assertThat(state(LOTTE)).isEqualTo(State.OFFLINE);
        here.beat(Map.of());
        there.beat(Map.of());

        assertThat(told(LOTTE)).isEqualTo(2);
    }

    @Test
    void thePeopleOfANodeThatDiedAreOffline() {
        there.beat(Map.of(LOTTE, clock.instant(), BRAM, clock.instant()));
        clock.advance(LAPSE);
        here.beat(Map.of(BRAM, clock.instant()));

        assertThat(state(LOTTE)).isEqualTo(State.OFFLINE);
        assertThat(state(BRAM)).isEqualTo(State.ONLINE);
    }

    @Test
    void reloadingAPageForgetsNothing() {
        here.beat(Map.of(LOTTE, clock.instant()));
        here.say(LOTTE, busy());
        clock.advance(LAPSE.minusSeconds(1));

        there.beat(Map.of(LOTTE, clock.instant()));

        assertThat(state(LOTTE)).isEqualTo(State.BUSY);
    }

    @Test
    void whoeverComesBackTheNextMorningIsOnlineAndNotBusyAnyMore() {
        here.beat(Map.of(LOTTE, clock.instant()));
        here.say(LOTTE, busy());
        clock.advance(Duration.ofHours(14));
        here.beat(Map.of());

        here.beat(Map.of(LOTTE, clock.instant()));

        assertThat(state(LOTTE)).isEqualTo(State.ONLINE);
    }

    @Test
    void withoutInputWhoeverIsOnlineIsAwayAndInputBringsThemBack() {
        Instant last = clock.instant();
        here.beat(Map.of(LOTTE, last));
        stayFor(IDLE, last);

        assertThat(presence(LOTTE).state()).isEqualTo(State.AWAY);
        assertThat(presence(LOTTE).reason()).isEqualTo(Reason.IDLE);

        clock.advance(Duration.ofSeconds(1));
        here.beat(Map.of(LOTTE, clock.instant()));

        assertThat(state(LOTTE)).isEqualTo(State.ONLINE);
        assertThat(told(LOTTE)).isEqualTo(3);
    }

    @Test
    void inputOnAnyScreenOfTheirsCounts() {
        Instant last = clock.instant();
        here.beat(Map.of(LOTTE, last));
        clock.advance(BEAT);
        there.beat(Map.of(LOTTE, clock.instant()));
        stayFor(IDLE.minus(BEAT), last);

        assertThat(state(LOTTE)).isEqualTo(State.ONLINE);
    }

    @Test
    void whoeverSaidTheyAreBusyStaysSoWithoutInput() {
        Instant last = clock.instant();
        here.beat(Map.of(LOTTE, last));
        here.say(LOTTE, busy());
        stayFor(IDLE.multipliedBy(2), last);

        assertThat(state(LOTTE)).isEqualTo(State.BUSY);
    }

    @Test
    void whoeverJustSaidTheyAreOnlineIsNotIdleAtOnce() {
        Instant last = clock.instant();
        here.beat(Map.of(LOTTE, last));
        here.say(LOTTE, busy());
        stayFor(IDLE.multipliedBy(2), last);
        here.say(LOTTE, here.fresh());
        here.beat(Map.of(LOTTE, last));

        assertThat(state(LOTTE)).isEqualTo(State.ONLINE);
    }

    @Test
    void nobodyIsIdleWhereTheSettingIsOff() {
        RedisPresences never = node(Duration.ZERO);
        Instant last = clock.instant();
        never.beat(Map.of(LOTTE, last));
        clock.advance(Duration.ofSeconds(10));
        for (int i = 0; i < 1000; i++) {
            never.beat(Map.of(LOTTE, last));
            clock.advance(Duration.ofSeconds(10));
        }

        assertThat(state(LOTTE)).isEqualTo(State.ONLINE);
    }

    @Test
    void anAbsenceWithAnEndOutlastsTheScreen() {
        here.beat(Map.of(LOTTE, clock.instant()));
        Instant monday = clock.instant().plus(Duration.ofDays(3));
        here.say(LOTTE, away(Reason.HOLIDAY, monday));
        clock.advance(Duration.ofHours(1));
        here.beat(Map.of());

        assertThat(presence(LOTTE)).isEqualTo(new Presence(State.AWAY, Reason.HOLIDAY, "Texel", monday,
                MovableClock.NOON));
    }

    @Test
    void anAbsenceWithoutAnEndOutlastsTheScreenToo() {
        here.beat(Map.of(LOTTE, clock.instant()));
        here.say(LOTTE, new Said(State.AWAY, Reason.ILL, null, null, clock.millis()));
        clock.advance(Duration.ofHours(1));
        here.beat(Map.of());
        assertThat(state(LOTTE)).isEqualTo(State.AWAY);

        here.beat(Map.of(LOTTE, clock.instant()));
        assertThat(state(LOTTE)).isEqualTo(State.AWAY);
        here.say(LOTTE, here.fresh());

        assertThat(state(LOTTE)).isEqualTo(State.ONLINE);
        assertThat(here.absence(LOTTE)).isEmpty();
    }

    @Test
    void thatSomebodyWithoutAScreenIsIllIsKeptThoughNobodyKnowsForHowLong() {
        here.say(LOTTE, new Said(State.AWAY, Reason.ILL, null, null, clock.millis()));

        assertThat(presence(LOTTE).reason()).isEqualTo(Reason.ILL);
        assertThat(covers()).hasSize(1);
    }

    @Test
    void aScreenThatComesBackWithNobodyBeforeItMakesNobodyBeHere() {
        Instant last = clock.instant();
        here.beat(Map.of(LOTTE, last));
        clock.advance(IDLE);
        here.beat(Map.of());

        there.beat(Map.of(LOTTE, last));
        assertThat(state(LOTTE)).isEqualTo(State.AWAY);
        clock.advance(BEAT);
        here.beat(Map.of(LOTTE, last));
        assertThat(state(LOTTE)).isEqualTo(State.AWAY);

        there.beat(Map.of(LOTTE, clock.instant()));
        assertThat(state(LOTTE)).isEqualTo(State.ONLINE);
    }

    @Test
    void whoeverDoesNothingGoesAndIsLateIsAbsentSinceTheBeginning() {
        here.beat(Map.of(LOTTE, clock.instant()));
        stayFor(IDLE, clock.instant());
        Instant began = clock.instant();
        assertThat(covers()).containsExactly("cover|lotte|away-" + began.toEpochMilli());
        clock.advance(LAPSE);
        here.beat(Map.of());
        assertThat(state(LOTTE)).isEqualTo(State.OFFLINE);
        Instant end = clock.instant().plus(Duration.ofHours(1));
        here.say(LOTTE, away(Reason.ILL, end));
        clock.advance(Duration.ofHours(1));
        returned(end);

        assertThat(state(LOTTE)).isEqualTo(State.OFFLINE);
        assertThat(here.absence(LOTTE)).hasValue(new Said.Absence(began, null, false));
        assertThat(covers()).containsExactly("cover|lotte|away-" + began.toEpochMilli());
    }

    @Test
    void whoeverIsNotBackFromAShortBreakIsCoveredAfterIt() {
        here.beat(Map.of(LOTTE, clock.instant()));
        Instant end = clock.instant().plus(Duration.ofMinutes(10));
        here.say(LOTTE, away(Reason.BREAK, end));
        assertThat(covers()).isEmpty();
        clock.advance(Duration.ofMinutes(10));

        returned(end);

        assertThat(covers()).containsExactly("cover|lotte|away-" + MovableClock.NOON.toEpochMilli());
    }

    @Test
    void atItsEndWhoeverHasNoScreenIsOfflineAndItIsTold() {
        Instant end = clock.instant().plus(Duration.ofHours(1));
        here.say(LOTTE, away(Reason.ILL, end));
        clock.advance(Duration.ofHours(1));
        assertThat(redis.redis().zscore(redis.keys().of(Family.TIMERS), timer(end).member())).isEqualTo(
                (double) end.toEpochMilli());

        returned(end);

        assertThat(state(LOTTE)).isEqualTo(State.OFFLINE);
        assertThat(told(LOTTE)).isEqualTo(2);
    }

    @Test
    void anotherWordTakesTheEndOfTheFirstBack() {
        Instant end = clock.instant().plus(Duration.ofHours(1));
        here.say(LOTTE, away(Reason.LUNCH, end));
        here.say(LOTTE, away(Reason.LUNCH, end.plusSeconds(600)));

        assertThat(timers("return|")).containsExactly(timer(end.plusSeconds(600)).member());
        returned(end);
        assertThat(state(LOTTE)).isEqualTo(State.AWAY);
    }

    @Test
    void whoeverIsBackEarlyStaysAwayUntilTheySayOtherwise() {
        here.say(LOTTE, away(Reason.LUNCH, clock.instant().plus(Duration.ofHours(1))));
        here.beat(Map.of(LOTTE, clock.instant()));
        assertThat(state(LOTTE)).isEqualTo(State.AWAY);

        here.say(LOTTE, here.fresh());

        assertThat(state(LOTTE)).isEqualTo(State.ONLINE);
    }

    @Test
    void whoeverComesAfterTheirAbsenceIsOnline() {
        here.say(LOTTE, away(Reason.LUNCH, clock.instant().plus(Duration.ofHours(1))));
        clock.advance(Duration.ofHours(2));

        here.beat(Map.of(LOTTE, clock.instant()));

        assertThat(state(LOTTE)).isEqualTo(State.ONLINE);
    }

    @Test
    void aThousandPeopleComeInAFewTrips() {
        Map<PersonId, Instant> many = new HashMap<>();
        for (int i = 0; i < 1234; i++) {
            many.put(new PersonId("p" + i), clock.instant());
        }

        here.beat(many);

        assertThat(there.of(many.keySet()).values()).hasSize(1234).allMatch(Presence::atWork);
    }

    private RedisPresences node(Duration idle) {
        return new RedisPresences(redis.store(), redis.keys(), clock, new PresenceProperties(idle, LAPSE), COVER);
    }

    private void returned(Instant end) {
        new ReturnTimer(redis.store(), redis.keys(), clock, COVER).fire(timer(end));
    }

    private List<String> covers() {
        return timers("cover|");
    }

    private List<String> timers(String kind) {
        return redis.redis().zrange(redis.keys().of(Family.TIMERS), 0, -1).stream().filter(
                timer -> timer.startsWith(kind)).toList();
    }

    /// Keeps a screen open without another input.
    private void stayFor(Duration time, Instant lastInput) {
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(BEAT)) {
            clock.advance(BEAT);
            here.beat(Map.of(LOTTE, lastInput));
        }
    }

    private Presence presence(PersonId person) {
        return Objects.requireNonNull(here.of(List.of(person)).get(person));
    }

    private State state(PersonId person) {
        return presence(person).state();
    }

    private long told(PersonId person) {
        return redis.redis().xrange(redis.keys().of(Family.FEED), "-", "+").stream().filter(
                entry -> person.value().equals(
                        entry.getFields().get("person"))).count();
    }

    private Said busy() {
        return new Said(State.BUSY, null, null, null, clock.millis());
    }

    private Said away(Reason reason, Instant until) {
        return new Said(State.AWAY, reason, "Texel", until.toEpochMilli(), clock.millis());
    }

    private static Timer timer(Instant end) {
        return new Timer("return", LOTTE.value(), Long.toString(end.toEpochMilli()), end);
    }
}
