package dev.loper.customer;

import dev.loper.message.ChannelMessage;
import dev.loper.message.Level;
import java.util.Optional;

/// Tells of an address nobody has written from yet whose it is all the same.
public interface Kinship {

    /// Everybody who is new is a customer of their own.
    Kinship NONE = message -> Optional.empty();

    /// Asked once for each sender who is not known.
    Optional<Kin> of(ChannelMessage message);

    /// The address that vouches for another one.
    ///
    /// @param identity whose customer they are; the append looks again whether that is still so
    /// @param level    how well the new address is proven by it
    /// @param how      `same-number`, `code`, `site`
    record Kin(Identity identity, Level level, String how) {}
}
