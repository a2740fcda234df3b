package dev.loper.deadletter;

import dev.loper.blob.BlobStore;
import dev.loper.channel.DeadLetters;
import dev.loper.channel.IntakeUnavailableException;
import dev.loper.channel.UnreadableMessageException;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelKind;
import dev.loper.redis.LuaScript;
import dev.loper.redis.MemoryGuard;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import dev.loper.redis.StoreUnavailableException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import redis.clients.jedis.resps.Tuple;

/// Dead letters: what is known of each in Redis, the message itself, which may be a large mail, in the blob store. What
/// has the same provider's id on an account is one letter, and without one the same bytes, however often it comes.
@Component
class RedisDeadLetters implements DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(RedisDeadLetters.class);
    private static final LuaScript DEAD_LETTER = LuaScript.load("dead-letter");

    /// As long as messages are recognised that were taken in.
    private static final Duration REMEMBERED = Duration.ofDays(30);

    /// Letters of one millisecond, at the most.
    private static final int AT_ONCE = 50;

    private final RedisStore store;
    private final RedisKeys keys;
    private final BlobStore blobs;
    private final MemoryGuard memory;

    RedisDeadLetters(RedisStore store, RedisKeys keys, BlobStore blobs, MemoryGuard memory) {
        this.store = store;
        this.keys = keys;
        this.blobs = blobs;
        this.memory = memory;
    }

    @Override
    public void keep(AccountId account, ChannelKind channel, @Nullable String providerId, byte[] raw,
            Map<String, String> headers, String reason) {
        if (memory.full()) {
            throw new IntakeUnavailableException("The store is nearly full; nothing more is taken in.");
        }
        String id = "d" + (providerId == null ? digest(account, raw) : digest(account, bytes("\n" + providerId)));
        List<String> fields = new ArrayList<>(List.of("account", account.value(), "channel", channel.wire(), "reason",
                reason, "headers", RedisJson.write(headers), "size", String.valueOf(raw.length)));
        if (providerId != null) {
            fields.addAll(List.of("provider", providerId));
        }
        try {
            if (!isKnown(id)) {
                keep(id, blobs.put(new ByteArrayInputStream(raw), raw.length).id(), fields);
            }
        } catch (StoreUnavailableException e) {
            throw new IntakeUnavailableException("The store is away.", e);
        } catch (IOException e) {
            throw new IntakeUnavailableException("The message cannot be kept now.", e);
        }
    }

    private boolean isKnown(String id) {
        return "known".equals(run(id, List.of("ask", id)).getFirst());
    }

    private void keep(String id, String blob, List<String> fields) {
        List<String> args = new ArrayList<>(List.of("keep", id));
        args.addAll(fields);
        args.addAll(List.of("blob", blob));
        if (!kept(run(id, args))) {
            remove(blob);
        }
    }

    private static boolean kept(List<Object> reply) {
        return "kept".equals(reply.getFirst());
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

    /// The message itself.
    ///
    /// @throws UnreadableMessageException if it is gone
    byte[] raw(DeadLetter letter) {
        return read(letter, Integer.MAX_VALUE).orElseThrow(() -> new UnreadableMessageException(
                "The message itself is not in the blob store any more. Put its file back, or discard the letter."));
    }

    /// How the message begins; nothing if it is gone.
    byte[] beginning(DeadLetter letter, int bytes) {
        return read(letter, bytes).orElseGet(() -> new byte[0]);
    }

    private Optional<byte[]> read(DeadLetter letter, int most) {
        try (InputStream bytes = blobs.open(letter.blob())) {
            return Optional.of(bytes.readNBytes(most));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Counts one more attempt to hand it in.
    void tried(DeadLetter letter, String reason) {
        run(letter.id(), List.of("again", letter.id(), "attempts", String.valueOf(letter.attempts() + 1), "reason",
                reason));
    }

    /// Removes a letter and its message.
    ///
    /// @return false if it is gone already
    boolean discard(String id) {
        List<Object> reply = run(id, List.of("discard", id, String.valueOf(REMEMBERED.toSeconds())));
        if (!"discarded".equals(reply.getFirst())) {
            return false;
        }
        remove((String) reply.get(1));
        return true;
    }

    private void remove(String blob) {
        try {
            blobs.delete(blob);
        } catch (IOException e) {
            LOG.warn("The message of a dead letter that is gone stays behind: {}", blob, e);
        }
    }

    private List<Object> run(String id, List<String> args) {
        return store.run(DEAD_LETTER, List.of(keys.of(Family.CLOCK), keys.of(Family.DEAD_LETTERS), keys.deadLetter(id),
                keys.discardedLetter(id)), args);
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
                        Integer.parseInt(fields.getOrDefault("size", "0")), fields.getOrDefault("blob", "")));
    }

    private static String digest(AccountId account, byte[] raw) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(bytes(account.value()));
            return HexFormat.of().formatHex(sha.digest(raw)).substring(0, 20);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
