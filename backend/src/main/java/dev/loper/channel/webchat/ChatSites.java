package dev.loper.channel.webchat;

import dev.loper.access.WidgetOrigins;
import dev.loper.message.AccountId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// The chat accounts configured here.
@Component
class ChatSites implements WidgetOrigins {

    private final Map<String, ChatSite> sites;

    ChatSites(ChatSettings settings) {
        this.sites = settings.accounts().entrySet().stream().collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> site(entry.getKey(), entry.getValue())));
    }

    Optional<ChatSite> find(@Nullable String id) {
        return Optional.ofNullable(id).map(sites::get);
    }

    /// The account a request names in its query. Reads the query alone: asking the servlet for a parameter would read a
    /// whole upload first.
    Optional<ChatSite> named(@Nullable String query) {
        return find(
                UriComponentsBuilder.newInstance().query(query == null ? "" : query).build().getQueryParams().getFirst(
                        "account"));
    }

    @Override
    public boolean allows(String account, String origin) {
        return find(account).map(site -> site.allows(origin)).orElse(false);
    }

    List<ChatSite> all() {
        return List.copyOf(sites.values());
    }

    private static ChatSite site(String id, ChatSettings.Site site) {
        return new ChatSite(new AccountId(id), site.name(), site.brand(), site.greeting(),
                site.origins().stream().map(origin -> origin.toLowerCase(Locale.ROOT)).collect(
                        Collectors.toUnmodifiableSet()),
                site.limits(), site.loginSecret() == null ? null : new SiteLogin(id, site.loginSecret()));
    }
}
