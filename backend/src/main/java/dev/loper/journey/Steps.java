package dev.loper.journey;

import dev.loper.customer.Customer;
import dev.loper.customer.Customers;
import dev.loper.customer.Identity;
import dev.loper.journey.RedisSteps.Teller;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress.Visitor;
import dev.loper.message.ConversationId;
import dev.loper.message.Level;
import dev.loper.redis.MemoryGuard;
import dev.loper.redis.StoreUnavailableException;
import dev.loper.web.Problems;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes steps in, and finds those of a customer: of every browser that is theirs now.
@Component
class Steps {

    private static final Duration FIRST = Duration.ofDays(1);

    private final RedisSteps store;
    private final Triggers triggers;
    private final Customers customers;
    private final MemoryGuard memory;
    private final JourneyProperties properties;

    Steps(RedisSteps store, Triggers triggers, Customers customers, MemoryGuard memory, JourneyProperties properties) {
        this.store = store;
        this.triggers = triggers;
        this.customers = customers;
        this.memory = memory;
        this.properties = properties;
    }

    /// What a page tells.
    ///
    /// @param account on whose page
    /// @param consent the page's name for the consent it has
    /// @throws dev.loper.web.ProblemException 503 if there is room for messages only
    void take(Visitor visitor, AccountId account, String consent, List<Step> steps) {
        take(visitor, new Teller.Page(consent), account, steps, properties.keep());
    }

    /// The first of a visitor nobody knows. Anybody can make up as many of them as they like, so they go soon unless more
    /// comes from there.
    void takeFirst(Visitor visitor, AccountId account, List<Step> steps) {
        take(visitor, new Teller.Page(""), account, steps,
                FIRST.compareTo(properties.keep()) < 0 ? FIRST : properties.keep());
    }

    /// What a back end tells.
    ///
    /// @return false if the visitor took their consent back, and nothing was kept
    boolean takeFromServer(Visitor visitor, List<Step> steps) {
        return take(visitor, new Teller.Server(), null, steps, properties.keep());
    }

    private boolean take(Visitor visitor, Teller teller, @Nullable AccountId account, List<Step> steps,
            Duration keep) {
        if (steps.isEmpty()) {
            return true;
        }
        if (memory.scarce()) {
            throw Problems.unavailable(new StoreUnavailableException("Redis has room for messages only."));
        }
        boolean taken = store.take(visitor, teller, steps, conversation(visitor), keep);
        if (taken) {
            triggers.stepped(visitor, account);
        }
        return taken;
    }

    /// @param consent which one they took back, as their page calls it
    void forget(Visitor visitor, String consent) {
        store.forget(visitor, conversation(visitor), consent);
        triggers.forget(visitor);
    }

    private @Nullable ConversationId conversation(Visitor visitor) {
        return customers.identity(visitor, Level.OBSERVED).map(Identity::conversation).orElse(null);
    }

    /// The browsers of a customer.
    static Stream<Visitor> visitors(Customer customer) {
        return customer.identities().stream().flatMap(
                identity -> identity.address() instanceof Visitor visitor ? Stream.of(visitor) : Stream.empty());
    }

    /// A step, and whose browser did it.
    record Of(Visitor visitor, Step step) {}

    Optional<Of> find(Customer customer, String id) {
        return visitors(customer).flatMap(visitor -> store.of(visitor).stream().filter(
                step -> step.id().equals(id)).map(step -> new Of(visitor, step))).findFirst();
    }

    /// The oldest first.
    List<Step> of(Customer customer) {
        return visitors(customer).flatMap(visitor -> store.of(visitor).stream()).sorted(
                Comparator.comparing(Step::at)).toList();
    }
}
