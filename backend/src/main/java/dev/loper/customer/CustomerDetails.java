package dev.loper.customer;

import dev.loper.message.ChannelAddress;
import dev.loper.message.CustomerId;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps what customers say about themselves. An address that somebody only typed is a claim: it is shown, and can be
/// answered to, and threads nothing.
@Component
public class CustomerDetails {

    private static final LuaScript DETAILS = LuaScript.load("customer-details");

    private final RedisStore store;
    private final RedisKeys keys;

    public CustomerDetails(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /// Keeps a clue to who somebody is.
    ///
    /// @param whoever the identity that gave it
    public void gave(Identity whoever, String clue) {
        keep(whoever, RedisJson.facts("home", whoever.home().value(), "identity", whoever.id(), "clues",
                List.of(clue)));
    }

    /// @param whoever the identity it was said on
    public void told(Identity whoever, @Nullable String name, @Nullable ChannelAddress claimed,
            @Nullable String language) {
        String facts = RedisJson.facts("home", whoever.home().value(), "name", name, "language", language, "claim",
                claimed == null ? null : claimed.key(), "identity", whoever.id(), "clues",
                claimed == null ? null : List.of(Clues.claim(claimed)), "words",
                name == null ? null : Names.words(name));
        keep(whoever, facts);
    }

    private void keep(Identity whoever, String facts) {
        CustomerId customer = whoever.customer();
        for (int i = 0; i < Customers.JOINTS; i++) {
            List<Object> reply = store.run(DETAILS,
                    List.of(keys.of(Family.CLOCK), keys.customer(customer), keys.of(Family.FEED),
                            keys.of(Family.CLUES), keys.of(Family.NAMES)),
                    List.of(facts, customer.value()));
            if (!"elsewhere".equals(reply.getFirst())) {
                return;
            }
            customer = new CustomerId((String) reply.get(1));
        }
    }
}
