package dev.loper.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.MovableClock;
import dev.loper.access.QueueId;
import dev.loper.calendar.CalendarsFixture;
import dev.loper.calendar.GivenCalendar;
import dev.loper.conversation.AnswerTargets.Due;
import dev.loper.conversation.AnswerTargets.Moments;
import dev.loper.redis.RedisServer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who waits since Friday 27 November 2026, 17:00 in Amsterdam.
class QueueTargetsTests {

    private static final Instant FRIDAY = Instant.parse("2026-11-27T16:00:00Z");
    private static final QueueId BILLING = new QueueId("billing");

    private final RedisServer.Fresh fresh = RedisServer.fresh();
    private final MovableClock clock = new MovableClock();
    private final RedisQueues store = new RedisQueues(fresh.store(), fresh.keys());
    private final KnownQueues queues = new KnownQueues(store, clock);
    private final QueueTargets targets = new QueueTargets(queues, new QueueCalendars(queues, CalendarsFixture.of(fresh,
            clock, GivenCalendar.closed().build())));

    @Test
    void aQueueWithoutCalendarCountsTheDefaultHours() {
        queue(null, new ServiceTargets(60, null, null));

        assertThat(targets.since(FRIDAY)).containsExactlyEntriesOf(Map.of(BILLING, new Moments(new Due(Instant.parse(
                "2026-11-30T08:15:00Z"), Instant.parse("2026-11-30T08:30:00Z")), null)));
    }

    @Test
    void howLongBeforeIsSoonCanBeSet() {
        queue(null, new ServiceTargets(null, 60, 40));

        assertThat(targets.since(FRIDAY).get(BILLING)).isEqualTo(new Moments(null, new Due(Instant.parse(
                "2026-11-27T16:20:00Z"), Instant.parse("2026-11-30T08:30:00Z"))));
    }

    @Test
    void aCalendarThatNeverOpensHasNoTarget() {
        queue("office", new ServiceTargets(60, 60, null));

        assertThat(targets.since(FRIDAY).get(BILLING)).isEqualTo(new Moments(null, null));
    }

    /// In the night to 29 March 2026 Amsterdam has no hour from two to three, in that to 25 October two of them.
    @ParameterizedTest
    @CsvSource({"2026-03-29T00:00:00Z, 120, 2026-03-29T02:00:00Z", "2026-03-29T00:00:00Z, 180, 2026-03-29T03:00:00Z",
            "2026-03-29T00:00:00Z, 181, 2026-03-29T23:01:00Z", "2026-10-24T23:00:00Z, 300, 2026-10-25T04:00:00Z",
            "2026-10-24T23:00:00Z, 301, 2026-10-26T00:01:00Z"})
    void aNightInWhichTheClockIsSetHasAsMuchWorkingTimeAsItsWallClockShows(Instant since, int minutes, Instant due) {
        queue("office", new ServiceTargets(minutes, null, null));

        assertThat(Objects.requireNonNull(Objects.requireNonNull(nightly().since(since).get(
                BILLING)).first()).due()).isEqualTo(due);
    }

    /// By a calendar that is open from one to five every night.
    private QueueTargets nightly() {
        return new QueueTargets(queues, new QueueCalendars(queues, CalendarsFixture.of(RedisServer.fresh(), clock,
                GivenCalendar.closed().daily("01:00-05:00").build())));
    }

    @Test
    void queuesWithoutTargetsAreNotThere() {
        queue(null, ServiceTargets.NONE);

        assertThat(targets.since(FRIDAY)).isEmpty();
    }

    private void queue(@Nullable String calendar, ServiceTargets wanted) {
        store.save(new Queue(BILLING, "Billing", Map.of(), null, List.of(), calendar, wanted, 1, List.of(), true, false,
                1));
    }
}
