package dev.loper.channel.webchat;

import dev.loper.channel.ChannelAccount;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelKind;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One chat account.
///
/// @param login reads what the site signs; none if it does not
record ChatSite(AccountId id, String name, String brand, ChatSettings.Greeting greeting, Set<String> origins,
        ChatLimits limits, @Nullable SiteLogin login) {

    /// Whether a browser on this origin may use the chat.
    ///
    /// A request without an Origin comes from no browser: browsers always send it on a WebSocket's handshake and on a
    /// foreign request. Such a program could send any Origin it likes, so refusing it would protect nobody.
    boolean allows(@Nullable String origin) {
        return origin == null || origins.contains(origin.toLowerCase(Locale.ROOT));
    }

    ChannelAccount account() {
        return new ChannelAccount(id, ChannelKind.CHAT, name, id.value(), brand);
    }
}
