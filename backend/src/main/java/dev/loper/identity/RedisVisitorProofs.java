package dev.loper.identity;

import dev.loper.message.ChannelAddress;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What visitors proved before they wrote, and which browser each user of a site came with first.
@Component
class RedisVisitorProofs {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final String PROOF = "proof";
    private static final String USER = "user";

    private final RedisStore store;
    private final RedisKeys keys;

    RedisVisitorProofs(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /// @param how `code`, `site`
    record Proof(ChannelAddress address, String how) {}

    void remember(ChannelAddress.Visitor visitor, Proof proof) {
        set(visitor, PROOF, proof.how() + " " + proof.address().key());
    }

    Optional<Proof> of(ChannelAddress.Visitor visitor) {
        return Optional.ofNullable(get(visitor, PROOF)).map(kept -> {
            int space = kept.indexOf(' ');
            return new Proof(ChannelAddress.ofKey(kept.substring(space + 1)), kept.substring(0, space));
        });
    }

    /// As which user of a site this browser was signed in.
    Optional<String> user(ChannelAddress.Visitor visitor) {
        return Optional.ofNullable(get(visitor, USER));
    }

    void isUser(ChannelAddress.Visitor visitor, String user) {
        set(visitor, USER, user);
    }

    /// The browser this user came with first.
    ChannelAddress.Visitor first(String user, ChannelAddress.Visitor visitor) {
        String first = store.with(redis -> {
            redis.hsetnx(keys.of(Family.SITE_USERS), user, visitor.value());
            return redis.hget(keys.of(Family.SITE_USERS), user);
        });
        return new ChannelAddress.Visitor(first);
    }

    private @Nullable String get(ChannelAddress.Visitor visitor, String field) {
        return store.with(redis -> redis.hget(keys.visitor(visitor.value()), field));
    }

    private void set(ChannelAddress.Visitor visitor, String field, String value) {
        store.with(redis -> {
            redis.hset(keys.visitor(visitor.value()), field, value);
            return redis.expire(keys.visitor(visitor.value()), KEPT.toSeconds());
        });
    }
}
