package dev.loper.journey;

import dev.loper.channel.VisitorQueues;
import dev.loper.conversation.TopicsFixture;
import dev.loper.customer.Customers;
import dev.loper.redis.RedisServer;
import java.time.Clock;
import java.time.Duration;

/// Triggers by themselves: the queue answers at any hour.
final class TriggersFixture {

    static final TriggerProperties PROPERTIES = new TriggerProperties(1, 3, Duration.ofDays(30),
            Duration.ofMinutes(10));
    static final VisitorQueues OPEN = windows -> windows.stream().map(
            window -> new VisitorQueues.Standing(true, null, null, null)).toList();

    private TriggersFixture() {}

    static Triggers of(RedisServer.Fresh fresh, RedisSteps steps, Customers customers, Clock clock) {
        return new Triggers(new RedisTriggers(fresh.store(), fresh.keys(), clock, PROPERTIES), steps, customers,
                TopicsFixture.topics(fresh), OPEN, clock);
    }
}
