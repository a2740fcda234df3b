package dev.loper.access;

import dev.loper.message.PersonId;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// People in Redis: one hash of bodies, one of sign-in addresses, changed together by scripts.
@Component
class RedisPeople implements People {

    private static final LuaScript CREATE = LuaScript.load("people-create");
    private static final LuaScript CHANGE = LuaScript.load("people-change");
    private static final int TRIES = 20;
    /// Each message that comes in asks whose number it is from, so numbers are at hand for so long.
    private static final Duration FRESH = Duration.ofSeconds(2);

    /// Whose numbers they were at a moment.
    private record Numbers(Instant at, Map<String, Person> people) {}

    /// A person as kept in Redis.
    ///
    /// @param queues their role in each; none if they work in every queue
    private record Body(String name, String email, String passwordHash, Set<Role> roles, String language,
            boolean active, long sessionsVersion, @Nullable WorkBody work, @Nullable Map<String, Role> queues) {

        static Body of(Person person) {
            return new Body(person.name(), person.email(), person.passwordHash(), person.roles(), person.language(),
                    person.active(), person.sessionsVersion(), WorkBody.of(person.work()),
                    QueuesView.of(person.queues()).only());
        }

        Person person(PersonId id) {
            return new Person(id, name, email, passwordHash, roles, language, active, sessionsVersion,
                    work == null ? Work.UNKNOWN : work.work(), new QueuesView(queues == null, queues).queues());
        }
    }

    private final RedisStore store;
    private final RedisKeys keys;
    private final JsonMapper json;
    private final Clock clock;
    private volatile @Nullable Numbers numbers;

    RedisPeople(RedisStore store, RedisKeys keys, JsonMapper json, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Optional<Person> byId(PersonId id) {
        return Optional.ofNullable(body(id)).map(body -> read(id, body));
    }

    @Override
    public Optional<Person> byEmail(String email) {
        String id = store.with(redis -> redis.hget(keys.of(Family.PEOPLE_BY_EMAIL), normal(email)));
        return Optional.ofNullable(id).map(PersonId::new).flatMap(this::byId);
    }

    @Override
    public Optional<Person> byNumber(String number) {
        Numbers known = numbers;
        Instant now = clock.instant();
        if (known == null || !now.isBefore(known.at().plus(FRESH)) || now.isBefore(known.at())) {
            known = new Numbers(now, all().stream().filter(
                    person -> person.active() && person.work().phone() != null).collect(
                            Collectors.toMap(person -> String.valueOf(person.work().phone()), person -> person,
                                    (first, other) -> first)));
            numbers = known;
        }
        return Optional.ofNullable(known.people().get(number));
    }

    @Override
    public List<Person> byIds(Collection<PersonId> ids) {
        List<PersonId> wanted = ids.stream().distinct().toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<String> found = store.with(redis -> redis.hmget(keys.of(Family.PEOPLE), wanted.stream().map(
                PersonId::value).toArray(String[]::new)));
        return IntStream.range(0, wanted.size()).filter(i -> found.get(i) != null).mapToObj(i -> read(wanted.get(i),
                found.get(i))).toList();
    }

    @Override
    public List<Person> all() {
        return store.with(redis -> redis.hgetAll(keys.of(Family.PEOPLE))).entrySet().stream().map(entry -> read(
                new PersonId(entry.getKey()), entry.getValue())).sorted(Comparator.comparing(Person::name)).toList();
    }

    @Override
    public boolean none() {
        return store.with(redis -> redis.hlen(keys.of(Family.PEOPLE))) == 0;
    }

    @Override
    public CreateResult create(Person person) {
        return create(person, "");
    }

    @Override
    public CreateResult createFirst(Person person, String setupToken) {
        return create(person, Secrets.sha256(setupToken));
    }

    private CreateResult create(Person person, String setup) {
        List<Object> reply = store.run(CREATE, List.of(keys.of(Family.PEOPLE), keys.of(Family.PEOPLE_BY_EMAIL), keys.of(
                Family.ADMINISTRATORS), keys.of(Family.SETUP), keys.of(Family.CLOCK), keys.of(Family.FEED)),
                List.of(person.id().value(), normal(person.email()),
                        write(person), flag(person.administers()), setup));
        numbers = null;
        return switch (String.valueOf(reply.getFirst())) {
            case "created" -> CreateResult.CREATED;
            case "email-taken" -> CreateResult.EMAIL_TAKEN;
            case "setup-refused" -> CreateResult.SETUP_REFUSED;
            default -> throw new IllegalStateException("people-create answered " + reply);
        };
    }

    @Override
    public ChangeResult change(PersonId id, UnaryOperator<Person> change) {
        for (int i = 0; i < TRIES; i++) {
            String body = body(id);
            if (body == null) {
                return new ChangeResult.Unknown();
            }
            Person before = read(id, body);
            Optional<ChangeResult> result = change(before, body, change.apply(before));
            if (result.isPresent()) {
                return result.get();
            }
        }
        throw new IllegalStateException("Person " + id + " is changed by others all the time.");
    }

    /// Empty if another was faster.
    private Optional<ChangeResult> change(Person before, String body, Person after) {
        List<Object> reply = store.run(CHANGE, List.of(keys.of(Family.PEOPLE), keys.of(Family.PEOPLE_BY_EMAIL), keys.of(
                Family.ADMINISTRATORS), keys.of(Family.CLOCK), keys.of(Family.FEED), keys.of(Family.TIMERS),
                keys.of(Family.PRESENCE), keys.of(Family.SCREENS), keys.of(Family.INPUTS)),
                List.of(
                        before.id().value(), body, write(after), normal(before.email()), normal(after.email()), flag(
                                after.administers()),
                        leaves(before, after) || elsewhere(before, after) ? Long.toString(clock.millis()) : "",
                        leaves(before, after) ? "left" : "queues"));
        numbers = null;
        return switch (String.valueOf(reply.getFirst())) {
            case "changed" -> Optional.of(new ChangeResult.Changed(before, after));
            case "email-taken" -> Optional.of(new ChangeResult.EmailTaken());
            case "last-administrator" -> Optional.of(new ChangeResult.LastAdministrator());
            case "stale" -> Optional.empty();
            default -> throw new IllegalStateException("people-change answered " + reply);
        };
    }

    private static boolean leaves(Person before, Person after) {
        return before.active() && !after.active();
    }

    /// Whether they may work elsewhere now than before: somebody looks whether they have what they may no longer see.
    private static boolean elsewhere(Person before, Person after) {
        return after.active()
                && (!before.queues().equals(after.queues()) || !before.roles().equals(after.roles()));
    }

    private @Nullable String body(PersonId id) {
        return store.with(redis -> redis.hget(keys.of(Family.PEOPLE), id.value()));
    }

    private Person read(PersonId id, String body) {
        return json.readValue(body, Body.class).person(id);
    }

    private String write(Person person) {
        return write(json, person);
    }

    /// A person as the scripts keep them.
    static String write(JsonMapper json, Person person) {
        return json.writeValueAsString(Body.of(person));
    }

    private static String flag(boolean set) {
        return set ? "1" : "0";
    }

    static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
