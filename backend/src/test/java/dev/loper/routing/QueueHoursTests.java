package dev.loper.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.MovableClock;
import dev.loper.access.QueueId;
import dev.loper.calendar.CalendarsFixture;
import dev.loper.calendar.GivenCalendar;
import dev.loper.message.AccountId;
import dev.loper.redis.RedisServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/// The hours customers are told, on Sunday 22 November 2026 at noon in London.
class QueueHoursTests {

    private static final QueueId BILLING = new QueueId("billing");
    private static final AccountId SITE = new AccountId("chat-web");

    private final RedisServer.Fresh fresh = RedisServer.fresh();
    private final MovableClock clock = new MovableClock();
    private final RedisQueues store = new RedisQueues(fresh.store(), fresh.keys());
    private final KnownQueues queues = new KnownQueues(store, clock);
    private final QueueHours hours = new CalendarHours(new QueueCalendars(queues, CalendarsFixture.of(fresh,
            clock, GivenCalendar.closed().build())), new QueueRules(queues,
                    new StaticListableBeanFactory().getBeanProvider(dev.loper.channel.OutboundPort.class)),
            clock);

    @Test
    void onSundayItIsClosedUntilMondayAndThenOpenUntilTheEndOfTheDay() {
        assertThat(hours.of(QueueId.MAIN)).isEqualTo(
                new QueueHours.Hours(false, Instant.parse("2026-11-23T08:00:00Z")));
        clock.advance(Duration.ofDays(1));
        assertThat(hours.of(QueueId.MAIN)).isEqualTo(
                new QueueHours.Hours(true, Instant.parse("2026-11-23T16:30:00Z")));
    }

    @Test
    void aQueueThatNeverOpensSaysNoMoment() {
        queue("office", Set.of());
        assertThat(hours.of(BILLING)).isEqualTo(new QueueHours.Hours(false, null));
    }

    @Test
    void whoHasNotWrittenWouldBeInTheQueueOfTheirSiteAndLanguage() {
        queue(null, Set.of("nl"));
        assertThat(hours.expected(SITE, "nl")).isEqualTo(BILLING);
        assertThat(hours.expected(SITE, "en")).isEqualTo(QueueId.MAIN);
        assertThat(hours.expected(new AccountId("chat-other"), "nl")).isEqualTo(QueueId.MAIN);
    }

    private void queue(@Nullable String calendar, Set<String> languages) {
        store.save(new Queue(BILLING, "Billing", Map.of(), null, List.of(), calendar, ServiceTargets.NONE, 1,
                List.of(new FeedRule(Set.of(SITE.value()), Set.of(), languages, List.of())), true, false, 1));
    }
}
