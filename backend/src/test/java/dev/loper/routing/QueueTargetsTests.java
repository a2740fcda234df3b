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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

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
