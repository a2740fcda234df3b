package dev.loper.access;

import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisStore;
import dev.loper.web.NetworkAddress;
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
    private final BucketConfiguration everywhere;
    private final BucketConfiguration address;
    private final BucketConfiguration records;

    RedisAttempts(UnifiedJedis redis, RedisStore store, RedisKeys keys, AccessProperties properties) {
        AccessProperties.SignIn limits = properties.signIn();
        this.store = store;
        this.keys = keys;
        this.account = configuration(limits.perAccount(), limits.window());
        this.everywhere = configuration(limits.everywhere(), limits.window());
        this.records = configuration(limits.recorded(), Duration.ofDays(1));
        this.address = configuration(limits.perAddress(), limits.window());
        this.buckets = Bucket4jJedis.casBasedBuilder(redis).keyMapper(Mapper.STRING).expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofSeconds(10))).build();
    }

    /// Takes one attempt of the address's, one of the account's from there, and one of the account's from everywhere. A stranger
    /// who guesses uses up their own: whoever has the account gets in from elsewhere.
    ///
    /// @return how long to wait, if there is none left
    Optional<Duration> take(String email, String client) {
        return store.with(redis -> take(ofAddress(client)).or(() -> take(ofAccount(email, client))).or(
                () -> take(ofAccount(email))));
    }

    /// Whether the audit should tell of one more that failed.
    boolean record() {
        return store.with(redis -> bucket("sign-in:records", records).tryConsume(1));
    }

    /// Forgets what a right password has shown to be harmless.
    void forgive(String email, String client) {
        store.with(redis -> {
            ofAddress(client).addTokens(1);
            ofAccount(email, client).reset();
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
        return bucket("sign-in:account:" + Secrets.sha256(RedisPeople.normal(email)), everywhere);
    }

    private BucketProxy ofAccount(String email, String client) {
        return bucket("sign-in:account:" + Secrets.sha256(RedisPeople.normal(email)) + ":" + NetworkAddress.of(client),
                account);
    }

    private BucketProxy ofAddress(String client) {
        return bucket("sign-in:address:" + NetworkAddress.of(client), address);
    }

    private BucketProxy bucket(String what, BucketConfiguration configuration) {
        return buckets.builder().build(keys.attempts(what), () -> configuration);
    }

    private static BucketConfiguration configuration(int attempts, Duration window) {
        return BucketConfiguration.builder().addLimit(Bandwidth.builder().capacity(attempts).refillGreedy(attempts,
                window).build()).build();
    }
}
