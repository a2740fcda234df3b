package dev.loper.routing;

import java.util.stream.Collectors;
import dev.loper.access.QueueId;
import dev.loper.access.Queues;
import dev.loper.access.Cover;
import dev.loper.message.Author;
import dev.loper.message.PersonId;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import dev.loper.redis.Timer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What supervisors asked to be taken over, in Redis until it is done, and the timers by which all of it goes on.
@Component
class RedisCovers {

    static final String TIMER = "cover";
    private static final String ASKED = "asked-";
    private static final String LAST = "-last";
    private static final LuaScript ASK = LuaScript.load("cover-ask");
    private static final LuaScript NEXT = LuaScript.load("cover-next");

    /// Something asked, as it lies in the store.
    ///
    /// @param to     the person who takes over; the queue if absent
    /// @param queues whose topics go; all if absent
    record Asked(String version, @Nullable String to, String byId, String byName, @Nullable List<String> queues) {

        Cover cover() {
            return to == null ? new Cover.Queue() : new Cover.By(new PersonId(to));
        }

        Queues within() {
            return queues == null
                    ? Queues.all()
                    : new Queues.Only(queues.stream().map(QueueId::new).collect(Collectors.toSet()));
        }

        Author by() {
            return new Author(Author.Kind.AGENT, byId, byName);
        }
    }

    private final RedisStore store;
    private final RedisKeys keys;
    private final Clock clock;

    RedisCovers(RedisStore store, RedisKeys keys, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
    }

    /// Asks that somebody's work in some queues be taken over; it begins at once, on whichever node looks first.
    void ask(PersonId from, @Nullable PersonId to, Queues within, PersonId by, String byName) {
        String version = ASKED + clock.millis() + "-" + by.value();
        Asked asked = new Asked(version, to == null ? null : to.value(), by.value(), byName, names(within));
        store.run(ASK, both(), List.of(from.value(), RedisJson.write(asked), version, Long.toString(clock.millis()),
                field(from.value(), version)));
    }

    /// What each supervisor asked stands by itself: they may look after other queues.
    private static String field(String person, String version) {
        String asker = version.substring(version.indexOf('-', ASKED.length()) + 1);
        return person + "|" + asker;
    }

    private static @Nullable List<String> names(Queues within) {
        return switch (within) {
            case Queues.All every -> null;
            case Queues.Only only -> only.queues().stream().map(QueueId::value).sorted().toList();
        };
    }

    /// What was asked by this timer, if it is not done yet.
    Optional<Asked> asked(Timer timer) {
        if (!timer.version().startsWith(ASKED)) {
            return Optional.empty();
        }
        @Nullable
        String kept = store.with(redis -> redis.hget(keys.of(Family.COVERS), field(timer.id(), timer.version())));
        return Optional.ofNullable(kept).map(text -> RedisJson.read(text, Asked.class)).filter(
                asked -> asked.version().equals(timer.version()));
    }

    /// It is done, or no longer wanted.
    void done(Timer timer) {
        next(timer, "", timer.version());
    }

    /// It is looked at again later.
    void again(Timer timer, Instant when) {
        next(timer, Long.toString(when.toEpochMilli()), timer.version());
    }

    /// Nothing was left, and one more look follows: somebody may be giving them work at this moment.
    void once(Timer timer, Instant when) {
        next(timer, Long.toString(when.toEpochMilli()), timer.version() + LAST);
    }

    /// Whether this look is that one.
    static boolean isLast(Timer timer) {
        return timer.version().endsWith(LAST);
    }

    private void next(Timer timer, String when, String version) {
        store.run(NEXT, both(), List.of(timer.id(), timer.version(), when, version, field(timer.id(),
                timer.version())));
    }

    /// What a timer asked to be looked at was.
    void looked(Timer timer) {
        store.with(redis -> redis.zrem(keys.of(Family.TIMERS), timer.member()));
    }

    private List<String> both() {
        return List.of(keys.of(Family.COVERS), keys.of(Family.TIMERS));
    }
}
