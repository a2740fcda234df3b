package dev.loper.journey;

import dev.loper.message.ChannelAddress.Visitor;
import dev.loper.message.ConversationId;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import dev.loper.secret.Seal;
import dev.loper.secret.SigningKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Steps in Redis: a hash a visitor, which lapses; the links to resume, likewise.
@Component
class RedisSteps {

    private static final LuaScript TAKE = LuaScript.load("steps-take");
    private static final LuaScript FORGET = LuaScript.load("steps-forget");

    private final RedisStore store;
    private final RedisKeys keys;
    private final JourneyProperties properties;
    private final Seal ids;

    RedisSteps(RedisStore store, RedisKeys keys, JourneyProperties properties, SigningKeys secrets) {
        this.store = store;
        this.keys = keys;
        this.properties = properties;
        this.ids = new Seal(secrets.derive("step-ids"), "step");
    }

    record Stored(String id, long at, String kind, String name, @Nullable String url, ObjectNode data) {

        Step step() {
            return new Step(id, Instant.ofEpochMilli(at), kind, name, url, data);
        }
    }

    /// Keeps what is new of them. A step goes by a keyed digest of its page's id: whatever a page puts there, it is not kept,
    /// and an id of nothing but chance, which may look like a card's number, is as good as any.
    ///
    /// @param conversation of the customer this visitor is, if they are one: they are told
    /// @param keep         how long, from now
    /// @return false if the visitor took their consent back, and nothing was kept
    boolean take(Visitor visitor, Teller teller, List<Step> steps, @Nullable ConversationId conversation,
            Duration keep) {
        List<String> args = new ArrayList<>(List.of(conversation == null ? "" : conversation.value(),
                String.valueOf(properties.most()), String.valueOf(keep.toSeconds())));
        args.addAll(switch (teller) {
            case Teller.Page(String consent) -> List.of("page", consent(visitor, consent));
            case Teller.Server() -> List.of("server", "");
        });
        steps.forEach(step -> {
            String id = ids.of(visitor.value(), step.id());
            args.add(id);
            args.add(String.valueOf(step.at().toEpochMilli()));
            args.add(RedisJson.write(new Stored(id, step.at().toEpochMilli(), step.kind(), step.name(),
                    step.url(), step.data())));
        });
        return "taken".equals(store.run(TAKE, keysOf(visitor), args).getFirst());
    }

    /// Who tells of steps.
    sealed interface Teller {
        /// A page: it asked the visitor, and tells nothing without their consent.
        ///
        /// @param consent its name for the consent it has; empty: it has none
        record Page(String consent) implements Teller {}

        /// A back end, or we: whether the visitor still agrees is known here only.
        record Server() implements Teller {}
    }

    private String consent(Visitor visitor, String consent) {
        return consent.isEmpty() ? "" : ids.of(visitor.value(), "consent", consent);
    }

    /// Keeps that a visitor was invited to chat, among what they did.
    void invited(Visitor visitor, String id, String name, Instant at, @Nullable ConversationId conversation) {
        take(visitor, new Teller.Server(),
                List.of(new Step(id, at, Step.INVITED, name, null, JsonNodeFactory.instance.objectNode())),
                conversation, properties.keep());
    }

    /// All that is kept of a visitor, the oldest first.
    List<Step> of(Visitor visitor) {
        return store.with(redis -> redis.hvals(keys.steps(visitor.value()))).stream().map(
                json -> RedisJson.read(json, Stored.class).step()).sorted(Comparator.comparing(Step::at)).toList();
    }

    /// @param conversation of the customer this visitor is, if they are one: who looks at it sees them go
    /// @param consent     which one they took back, as their page calls it; empty: it does not say
    void forget(Visitor visitor, @Nullable ConversationId conversation, String consent) {
        store.run(FORGET, keysOf(visitor), List.of(conversation == null ? "" : conversation.value(),
                String.valueOf(properties.keep().toSeconds()), consent(visitor, consent)));
    }

    private List<String> keysOf(Visitor visitor) {
        return List.of(keys.steps(visitor.value()), keys.stepOrder(visitor.value()), keys.of(Family.CLOCK),
                keys.of(Family.FEED), keys.noSteps(visitor.value()));
    }

    /// Keeps what a link to resume leads to.
    void keepLink(String digest, String json, Duration life) {
        store.with(redis -> redis.setex(keys.resume(digest), life.toSeconds(), json));
    }

    Optional<String> link(String digest) {
        return Optional.ofNullable(store.with(redis -> redis.get(keys.resume(digest))));
    }
}
