package dev.loper.benchmarks;

import dev.loper.access.QueueId;
import dev.loper.conversation.AnswerTargets;
import dev.loper.conversation.Appended;
import dev.loper.conversation.InboundStore;
import dev.loper.conversation.QueueChoice;
import dev.loper.customer.Customers;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelKind;
import dev.loper.message.ChannelMessage;
import dev.loper.message.ChannelMessage.ThreadingHints;
import dev.loper.message.Level;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisProperties;
import dev.loper.redis.RedisProperties.Durability;
import dev.loper.redis.RedisProperties.Mode;
import dev.loper.redis.RedisStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;

/// The product's own store on the product's Redis, without the web in front of it.
final class DirectStore implements AutoCloseable {

    private static final Pattern USED = Pattern.compile("(?m)^used_memory:(\\d+)");

    private final RedisClient redis;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final InboundStore store;
    private final RedisKeys keys = new RedisKeys("main");

    DirectStore(Product product) {
        this(product.redisPort(), product.redisPassword());
    }

    DirectStore(int port, String password) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(64);
        pool.setMaxIdle(64);
        pool.setJmxEnabled(false);
        redis = RedisClient.builder().hostAndPort("127.0.0.1", port).clientConfig(
                DefaultJedisClientConfig.builder().password(password).timeoutMillis(
                        10_000).build()).poolConfig(
                                pool).build();
        RedisProperties properties = new RedisProperties(Mode.STANDALONE, List.of(), "", null, null, Durability.FSYNC,
                1, Duration.ofSeconds(2), 64, null);
        RedisStore access = new RedisStore(redis, properties, keys);
        context.registerBean(RedisKeys.class, () -> keys);
        context.registerBean(RedisStore.class, () -> access);
        context.registerBean(Customers.class, () -> new Customers(access, keys));
        context.registerBean(QueueChoice.class, () -> message -> new QueueChoice.Route(QueueId.MAIN, null));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(AnswerTargets.class, () -> AnswerTargets.NONE);
        context.register(InboundStore.class);
        context.refresh();
        store = context.getBean(InboundStore.class);
    }

    /// @throws IllegalStateException if it was not stored
    Appended.Stored append(int sender, String text) {
        ChannelMessage message = new ChannelMessage(new AccountId("sms-main"), ChannelKind.SMS, SmsWriter.newSid(),
                new ChannelAddress.Phone(SmsWriter.number(sender)), "", Level.OBSERVED, List.of("+3197010280001"),
                List.of(), null, null, text, null, null, List.of(), ThreadingHints.NONE, false);
        if (store.append(message) instanceof Appended.Stored stored) {
            return stored;
        }
        throw new IllegalStateException("A new message was taken for a repeat.");
    }

    /// Holds up a job of the product's for as long as its Redis lives.
    void holdLease(String name) {
        redis.set(keys.lease(name), "benchmarks");
    }

    /// Bytes of memory Redis uses.
    long memory() {
        Matcher found = USED.matcher(redis.info("memory"));
        if (!found.find()) {
            throw new IllegalStateException("INFO memory has no used_memory.");
        }
        return Long.parseLong(found.group(1));
    }

    @Override
    public void close() {
        context.close();
        redis.close();
    }
}
