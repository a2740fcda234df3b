package dev.loper.channel;

import dev.loper.message.AccountId;
import dev.loper.message.ChannelKind;

/// One configured endpoint of a channel: a mailbox, a number, a site.
///
/// @param name    what people call it
/// @param address our address there, as customers see it
/// @param brand   the brand it speaks for; empty for all
public record ChannelAccount(AccountId id, ChannelKind channel, String name, String address, String brand) {

    /// Whether a customer of a brand may be met here: it is this account's, or this one speaks for all.
    ///
    /// @param served the brand of the account they are served by; empty if that speaks for all
    public boolean speaksFor(String served) {
        return served.isBlank() || brand.isBlank() || brand.equals(served);
    }
}
