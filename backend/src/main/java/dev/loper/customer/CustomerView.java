package dev.loper.customer;

import dev.loper.message.Level;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A customer as the API gives it.
public record CustomerView(String id, String name, String conversation, @Nullable String language,
        @Nullable String zone, Instant since, List<IdentityView> identities) {

    /// @param level  `claimed`, `observed` or `verified`
    /// @param shared used by several people
    /// @param proof  what proves it beyond what its network says, if anything does
    public record IdentityView(String id, String kind, String value, Level level, boolean shared,
            @Nullable Instant lastSeen, @Nullable ProofView proof) {

        static IdentityView of(Identity identity) {
            return new IdentityView(identity.id(), identity.address().kind(), identity.address().value(),
                    identity.level(), identity.shared(), identity.seen(), ProofView.of(identity.proof()));
        }
    }

    public record ProofView(
            @Schema(allowableValues = {
                    "same-number", "code", "site", "handover"}) String how,
            Instant at) {

        static @Nullable ProofView of(Identity.@Nullable Proof proof) {
            return proof == null ? null : new ProofView(proof.how(), proof.at());
        }
    }

    public static CustomerView of(Customer customer) {
        return new CustomerView(customer.id().value(), customer.name(), customer.conversation().value(),
                customer.language(), customer.zone(), customer.since(),
                customer.identities().stream().map(IdentityView::of).toList());
    }
}
