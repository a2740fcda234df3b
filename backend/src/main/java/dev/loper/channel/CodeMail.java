package dev.loper.channel;

import dev.loper.message.ChannelAddress;

/// Mail with a one-time code: it is part of no conversation. The email channel provides it.
@FunctionalInterface
public interface CodeMail {

    /// Sends one mail in plain text, at once.
    ///
    /// @param brand as whom we write: it goes from a mailbox of this brand, or of one that speaks for all
    /// @return whether the mail server took it; false as well where there is no such mailbox
    boolean send(ChannelAddress.Email to, String subject, String text, String brand);
}
