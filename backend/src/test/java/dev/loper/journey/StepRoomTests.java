package dev.loper.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.loper.MovableClock;
import dev.loper.customer.Customers;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress.Visitor;
import dev.loper.redis.MemoryGuard;
import dev.loper.redis.RedisServer;
import dev.loper.secret.SigningKeysFixture;
import dev.loper.web.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/// Anybody may send steps: how much room they get.
class StepRoomTests {

    private static final Visitor VISITOR = new Visitor("Zm9vYmFyYmF6cXV4MDEyMw");

    private static final AccountId SITE = new AccountId("chat-web");

    private final RedisServer.Fresh fresh = RedisServer.fresh();
    private final JourneyProperties properties = new JourneyProperties(Duration.ofDays(30), 200, 60, 1200,
            DataSize.ofKilobytes(4), Duration.ofDays(1));

    @Test
    void theFirstStepsOfANewBrowserGoAfterADayUnlessMoreComes() {
        Steps steps = steps(new MemoryGuard(fresh.store()));
        steps.takeFirst(VISITOR, SITE, List.of(step("a")));
        assertThat(life()).isBetween(Duration.ofHours(23), Duration.ofHours(24));

        steps.take(VISITOR, SITE, "", List.of(step("b")));
        assertThat(life()).isBetween(Duration.ofDays(29), Duration.ofDays(30));
    }

    @Test
    void whereThereIsRoomForMessagesOnlyTheyAreToComeLater() {
        Steps steps = steps(new MemoryGuard(fresh.store()) {

            @Override
            public boolean scarce() {
                return true;
            }
        });
        ProblemException refusal = catchThrowableOfType(ProblemException.class,
                () -> steps.take(VISITOR, SITE, "", List.of(step("a"))));
        assertThat(refusal.status().value()).isEqualTo(503);
        assertThat(fresh.redis().exists(fresh.keys().steps(VISITOR.value()))).isFalse();
    }

    @Test
    void anAddressHasSoManyBytesAMinute() {
        StepLimits limits = new StepLimits();
        assertThat(limits.take("size:a", 4096, 3000)).isZero();
        assertThat(limits.take("size:a", 4096, 3000)).isPositive();
        assertThat(limits.take("size:b", 4096, 3000)).isZero();
    }

    private Duration life() {
        return Duration.ofSeconds(fresh.redis().ttl(fresh.keys().steps(VISITOR.value())));
    }

    private Steps steps(MemoryGuard memory) {
        RedisSteps store = new RedisSteps(fresh.store(), fresh.keys(), properties, SigningKeysFixture.keys(fresh));
        Customers customers = new Customers(fresh.store(), fresh.keys());
        return new Steps(store, TriggersFixture.of(fresh, store, customers, new MovableClock()), customers, memory,
                properties);
    }

    private static Step step(String id) {
        return new Step(id, Instant.EPOCH, "page", "Home", null, new JsonMapper().createObjectNode());
    }
}
