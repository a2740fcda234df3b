package dev.loper.customer;

import dev.loper.message.Level;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A customer as the API gives it.
public record CustomerView(String id, String name, String conversation, @Nullable String language,
        @Nullable String zone, Instant since, List<IdentityView> identities) {

    /// @param level  `claimed`, `observed` or `verified`
    /// @param shared used by several people
    public record IdentityView(String id, String kind, String value, Level level, boolean shared,
            @Nullable Instant lastSeen) {

        static IdentityView of(Identity identity) {
            return new IdentityView(identity.id(), identity.address().kind(), identity.address().value(),
                    identity.level(), identity.shared(), identity.seen());
        }
    }

    public static CustomerView of(Customer customer) {
        return new CustomerView(customer.id().value(), customer.name(), customer.conversation().value(),
                customer.language(), customer.zone(), customer.since(),
                customer.identities().stream().map(IdentityView::of).toList());
    }
}
