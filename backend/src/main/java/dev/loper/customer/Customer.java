package dev.loper.customer;

import dev.loper.message.ChannelAddress;
import dev.loper.message.ConversationId;
import dev.loper.message.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A person we serve.
///
/// @param name     as they gave it, else their address
/// @param language a BCP 47 tag, if known
/// @param zone     an IANA time zone, if known
/// @param since    when we first heard from them
public record Customer(CustomerId id, String name, ConversationId conversation, @Nullable String language,
        @Nullable String zone, Instant since, List<Identity> identities) {

    /// The ids of their addresses that were only shown, besides one: what was said on them is told on them alone.
    public Set<String> shown(String besides) {
        return identities.stream().filter(Identity::shown).map(Identity::id).filter(id -> !id.equals(besides)).collect(
                Collectors.toSet());
    }

    /// What somebody is called who gave no name: their address, which of a visitor says nothing to anybody.
    public static String nameless(ChannelAddress address) {
        return address instanceof ChannelAddress.Visitor
                ? "Visitor " + address.value().substring(0, 4)
                : address.value();
    }
}
