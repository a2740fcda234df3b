package dev.loper.handover;

import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisStore;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.serialization.Mapper;
import io.github.bucket4j.redis.jedis.Bucket4jJedis;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import redis.clients.jedis.UnifiedJedis;

/// Counts the letters that go to addresses nobody has proven, at the wish of visitors nobody knows: of one address over all
/// visitors, of one account over all addresses, and of both over all nodes.
@Component
class RedisLetters {

    private final RedisStore store;
    private final RedisKeys keys;
    private final ProxyManager<String> buckets;
    private final BucketConfiguration address;
    private final BucketConfiguration account;

    RedisLetters(UnifiedJedis redis, RedisStore store, RedisKeys keys, HandoverProperties settings) {
        HandoverProperties.Letters limits = settings.letters();
        this.store = store;
        this.keys = keys;
        // One grows back a day, so that no day has many more than these.
        this.address = of(
                Bandwidth.builder().capacity(limits.perAddress()).refillGreedy(1, Duration.ofDays(1)).build());
        this.account = of(Bandwidth.builder().capacity(limits.perHour()).refillGreedy(limits.perHour(),
                Duration.ofHours(1)).build());
        this.buckets = Bucket4jJedis.casBasedBuilder(redis).keyMapper(Mapper.STRING).expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofSeconds(10))).build();
    }

    private static BucketConfiguration of(Bandwidth limit) {
        return BucketConfiguration.builder().addLimit(limit).build();
    }

    /// Takes one letter, if one may go there.
    boolean take(AccountId from, ChannelAddress to) {
        return store.with(redis -> bucket("letters-to:" + digest(to), address).tryConsume(1)
                && bucket("letters-of:" + from.value(), account).tryConsume(1));
    }

    private BucketProxy bucket(String what, BucketConfiguration limits) {
        return buckets.builder().build(keys.attempts(what), () -> limits);
    }

    private static String digest(ChannelAddress address) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(
                    address.key().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256.", e);
        }
    }
}
