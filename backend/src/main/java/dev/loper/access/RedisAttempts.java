package dev.loper.access;

import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisStore;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.serialization.Mapper;
import io.github.bucket4j.redis.jedis.Bucket4jJedis;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import redis.clients.jedis.UnifiedJedis;

/// Counts attempts to sign in, for all nodes together, and says when there are too many.
@Component
class RedisAttempts {

    private final RedisStore store;
    private final RedisKeys keys;
    private final ProxyManager<String> buckets;
    private final BucketConfiguration account;
    private final BucketConfiguration address;

    RedisAttempts(UnifiedJedis redis, RedisStore store, RedisKeys keys, AccessProperties properties) {
        AccessProperties.SignIn limits = properties.signIn();
        this.store = store;
        this.keys = keys;
        this.account = configuration(limits.perAccount(), limits.window());
        this.address = configuration(limits.perAddress(), limits.window());
        this.buckets = Bucket4jJedis.casBasedBuilder(redis).keyMapper(Mapper.STRING).expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofSeconds(10))).build();
    }

    /// Takes one attempt of the account's and one of the address's.
    ///
    /// @return how long to wait, if there is none left
    Optional<Duration> take(String email, String client) {
        return store.with(redis -> take(ofAddress(client)).or(() -> take(ofAccount(email))));
    }

    /// Forgets what a right password has shown to be harmless.
    void forgive(String email, String client) {
        store.with(redis -> {
            ofAddress(client).addTokens(1);
            ofAccount(email).reset();
            return "";
        });
    }

    private static Optional<Duration> take(BucketProxy bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private BucketProxy ofAccount(String email) {
        return bucket("sign-in:account:" + Secrets.sha256(RedisPeople.normal(email)), account);
    }

    private BucketProxy ofAddress(String client) {
        return bucket("sign-in:address:" + client, address);
    }

    private BucketProxy bucket(String what, BucketConfiguration configuration) {
        return buckets.builder().build(keys.attempts(what), () -> configuration);
    }

    private static BucketConfiguration configuration(int attempts, Duration window) {
        return BucketConfiguration.builder().addLimit(Bandwidth.builder().capacity(attempts).refillGreedy(attempts,
                window).build()).build();
    }
}
