package dev.loper.handover;

import dev.loper.message.ChannelKind;
import dev.loper.redis.KeptList;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The table of routes: from every channel we know to every other, as an administrator changed them.
@Component
class RedisRoutes {

    /// Channels a customer may come from; to messengers they can only go.
    private static final List<ChannelKind> FROM = List.of(ChannelKind.CHAT, ChannelKind.EMAIL, ChannelKind.SMS,
            ChannelKind.WHATSAPP, ChannelKind.VOICE);
    private static final List<ChannelKind> TO = Arrays.stream(ChannelKind.values()).filter(
            kind -> kind != ChannelKind.CUSTOM).toList();

    private final KeptList<Map<String, String>> changes;

    RedisRoutes(RedisStore store, RedisKeys keys, Clock clock) {
        changes = new KeptList<>(store, clock, keys.of(Family.HANDOVER_ROUTES), FROM.size() * TO.size(),
                kept -> kept);
    }

    private record Changed(boolean enabled, @Nullable Map<String, String> wording) {

        static Changed of(@Nullable String json) {
            return json == null ? new Changed(true, Map.of()) : RedisJson.read(json, Changed.class);
        }
    }

    List<Route> all() {
        Map<String, String> changed = changes.now();
        return FROM.stream().flatMap(from -> TO.stream().filter(to -> to != from).map(
                to -> route(from, to, changed.get(Route.key(from, to))))).toList();
    }

    Optional<Route> find(ChannelKind from, ChannelKind to) {
        return all().stream().filter(route -> route.from() == from && route.to() == to).findFirst();
    }

    /// The version of each that was changed, by its key.
    Map<String, String> versions() {
        return changes.versions();
    }

    /// @param replaces the version it replaces; none writes it whatever there is
    KeptList.Saved save(Route route, @Nullable String replaces) {
        return changes.save(route.key(), RedisJson.write(new Changed(route.enabled(), route.wording())), replaces);
    }

    private static Route route(ChannelKind from, ChannelKind to, @Nullable String json) {
        Changed changed = Changed.of(json);
        return new Route(from, to, changed.enabled(), Optional.ofNullable(changed.wording()).orElse(Map.of()));
    }
}
