package dev.loper.access;

import dev.loper.message.PersonId;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// API tokens in Redis, under the SHA-256 of their 256 random bits.
@Component
class RedisTokens implements Tokens {

    private static final LuaScript TOUCH = LuaScript.load("token-touch");
    private static final LuaScript CREATE = LuaScript.load("token-create");
    private static final String PREFIX = "loper_";

    /// When a token was last used is known to the minute: a write a request would be dear.
    private static final Duration PRECISION = Duration.ofMinutes(1);

    /// A token as kept in Redis; times in ms.
    ///
    /// @param scope none of one made before there were any: it opens all
    private record Body(String id, String person, String name, @Nullable TokenScope scope, @Nullable String by,
            long created, @Nullable Long lastUsed) {

        Body {
            scope = scope == null ? TokenScope.ALL : scope;
        }

        Token token() {
            return new Token(id, new PersonId(person), name, Objects.requireNonNull(scope),
                    by == null ? null : new PersonId(by),
                    Instant.ofEpochMilli(created),
                    lastUsed == null ? null : Instant.ofEpochMilli(lastUsed));
        }

        Body usedAt(long now) {
            return new Body(id, person, name, scope, by, created, now);
        }

        boolean usedSince(long then) {
            return lastUsed != null && lastUsed > then;
        }
    }

    private final RedisStore store;
    private final RedisKeys keys;
    private final JsonMapper json;
    private final Clock clock;
    private final Secrets secrets;
    private final People people;
    private final ObjectProvider<DemoToken> demo;

    RedisTokens(RedisStore store, RedisKeys keys, JsonMapper json, Clock clock, Secrets secrets, People people,
            ObjectProvider<DemoToken> demo) {
        this.store = store;
        this.keys = keys;
        this.json = json;
        this.clock = clock;
        this.secrets = secrets;
        this.people = people;
        this.demo = demo;
    }

    @Override
    public Optional<Bearer> bearerOf(String token) {
        if (!token.startsWith(PREFIX)) {
            return Optional.empty();
        }
        return demoPerson(token).or(() -> stored(token)).filter(bearer -> bearer.person().active());
    }

    private Optional<Bearer> demoPerson(String token) {
        return demo.stream().findFirst().flatMap(known -> known.personOf(token)).map(
                person -> new Bearer(person, TokenScope.ALL));
    }

    private Optional<Bearer> stored(String token) {
        String digest = Secrets.sha256(token);
        String text = store.with(redis -> redis.hget(keys.of(Family.TOKENS), digest));
        if (text == null) {
            return Optional.empty();
        }
        Body body = json.readValue(text, Body.class);
        if (!body.usedSince(clock.millis() - PRECISION.toMillis())) {
            replace(digest, text, json.writeValueAsString(body.usedAt(clock.millis())));
        }
        return people.byId(new PersonId(body.person())).filter(person -> stands(body)).map(
                person -> new Bearer(person, body.token().scope()));
    }

    /// Whoever made it for another knows the secret, and must still be trusted with it.
    private boolean stands(Body body) {
        String by = body.by();
        return by == null || by.equals(body.person()) || people.byId(new PersonId(by)).filter(
                Person::administers).isPresent();
    }

    private boolean replace(String digest, String before, String after) {
        List<Object> reply = store.run(TOUCH, List.of(keys.of(Family.TOKENS)), List.of(digest, before, after));
        return "done".equals(reply.getFirst());
    }

    @Override
    public Created create(PersonId person, String name, TokenScope scope, PersonId by) {
        String secret = PREFIX + secrets.token();
        Body body = new Body(secrets.id(), person.value(), name, scope, by.value(), clock.millis(), null);
        List<Object> reply = store.run(CREATE, List.of(keys.of(Family.TOKENS)),
                List.of(Secrets.sha256(secret), json.writeValueAsString(body)));
        if (!"created".equals(reply.getFirst())) {
            throw new IllegalStateException("token-create answered " + reply);
        }
        return new Created(body.token(), secret);
    }

    @Override
    public List<Token> all() {
        return everything().values().stream().map(text -> json.readValue(text, Body.class).token()).sorted(
                Comparator.comparing(Token::created).reversed()).toList();
    }

    @Override
    public Optional<Token> revoke(String id) {
        for (Map.Entry<String, String> entry : everything().entrySet()) {
            Token token = json.readValue(entry.getValue(), Body.class).token();
            if (token.id().equals(id)) {
                return replace(entry.getKey(), entry.getValue(), "") ? Optional.of(token) : revoke(id);
            }
        }
        return Optional.empty();
    }

    private Map<String, String> everything() {
        return store.with(redis -> redis.hgetAll(keys.of(Family.TOKENS)));
    }
}
