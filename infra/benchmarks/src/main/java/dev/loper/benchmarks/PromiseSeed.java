package dev.loper.benchmarks;

import dev.loper.conversation.Appended;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;

/// Writes open promises straight to the store, as `promise-make.lua` leaves them: a million would otherwise take hours of
/// sentences that nobody sends.
final class PromiseSeed implements AutoCloseable {

    private static final int BATCH = 2000;
    private static final int TOPICS = 1000;
    /// How long before its moment, and after it, its timers are, in milliseconds: as `application.yml` has it.
    private static final long SOON = 1_800_000;
    private static final long NOTICE = 600_000;
    private static final long ESCALATE = 900_000;

    private final RedisClient redis;
    private final RedisKeys keys = new RedisKeys("main");
    private final List<Place> topics = new ArrayList<>();
    private int made;

    PromiseSeed(Product product, DirectStore store) {
        this(product.redisPort(), product.redisPassword(), store, TOPICS);
    }

    PromiseSeed(int port, String password, DirectStore store, int count) {
        DefaultJedisClientConfig config = DefaultJedisClientConfig.builder().password(password).timeoutMillis(
                30_000).build();
        redis = RedisClient.builder().hostAndPort("127.0.0.1", port).clientConfig(config).build();
        for (int i = 0; i < count; i++) {
            Appended.Stored first = store.append(1_000_000 + i, SmsWriter.TEXT);
            String topic = redis.hget(keys.of(Family.TOPICS), first.topic().value());
            Matcher home = Pattern.compile("\"home\":\"([^\"]+)\"").matcher(topic);
            if (!home.find()) {
                throw new IllegalStateException("A topic without a home: " + topic);
            }
            topics.add(new Place(first.topic(), first.entry().value(), home.group(1)));
        }
    }

    /// Where a promise was made.
    private record Place(TopicId topic, String entry, String home) {}

    /// When one is to be kept.
    ///
    /// @param ahead whether its reminder and its notice are still to come
    record Moments(Instant due, boolean ahead) {}

    /// Writes so many open promises, and does not wait for the disk with each batch.
    void open(int count, IntFunction<Moments> moments) {
        redis.configSet("appendfsync", "everysec");
        try {
            write(count, moments);
        } finally {
            redis.configSet("appendfsync", "always");
        }
    }

    private void write(int count, IntFunction<Moments> moments) {
        for (int from = 0; from < count; from += BATCH) {
            int until = Math.min(count, from + BATCH);
            try (AbstractPipeline pipeline = redis.pipelined()) {
                for (int i = from; i < until; i++) {
                    write(pipeline, "pbench" + made++, topics.get(made % topics.size()), moments.apply(i));
                }
                pipeline.sync();
            }
        }
    }

    private void write(AbstractPipeline pipeline, String id, Place place, Moments moments) {
        long due = moments.due().toEpochMilli();
        String state = moments.ahead() ? "open" : "due-soon";
        String order = String.format(Locale.ROOT, "a%013d", due);
        String owner = "lotte" + made % 50;
        List<String> lists = List.of(state, "owner:" + owner + ":" + state, "queue:main:" + state);
        pipeline.zadd(keys.of(Family.PROMISE_VIEWS),
                lists.stream().collect(Collectors.toMap(list -> list + "|" + order + "|"
                        + id, _ -> 0.0)));
        pipeline.hset(keys.of(Family.PROMISES), id,
                """
                        {"topic":"%s","state":"%s","version":1,"due":%d,"soon":%d,"notice":%d,"escalate":%d,"moments":[{"due":%d,"at":%d,"by":"lotte",\
                        "byName":"Lotte"}],"told":"delivered","entry":"%s","home":"%s","owner":"%s","ownerName":"Lotte Jansen",\
                        "queue":"main","channel":"sms","account":"sms-main","address":"phone:+31600000000","made":%d,"order":"%s",\
                        "lists":["%s"]}""".formatted(
                        place.topic(), state, due, due - SOON, due - NOTICE, due + ESCALATE, due, due
                                - 86_400_000,
                        place.entry(), place.home(), owner, due - 86_400_000, order, String.join("\",\"",
                                lists)));
        pipeline.hset(keys.of(Family.PROMISE_TEXTS), id,
                """
                        {"heard":"My table has not arrived","action":"I ask our warehouse where it is","sentence":"You told me: “My table \
                        has not arrived.” I ask our warehouse where it is. You will hear from me by text message.","language":"en",\
                        "zone":"Europe/Amsterdam"}""");
        pipeline.zadd(keys.topicPromises(place.topic()), due, id);
        pipeline.hset(keys.of(Family.PROMISE_LINKS), "%064x".formatted(made), id);
        Map<String, Double> timers = new HashMap<>(Map.of(timer("late", id), (double) due, timer("escalate", id),
                (double) due + ESCALATE));
        if (moments.ahead()) {
            timers.put(timer("soon", id), (double) due - SOON);
            timers.put(timer("notice", id), (double) due - NOTICE);
        }
        pipeline.zadd(keys.of(Family.TIMERS), timers);
    }

    private static String timer(String kind, String id) {
        return "promise-" + kind + "|" + id + "|1";
    }

    /// How many are late.
    long late() {
        return redis.zlexcount(keys.of(Family.PROMISE_VIEWS), "[late|", "(late}");
    }

    @Override
    public void close() {
        redis.close();
    }
}
