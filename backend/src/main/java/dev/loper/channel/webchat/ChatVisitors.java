package dev.loper.channel.webchat;

import dev.loper.channel.Visitors;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress.Visitor;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Lets others know the chat's visitors and sites.
@Component
class ChatVisitors implements Visitors {

    private final ChatSites sites;
    private final VisitorTokens tokens;

    ChatVisitors(ChatSites sites, VisitorTokens tokens) {
        this.sites = sites;
        this.tokens = tokens;
    }

    @Override
    public Optional<AccountId> site(@Nullable String account, @Nullable String origin) {
        return sites.all().stream().filter(site -> account == null || site.id().value().equals(account)).filter(
                site -> site.allows(origin)).map(ChatSite::id).min(Comparator.comparing(AccountId::value));
    }

    @Override
    public Optional<Visitor> known(AccountId account, @Nullable String token) {
        return tokens.verify(account, token);
    }

    @Override
    public Visitor mint() {
        return tokens.mint();
    }

    @Override
    public String tokenOf(AccountId account, Visitor visitor) {
        return tokens.tokenOf(account, visitor);
    }

    @Override
    public boolean ours(String origin) {
        return sites.all().stream().anyMatch(site -> site.origins().contains(origin.toLowerCase(Locale.ROOT)));
    }
}
