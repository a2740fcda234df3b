package dev.loper.identity;

import dev.loper.customer.Customers;
import dev.loper.customer.Identity;
import dev.loper.customer.Kinship;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelMessage;
import dev.loper.message.Level;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Whose the address is of somebody who has not written from it yet: their customer is found by what is proven, and only by
/// that. What anybody could type never counts here.
@Component
class SenderKinship implements Kinship {

    private final SameNumber numbers;
    private final RedisVisitorProofs proofs;
    private final Customers customers;

    SenderKinship(SameNumber numbers, RedisVisitorProofs proofs, Customers customers) {
        this.numbers = numbers;
        this.proofs = proofs;
        this.customers = customers;
    }

    @Override
    public Optional<Kin> of(ChannelMessage message) {
        if (message.level() == Level.CLAIMED) {
            return Optional.empty();
        }
        return message.from() instanceof ChannelAddress.Visitor visitor
                ? proven(visitor)
                : numbers.of(message.from(), message.fromName()).map(
                        identity -> new Kin(identity, message.level(), "same-number"));
    }

    /// What a visitor proved before their first message.
    private Optional<Kin> proven(ChannelAddress.Visitor visitor) {
        return proofs.of(visitor).flatMap(proof -> customers.identity(proof.address(), Level.OBSERVED).filter(
                identity -> !identity.shared() && !identity.shown()).map(identity -> kin(identity, proof)));
    }

    private static Kin kin(Identity identity, RedisVisitorProofs.Proof proof) {
        return new Kin(identity, Level.VERIFIED, proof.how());
    }
}
