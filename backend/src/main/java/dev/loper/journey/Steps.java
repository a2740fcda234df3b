package dev.loper.journey;

import dev.loper.customer.Customer;
import dev.loper.customer.Customers;
import dev.loper.customer.Identity;
import dev.loper.message.ChannelAddress.Visitor;
import dev.loper.message.Level;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Takes steps in, and finds those of a customer: of every browser that is theirs now.
@Component
class Steps {

    private final RedisSteps store;
    private final Customers customers;

    Steps(RedisSteps store, Customers customers) {
        this.store = store;
        this.customers = customers;
    }

    void take(Visitor visitor, List<Step> steps) {
        if (!steps.isEmpty()) {
            store.take(visitor, steps, customers.identity(visitor, Level.OBSERVED).map(
                    Identity::conversation).orElse(null));
        }
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
