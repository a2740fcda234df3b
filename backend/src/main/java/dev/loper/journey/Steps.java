package dev.loper.journey;

import dev.loper.customer.Customer;
import dev.loper.customer.Customers;
import dev.loper.customer.Identity;
import dev.loper.message.ChannelAddress.Visitor;
import dev.loper.message.Level;
import dev.loper.redis.MemoryGuard;
import dev.loper.redis.StoreUnavailableException;
import dev.loper.web.Problems;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Takes steps in, and finds those of a customer: of every browser that is theirs now.
@Component
class Steps {

    private static final Duration FIRST = Duration.ofDays(1);

    private final RedisSteps store;
    private final Customers customers;
    private final MemoryGuard memory;
    private final JourneyProperties properties;

    Steps(RedisSteps store, Customers customers, MemoryGuard memory, JourneyProperties properties) {
        this.store = store;
        this.customers = customers;
        this.memory = memory;
        this.properties = properties;
    }

    /// @throws dev.loper.web.ProblemException 503 if there is room for messages only
    void take(Visitor visitor, List<Step> steps) {
        take(visitor, steps, properties.keep());
    }

    /// The first of a visitor nobody knows. Anybody can make up as many of them as they like, so they go soon unless more
    /// comes from there.
    void takeFirst(Visitor visitor, List<Step> steps) {
        take(visitor, steps, FIRST.compareTo(properties.keep()) < 0 ? FIRST : properties.keep());
    }

    private void take(Visitor visitor, List<Step> steps, Duration keep) {
        if (steps.isEmpty()) {
            return;
        }
        if (memory.scarce()) {
            throw Problems.unavailable(new StoreUnavailableException("Redis has room for messages only."));
        }
        store.take(visitor, steps, customers.identity(visitor, Level.OBSERVED).map(
                Identity::conversation).orElse(null), keep);
    }

    void forget(Visitor visitor) {
        store.forget(visitor);
    }

    /// The browsers of a customer.
    static Stream<Visitor> visitors(Customer customer) {
        return customer.identities().stream().flatMap(
                identity -> identity.address() instanceof Visitor visitor ? Stream.of(visitor) : Stream.empty());
    }

    /// The oldest first.
    List<Step> of(Customer customer) {
        return visitors(customer).flatMap(visitor -> store.of(visitor).stream()).sorted(
                Comparator.comparing(Step::at)).toList();
    }
}
