package dev.loper.access;

import dev.loper.message.PersonId;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Invitations in Redis, under the SHA-256 of the 256 random bits of their links.
@Component
class RedisInvitations implements Invitations {

    private static final LuaScript OFFER = LuaScript.load("invitation-offer");
    private static final LuaScript ACCEPT = LuaScript.load("invitation-accept");
    private static final LuaScript REVOKE = LuaScript.load("invitation-revoke");

    /// An invitation as kept in Redis; times in ms.
    ///
    /// @param queues their role in each; none if they will work in every queue
    private record Body(String id, String name, String email, Set<Role> roles, String language, Set<String> speaks,
            String by, long sent, long expires, @Nullable Map<String, Role> queues) {

        static Body of(Invitation one) {
            return new Body(one.id().value(), one.name(), one.email(), one.roles(), one.language(), one.speaks(),
                    one.by().value(), one.sent().toEpochMilli(), one.expires().toEpochMilli(),
                    QueuesView.of(one.queues()).only());
        }

        Invitation invitation() {
            return new Invitation(new PersonId(id), name, email, roles, language, speaks,
                    new QueuesView(queues == null, queues).queues(), new PersonId(by),
                    Instant.ofEpochMilli(sent), Instant.ofEpochMilli(expires));
        }
    }

    /// @param digest under which it is kept
    /// @param text   as it was read
    private record Kept(String digest, String text, Invitation invitation) {}

    private final RedisStore store;
    private final RedisKeys keys;
    private final JsonMapper json;
    private final Clock clock;
    private final People people;

    RedisInvitations(RedisStore store, RedisKeys keys, JsonMapper json, Clock clock, People people) {
        this.store = store;
        this.keys = keys;
        this.json = json;
        this.clock = clock;
        this.people = people;
    }

    @Override
    public List<Invitation> all() {
        return kept().stream().map(Kept::invitation).sorted(Comparator.comparing(Invitation::name)).toList();
    }

    @Override
    public Optional<Invitation> byId(PersonId id) {
        return keptOf(id).map(Kept::invitation);
    }

    @Override
    public Optional<Invitation> byToken(String token) {
        return good(token).map(Kept::invitation);
    }

    @Override
    public boolean stands(Invitation invitation) {
        return !invitation.expired(clock.instant())
                && people.byId(invitation.by()).filter(Person::administers).isPresent();
    }

    @Override
    public Offer offer(Invitation invitation, String token) {
        return write(invitation, token, "");
    }

    @Override
    public Offer renew(Invitation invitation, String token) {
        return keptOf(invitation.id()).map(before -> write(invitation, token, before.digest())).orElse(Offer.GONE);
    }

    private Offer write(Invitation invitation, String token, String replaced) {
        List<Object> reply = store.run(OFFER, List.of(keys.of(Family.INVITATIONS), keys.of(
                Family.INVITATIONS_BY_EMAIL), keys.of(Family.PEOPLE_BY_EMAIL)), List.of(Secrets.sha256(token),
                        invitation.email(), json.writeValueAsString(Body.of(invitation)), replaced));
        return switch (String.valueOf(reply.getFirst())) {
            case "invited" -> Offer.INVITED;
            case "email-taken" -> Offer.EMAIL_TAKEN;
            case "already-invited" -> Offer.ALREADY_INVITED;
            case "gone" -> Offer.GONE;
            default -> throw new IllegalStateException("invitation-offer answered " + reply);
        };
    }

    @Override
    public Acceptance accept(String token, Person person) {
        return good(token).filter(kept -> kept.invitation().id().equals(person.id())).map(kept -> accept(kept,
                person)).orElse(Acceptance.GONE);
    }

    private Acceptance accept(Kept kept, Person person) {
        List<Object> reply = store.run(ACCEPT, List.of(keys.of(Family.INVITATIONS), keys.of(
                Family.INVITATIONS_BY_EMAIL), keys.of(Family.PEOPLE), keys.of(Family.PEOPLE_BY_EMAIL),
                keys.of(
                        Family.ADMINISTRATORS),
                keys.of(Family.CLOCK), keys.of(Family.FEED)),
                List.of(kept.digest(), kept.text(), person.email(), person.id().value(),
                        RedisPeople.write(json, person), person.administers() ? "1" : "0"));
        return switch (String.valueOf(reply.getFirst())) {
            case "accepted" -> Acceptance.ACCEPTED;
            case "gone" -> Acceptance.GONE;
            case "email-taken" -> Acceptance.EMAIL_TAKEN;
            default -> throw new IllegalStateException("invitation-accept answered " + reply);
        };
    }

    @Override
    public Optional<Invitation> revoke(PersonId id) {
        return keptOf(id).filter(kept -> "revoked".equals(store.run(REVOKE, List.of(keys.of(Family.INVITATIONS),
                keys.of(Family.INVITATIONS_BY_EMAIL)),
                List.of(kept.digest(), kept.invitation().email())).getFirst())).map(
                        Kept::invitation);
    }

    private Optional<Kept> good(String token) {
        String digest = Secrets.sha256(token);
        @Nullable
        String text = store.with(redis -> redis.hget(keys.of(Family.INVITATIONS), digest));
        return Optional.ofNullable(text).map(found -> read(digest, found)).filter(kept -> stands(kept.invitation()));
    }

    private Optional<Kept> keptOf(PersonId id) {
        return kept().stream().filter(kept -> kept.invitation().id().equals(id)).findFirst();
    }

    private List<Kept> kept() {
        Map<String, String> found = store.with(redis -> redis.hgetAll(keys.of(Family.INVITATIONS)));
        return found.entrySet().stream().map(entry -> read(entry.getKey(), entry.getValue())).toList();
    }

    private Kept read(String digest, String text) {
        return new Kept(digest, text, json.readValue(text, Body.class).invitation());
    }
}
