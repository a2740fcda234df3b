package dev.loper.channel;

import dev.loper.message.ChannelAddress;

/// A text message with a one-time code: it is part of no conversation. The SMS channel provides it.
@FunctionalInterface
public interface CodeText {

    /// Sends one text message, at once, to a mobile number of a country we have a number in: each text costs us, and numbers far
    /// away earn whoever has them typed.
    ///
    /// @param brand as whom we write: it goes from a number of this brand, or of one that speaks for all
    /// @return whether the provider took it; false as well for a number that gets none
    boolean send(ChannelAddress.Phone to, String text, String brand);
}
