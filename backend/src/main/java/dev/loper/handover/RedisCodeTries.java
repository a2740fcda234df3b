package dev.loper.handover;

import dev.loper.message.AccountId;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisStore;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.serialization.Mapper;
import io.github.bucket4j.redis.jedis.Bucket4jJedis;
import java.time.Duration;
import org.springframework.stereotype.Component;
import redis.clients.jedis.UnifiedJedis;

/// Counts the codes that are tried on an account, over all calls and all nodes.
@Component
class RedisCodeTries {

    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Duration DAY = Duration.ofDays(1);

    private final RedisStore store;
    private final RedisKeys keys;
    private final ProxyManager<String> buckets;
    private final BucketConfiguration limits;

    RedisCodeTries(UnifiedJedis redis, RedisStore store, RedisKeys keys, HandoverProperties settings) {
        this.store = store;
        this.keys = keys;
        this.limits = BucketConfiguration.builder().addLimit(of(settings.code().perWindow(), WINDOW)).addLimit(
                of(settings.code().perDay(), DAY)).build();
        this.buckets = Bucket4jJedis.casBasedBuilder(redis).keyMapper(Mapper.STRING).expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofSeconds(10))).build();
    }

    private static Bandwidth of(int tries, Duration time) {
        return Bandwidth.builder().capacity(tries).refillGreedy(tries, time).build();
    }

    /// Takes one try, if there is one left.
    boolean take(AccountId account) {
        return store.with(redis -> bucket(account).tryConsume(1));
    }

    /// A right code was none.
    void giveBack(AccountId account) {
        store.with(redis -> {
            bucket(account).addTokens(1);
            return "";
        });
    }

    private BucketProxy bucket(AccountId account) {
        return buckets.builder().build(keys.attempts("spoken-code:" + account.value()), () -> limits);
    }
}
