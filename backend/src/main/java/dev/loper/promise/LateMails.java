package dev.loper.promise;

import dev.loper.access.People;
import dev.loper.access.Person;
import dev.loper.access.StaffMail;
import dev.loper.message.PersonId;
import dev.loper.message.PromiseId;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import dev.loper.redis.StoreUnavailableException;
import dev.loper.redis.Timer;
import dev.loper.redis.TimerEffect;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import redis.clients.jedis.params.ZAddParams;

/// Tells people by mail which promises are late: however many become so within `loper.promise.gather`, each person gets one mail.
///
/// Whom a promise is to be told to stands in the store from the step that escalates it. A mail is taken on for two minutes and
/// ticked off when it was sent, so a node that dies in between leaves it to another.
@Component
class LateMails implements TimerEffect {

    static final String KIND = "late-mail";
    private static final Logger log = LoggerFactory.getLogger(LateMails.class);
    private static final LuaScript MAIL = LuaScript.load("late-mail");
    private static final Duration LEASE = Duration.ofMinutes(2);
    /// What finds no line free comes again, not all at the same moment.
    private static final Duration LATER = Duration.ofSeconds(5);
    /// A mail server is asked by a few at a time.
    private static final int AT_A_TIME = 4;
    /// How often a mail that does not leave is tried again, one lease after the other: half an hour.
    private static final int TRIES = 15;
    private static final int OF_ONE_MAIL = 10_000;
    /// Of more it is not looked whether they are late still; they are counted.
    private static final int LOOKED_AT = 500;

    private final RedisStore store;
    private final RedisKeys keys;
    private final Promises promises;
    private final PromiseKeeping keeping;
    private final Escalation escalation;
    private final LateLetters letters;
    private final People people;
    private final ObjectProvider<StaffMail> mail;
    private final PromiseProperties settings;
    private final Clock clock;
    private final Semaphore lines = new Semaphore(AT_A_TIME);
    private final AtomicInteger turned = new AtomicInteger();
    /// How often the newest mail to somebody did not leave.
    private final Map<PersonId, Integer> failed = new ConcurrentHashMap<>();

    LateMails(RedisStore store, RedisKeys keys, Promises promises, PromiseKeeping keeping, Escalation escalation,
            LateLetters letters, People people, ObjectProvider<StaffMail> mail, PromiseProperties settings,
            Clock clock) {
        this.store = store;
        this.keys = keys;
        this.promises = promises;
        this.keeping = keeping;
        this.escalation = escalation;
        this.letters = letters;
        this.people = people;
        this.mail = mail;
        this.settings = settings;
        this.clock = clock;
    }

    /// A late promise, and where it is now.
    record Late(Promise promise, PromiseKeeping.Place place) {}

    @Override
    public String kind() {
        return KIND;
    }

    /// Sends it while the timers go on: a mail server that is slow keeps none from its turn.
    @Override
    public void fire(Timer timer) {
        if (!lines.tryAcquire()) {
            Duration turn = LATER.multipliedBy(1 + Math.floorMod(turned.getAndIncrement(), 2 * AT_A_TIME));
            store.with(redis -> redis.zadd(keys.of(Family.TIMERS), clock.instant().plus(turn).toEpochMilli(),
                    timer.member(), ZAddParams.zAddParams().xx()));
            return;
        }
        Thread.ofVirtual().name(KIND).start(() -> {
            try {
                tell(new PersonId(timer.id()));
            } catch (StoreUnavailableException e) {
                log.debug("Redis is away; the mail to {} comes again.", timer.id(), e);
            } finally {
                lines.release();
            }
        });
    }

    /// Sends what is to be told to somebody, unless another node does. What did not leave is tried again when its lease is over.
    void tell(PersonId id) {
        List<Object> taken = run("take", id, LEASE, String.valueOf(OF_ONE_MAIL));
        if (taken.getFirst().equals("taken")) {
            List<String> told = taken.stream().skip(1).map(String::valueOf).toList();
            if (people.byId(id).filter(Person::active).map(person -> send(person, told)).orElse(true) || tried(id)) {
                failed.remove(id);
                run("done", id, settings.gather(), told.toArray(String[]::new));
            }
        }
    }

    /// Whether it was tried often enough.
    private boolean tried(PersonId id) {
        return failed.merge(id, 1, Integer::sum) >= TRIES;
    }

    /// @return false if it did not leave
    private boolean send(Person person, List<String> told) {
        List<PromiseId> first = told.stream().limit(LOOKED_AT).map(
                one -> new PromiseId(one.substring(one.indexOf('|') + 1))).toList();
        List<Late> late = promises.find(first).stream().filter(
                promise -> promise.state() == PromiseState.LATE).flatMap(
                        promise -> keeping.find(promise).map(place -> new Late(promise, place)).stream()).filter(
                                one -> escalation.concerns(one.promise(), one.place().topic().queue(),
                                        person)).toList();
        StaffMail sender = mail.getIfAvailable();
        if (late.isEmpty() || sender == null) {
            return true;
        }
        LateLetters.Letter letter = letters.of(person, late, told.size() - first.size());
        StaffMail.Outcome outcome = sender.send(person.email(), person.name(), letter.subject(), letter.text());
        return switch (outcome) {
            case StaffMail.Outcome.Sent sent -> true;
            case StaffMail.Outcome.NoMailbox none -> {
                log.warn("{} could not be told that {} promises are late: there is no mailbox.", person.id(),
                        late.size());
                yield true;
            }
            case StaffMail.Outcome.Failed(String reason) -> {
                log.warn("{} could not be told by mail that {} promises are late: {}", person.id(), late.size(),
                        reason);
                yield false;
            }
        };
    }

    private List<Object> run(String verb, PersonId person, Duration time, String... more) {
        List<String> arguments = new ArrayList<>(List.of(verb, person.value(), String.valueOf(time.toMillis())));
        arguments.addAll(List.of(more));
        return store.run(MAIL, List.of(keys.of(Family.TIMERS), keys.of(Family.LATE_MAILS)), arguments);
    }
}
