package dev.loper.identity;

import dev.loper.customer.Kinship;
import dev.loper.message.ChannelMessage;
import dev.loper.message.Level;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Whose the address is of somebody who has not written from it yet: their customer is found by what is proven, and only by
/// that. What anybody could type never counts here.
@Component
class SenderKinship implements Kinship {

    private final SameNumber numbers;

    SenderKinship(SameNumber numbers) {
        this.numbers = numbers;
    }

    @Override
    public Optional<Kin> of(ChannelMessage message) {
        return message.level() == Level.CLAIMED
                ? Optional.empty()
                : numbers.of(message.from(), message.fromName()).map(
                        identity -> new Kin(identity, message.level(), "same-number"));
    }
}
