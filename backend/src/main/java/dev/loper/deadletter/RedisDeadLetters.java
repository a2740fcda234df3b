package dev.loper.deadletter;

import dev.loper.channel.DeadLetters;
import dev.loper.channel.IntakeUnavailableException;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelKind;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import dev.loper.redis.StoreUnavailableException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import redis.clients.jedis.resps.Tuple;

/// Dead letters in Redis. The same bytes on the same account are one letter, however often a provider repeats them.
@Component
class RedisDeadLetters implements DeadLetters {

    private static final LuaScript DEAD_LETTER = LuaScript.load("dead-letter");

    /// Letters of one millisecond, at the most.
    private static final int AT_ONCE = 50;

    private final RedisStore store;
    private final RedisKeys keys;

    RedisDeadLetters(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    @Override
    public void keep(AccountId account, ChannelKind channel, byte[] raw, Map<String, String> headers, String reason) {
        String id = "d" + digest(account, raw);
        try {
            run(id, List.of("keep", id, "account", account.value(), "channel", channel.wire(), "reason", reason,
                    "headers", RedisJson.write(headers), "raw", Base64.getEncoder().encodeToString(raw)));
        } catch (StoreUnavailableException e) {
            throw new IntakeUnavailableException("The store is away.", e);
        }
    }

    /// A letter's place in the list: it stays good when others leave.
    record Place(long ms, String id) {

        static final Pattern FORM = Pattern.compile("(\\d{1,15})-(d[0-9a-f]{20})");

        static Place of(DeadLetter letter) {
            return new Place(letter.at().toEpochMilli(), letter.id());
        }

        static Place of(String cursor) {
            String[] parts = cursor.split("-", 2);
            return new Place(Long.parseLong(parts[0]), parts[1]);
        }

        /// Whether another letter comes after this one, in a list that begins with the newest.
        boolean before(long at, String other) {
            return at < ms || at == ms && other.compareTo(id) < 0;
        }

        @Override
        public String toString() {
            return ms + "-" + id;
        }
    }

    /// A page of dead letters, newest first, each with its time.
    ///
    /// @param after the last of the page before; none for the first
    List<DeadLetter> page(@Nullable Place after, int limit) {
        double newest = after == null ? Double.POSITIVE_INFINITY : after.ms();
        List<Tuple> ids = store.with(redis -> redis.zrevrangeByScoreWithScores(keys.of(Family.DEAD_LETTERS), newest,
                Double.NEGATIVE_INFINITY, 0, limit + AT_ONCE));
        return ids.stream().filter(
                tuple -> after == null || after.before((long) tuple.getScore(), tuple.getElement())).limit(
                        limit).flatMap(
                                tuple -> read(tuple.getElement(), (long) tuple.getScore()).stream()).toList();
    }

    Optional<DeadLetter> find(String id) {
        Double at = store.with(redis -> redis.zscore(keys.of(Family.DEAD_LETTERS), id));
        return at == null ? Optional.empty() : read(id, at.longValue());
    }

    /// Counts one more attempt to hand it in.
    void tried(DeadLetter letter, String reason) {
        List<String> args = new ArrayList<>(List.of("keep", letter.id(), "attempts",
                String.valueOf(letter.attempts() + 1), "reason", reason));
        run(letter.id(), args);
    }

    /// @return false if it is gone already
    boolean discard(String id) {
        return "discarded".equals(run(id, List.of("discard", id)).getFirst());
    }

    private List<Object> run(String id, List<String> args) {
        return store.run(DEAD_LETTER, List.of(keys.of(Family.CLOCK), keys.of(Family.DEAD_LETTERS), keys.deadLetter(id)),
                args);
    }

    @SuppressWarnings("unchecked")
    private Optional<DeadLetter> read(String id, long at) {
        Map<String, String> fields = store.with(redis -> redis.hgetAll(keys.deadLetter(id)));
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.of(new DeadLetter(id, new AccountId(fields.getOrDefault("account", "")),
                        ChannelKind.of(fields.getOrDefault("channel", "")), Instant.ofEpochMilli(at),
                        fields.getOrDefault("reason", ""), Integer.parseInt(fields.getOrDefault("attempts", "0")),
                        (Map<String, String>) RedisJson.read(fields.getOrDefault("headers", "{}"), Map.class),
                        Base64.getDecoder().decode(fields.getOrDefault("raw", ""))));
    }

    private static String digest(AccountId account, byte[] raw) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(account.value().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest(raw)).substring(0, 20);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
