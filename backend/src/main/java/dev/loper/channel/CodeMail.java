package dev.loper.channel;

import dev.loper.message.ChannelAddress;

/// Mail with a one-time code: it is part of no conversation. The email channel provides it.
@FunctionalInterface
public interface CodeMail {

    /// Sends one mail in plain text, at once.
    ///
    /// @return whether the mail server took it
    boolean send(ChannelAddress.Email to, String subject, String text);
}
