package dev.loper.access;

import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import dev.loper.web.PublicUrl;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The one-time link with which the first person, an administrator, comes in.
///
/// As long as there is nobody, every start prints a new one and ends the one before. Only its digest is kept.
@Component
class SetupLink {

    private static final Logger LOG = LoggerFactory.getLogger(SetupLink.class);
    private static final LuaScript OPEN = LuaScript.load("setup-open");

    private final RedisStore store;
    private final RedisKeys keys;
    private final Secrets secrets;
    private final PublicUrl publicUrl;
    private final AccessProperties properties;
    private final People people;

    SetupLink(RedisStore store, RedisKeys keys, Secrets secrets, PublicUrl publicUrl, AccessProperties properties,
            People people) {
        this.store = store;
        this.keys = keys;
        this.secrets = secrets;
        this.publicUrl = publicUrl;
        this.properties = properties;
        this.people = people;
    }

    @EventListener(ApplicationReadyEvent.class)
    void printWhileThereIsNobody() {
        String token = secrets.token();
        if (open(token)) {
            LOG.info("Nobody works here yet. Set Loper up at {} (good for {} hours, once).", publicUrl.at(
                    "/setup#" + token), properties.setupLinkLife().toHours());
        }
    }

    private boolean open(String token) {
        List<Object> reply = store.run(OPEN, List.of(keys.of(Family.SETUP), keys.of(Family.PEOPLE)),
                List.of(Secrets.sha256(token), Long.toString(properties.setupLinkLife().toMillis())));
        return "opened".equals(reply.getFirst());
    }

    /// Whether the link would work. Asking changes nothing.
    boolean good(String token) {
        String kept = store.with(redis -> redis.get(keys.of(Family.SETUP)));
        return kept != null && Secrets.same(kept, Secrets.sha256(token)) && people.none();
    }
}
