package dev.loper.promise;

import dev.loper.Days;
import dev.loper.Given;
import dev.loper.MovableClock;
import dev.loper.conversation.ConversationFixture;
import dev.loper.conversation.Entry;
import dev.loper.conversation.EntryBody;
import dev.loper.conversation.TopicCommandsFixture;
import dev.loper.identity.Deed;
import dev.loper.identity.Done;
import dev.loper.identity.Merges;
import dev.loper.identity.MergesFixture;
import dev.loper.message.AccountId;
import dev.loper.message.Author;
import dev.loper.message.EntryId;
import dev.loper.message.PersonId;
import dev.loper.message.PromiseId;
import dev.loper.message.TopicId;
import dev.loper.promise.PromiseWriter.Verb;
import dev.loper.redis.MortalRedis;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisServer;
import dev.loper.redis.Timer;
import dev.loper.redis.TimerEffect;
import dev.loper.redis.TimersFixture;
import dev.loper.reply.OutboundQueue;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One random history of promises to Ada, and beside it a plain model of what must be seen of each of them.
///
/// People make, keep, move and let go of them, and take that back; their topic goes from hand to hand, to a cover, to another
/// queue; Ada is joined with Grace and taken apart again. The clock runs on; two nodes look at the same time, die between any two
/// steps and come back; Redis dies, also while they look, and comes back on what it wrote down.
final class PromiseHistory {

    private static final AccountId SMS = new AccountId("sms-main");
    private static final List<String> PEOPLE = List.of("p-bram", "p-lotte", "p-fatima");
    private static final List<String> QUEUES = List.of("main", "returns", "billing");

    /// A node that dies; nothing in it catches that.
    private static final class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }

    /// What people did with a promise, as far as it must be seen on it.
    enum Fate {
        TO_BE_KEPT,
        KEPT,
        RELEASED,
        TAKEN_BACK
    }

    final PromiseFixture given;
    final Map<PromiseId, Fate> fates = new HashMap<>();
    final Map<PromiseId, String> owners = new HashMap<>();
    /// What a node knows that it did, by the timer's kind, the promise and the moment: a node whose Redis died does not know.
    final Map<String, Integer> fired = new ConcurrentHashMap<>();

    private final MortalRedis redis;
    private final RedisServer.Fresh fresh;
    private final Path data;
    private final Random random;
    private final TopicCommandsFixture topics;
    private final ConversationFixture grace;
    private final Merges merges;
    private final OutboundQueue outbound;
    private final MovableClock clock = new MovableClock();
    private final List<String> log = new ArrayList<>();
    private volatile boolean deadly;
    private @Nullable Deed joined;
    private @Nullable String had;
    private int moments;

    PromiseHistory(MortalRedis redis, Path data, long seed) {
        this.redis = redis;
        this.data = data;
        this.fresh = redis.fresh();
        this.random = new Random(seed);
        this.given = new PromiseFixture(fresh);
        this.topics = new TopicCommandsFixture(fresh);
        this.grace = new ConversationFixture(fresh, Given.GRACE);
        this.merges = MergesFixture.merges(fresh);
        this.outbound = new OutboundQueue(fresh.store(), fresh.keys(), Clock.systemUTC(), Days.UTC);
        given.ada.says("My lamp flickers.");
        grace.says("My table is late.");
        // The scripts go by Redis' clock: the simulated one begins there.
        clock.advance(Duration.between(MovableClock.NOON, Clock.systemUTC().instant()));
    }

    /// What happened so far, for whoever reads a failure.
    String log() {
        return String.join("\n", log);
    }

    void step() {
        switch (random.nextInt(14)) {
            case 0, 1, 2 -> make(Duration.ZERO);
            case 3 -> passes(Duration.ofMinutes(random.nextInt(90)));
            case 4 -> any().ifPresent(promise -> close(promise, given.keep(promise), Fate.KEPT));
            case 5 -> any().ifPresent(promise -> close(promise, given.release(promise), Fate.RELEASED));
            case 6 -> any().ifPresent(promise -> moves(promise, Duration.ZERO));
            case 7 -> takesBackAPromise();
            case 8 -> any().ifPresent(this::takesBackAMoment);
            case 9 -> handsOver();
            case 10 -> goesToAnotherQueue();
            case 11 -> isAbsent();
            case 12 -> joinsOrParts();
            default -> topics.resolve(given.ada.conversation(), topic());
        }
        switch (random.nextInt(24)) {
            case 0, 1, 2, 3 -> bothNodesLook();
            case 4, 5, 6 -> bothNodesLook(this::joinsOrParts);
            case 7 -> bothNodesLook(redis::dies);
            case 8 -> redis.dies();
            default -> {
            }
        }
    }

    /// Time passes until whatever is not kept is late, and nobody dies any more.
    void ends() {
        clock.advance(Duration.ofDays(60));
        node().lookAnyway();
    }

    private Promise make(Duration undo) {
        lotteAnswers();
        Promise made = given.make(moment(), undo);
        fates.put(made.id(), Fate.TO_BE_KEPT);
        owners.put(made.id(), "p-lotte");
        log.add("made " + made.id() + " for " + made.due());
        return made;
    }

    private void passes(Duration time) {
        clock.advance(time);
        log.add("it is " + clock.instant());
    }

    private void close(Promise promise, PromiseChange change, Fate fate) {
        if (!(change instanceof PromiseChange.Done)) {
            throw new AssertionError(change + "\n" + log());
        }
        fates.put(promise.id(), fate);
        log.add(fate + " " + promise.id());
    }

    /// @return what told it
    private EntryId moves(Promise promise, Duration undo) {
        lotteAnswers();
        Instant to = moment();
        if (given.renegotiate(promise, to, undo) instanceof PromiseChange.Done(EntryId told) && told != null) {
            log.add("moved " + promise.id() + " to " + to);
            return told;
        }
        throw new AssertionError(promise + "\n" + log());
    }

    private void takesBackAPromise() {
        Promise made = make(Duration.ofMinutes(5));
        meanwhile();
        if (withdraw(made, made.entry())) {
            fates.put(made.id(), Fate.TAKEN_BACK);
        }
    }

    /// What was late stays late and is not told again; whoever took it over meanwhile has it.
    private void takesBackAMoment(Promise promise) {
        EntryId told = moves(promise, Duration.ofMinutes(5));
        meanwhile();
        withdraw(promise, told);
    }

    private void meanwhile() {
        switch (random.nextInt(5)) {
            case 0 -> bothNodesLook();
            case 1 -> handsOver();
            case 2 -> goesToAnotherQueue();
            case 3 -> joinsOrParts();
            default -> {
            }
        }
    }

    private boolean withdraw(Promise promise, EntryId said) {
        String has = has();
        boolean done = outbound.withdraw(new OutboundQueue.Job(SMS, promise.home(), said), promise.topic());
        left(has);
        log.add((done ? "took back " : "too late to take back ") + promise.id());
        return done;
    }

    private void handsOver() {
        String to = someone();
        takesOver(to);
        topics.assign(given.ada.conversation(), topic(), to, to);
        log.add(to + " has it");
    }

    private void goesToAnotherQueue() {
        String has = has();
        topics.move(given.ada.conversation(), topic(), QUEUES.get(random.nextInt(QUEUES.size())));
        left(has);
        log.add("it is in " + given.ada.topic().queue());
    }

    /// Whoever has the topic is absent: it goes to their cover, or back to its queue.
    private void isAbsent() {
        String from = has();
        if (from == null) {
            return;
        }
        String to = random.nextInt(3) == 0 ? null : someone();
        if (to != null) {
            takesOver(to);
        }
        topics.cover(given.ada.conversation(), topic(), from, to);
        left(from);
        log.add(from + " is absent, covered by " + to);
    }

    private void joinsOrParts() {
        Deed deed = joined;
        if (deed == null) {
            boolean there = random.nextBoolean();
            Done done = merges.merge((there ? grace : given.ada).conversation().customer(),
                    (there ? given.ada : grace).conversation().customer(), Map.of(), ConversationFixture.LOTTE);
            joined = ((Done.Now) done).deed();
            log.add("joined");
        } else {
            merges.undo(deed.id(), ConversationFixture.LOTTE);
            joined = null;
            log.add("apart");
        }
    }

    private @Nullable String has() {
        PersonId assignee = given.ada.topic().assignee();
        return assignee == null ? null : assignee.value();
    }

    /// Somebody takes the topic, and what whoever had it promised there.
    private void takesOver(String who) {
        String has = has();
        if (!who.equals(has)) {
            handOn(has == null ? had : has, who);
        }
    }

    /// What is said to the customer takes the topic, if nobody has it.
    private void lotteAnswers() {
        if (has() == null) {
            handOn(had, "p-lotte");
        }
    }

    private void handOn(@Nullable String from, String to) {
        owners.replaceAll((id, owner) -> fates.get(id) == Fate.TO_BE_KEPT && owner.equals(from) ? to : owner);
        had = null;
    }

    private void left(@Nullable String has) {
        if (has != null && has() == null) {
            had = has;
        }
    }

    private Optional<Promise> any() {
        List<PromiseId> open = fates.entrySet().stream().filter(one -> one.getValue() == Fate.TO_BE_KEPT).map(
                Map.Entry::getKey).sorted(Comparator.comparing(PromiseId::value)).toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(given.promise(open.get(random.nextInt(open.size()))));
    }

    private TopicId topic() {
        return given.ada.topic().id();
    }

    private String someone() {
        return PEOPLE.get(random.nextInt(PEOPLE.size()));
    }

    /// No two moments are the same, so that what fires at one is told apart from what fires at another.
    private Instant moment() {
        return clock.instant().plus(Duration.ofMinutes(5L + random.nextInt(240))).plusMillis(++moments);
    }

    private void bothNodesLook() {
        bothNodesLook(() -> {});
    }

    /// Two nodes look at the same moment, while something else happens; either may die, and another takes its place.
    private void bothNodesLook(Runnable meanwhile) {
        deadly = true;
        List<Thread> nodes = Stream.of(node(), node()).map(
                node -> Thread.startVirtualThread(() -> look(node))).toList();
        try {
            meanwhile.run();
        } finally {
            nodes.forEach(PromiseHistory::await);
            deadly = false;
        }
        log.add("two nodes looked");
    }

    private static void await(Thread node) {
        try {
            node.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void look(TimersFixture node) {
        try {
            node.lookAnyway();
        } catch (Killed died) {
            // what it had begun, another one ends
        }
    }

    private TimersFixture node() {
        Random luck = new Random(random.nextLong());
        return new TimersFixture(fresh, clock, data, effect("promise-soon", luck, this::soon),
                effect("promise-notice", luck, this::notice), effect("promise-late", luck, this::late),
                effect("promise-escalate", luck, this::escalate));
    }

    private PromiseChange soon(Promise promise, Timer timer) {
        return given.writer.quietly(promise, given.ada.conversation(), body("soon", promise, timer), Verb.of("soon").by(
                timer));
    }

    private PromiseChange notice(Promise promise, Timer timer) {
        return given.writer.tell(promise, given.says(String.valueOf(promise.due()), Duration.ZERO, null, timer.member(),
                Author.SYSTEM), Verb.of("notice").by(timer));
    }

    private PromiseChange late(Promise promise, Timer timer) {
        return given.writer.note(promise, given.ada.conversation(), body("late", promise, timer), Verb.of("late").by(
                timer));
    }

    private PromiseChange escalate(Promise promise, Timer timer) {
        return given.writer.note(promise, given.ada.conversation(), body("escalate", promise, timer),
                Verb.of("escalate", "tell", List.of("p-inge"), "gatherMs", 60_000).by(timer));
    }

    private static EntryBody body(String event, Promise promise, Timer timer) {
        return EntryBody.promise(Author.SYSTEM, PromiseKeeping.event(event, promise.due()), "", timer.member());
    }

    /// As `PromiseTimers` has them, on a node that may die before or after each step.
    private TimerEffect effect(String kind, Random luck, BiFunction<Promise, Timer, PromiseChange> work) {
        return new TimerEffect() {

            @Override
            public String kind() {
                return kind;
            }

            @Override
            public void fire(Timer timer) {
                dieNowAndThen(luck);
                given.promises.find(new PromiseId(timer.id())).filter(
                        promise -> promise.state().active()).ifPresentOrElse(
                                promise -> {
                                    dieNowAndThen(luck);
                                    if (work.apply(promise, timer) instanceof PromiseChange.Done) {
                                        fired.merge(once(kind.substring(8), promise.id(), promise.due()), 1,
                                                Integer::sum);
                                    }
                                    dieNowAndThen(luck);
                                }, () -> given.writer.drop(timer));
            }
        };
    }

    private void dieNowAndThen(Random luck) {
        if (deadly && luck.nextInt(12) == 0) {
            throw new Killed();
        }
    }

    private static String once(String what, PromiseId promise, Instant moment) {
        return what + " " + promise + " " + moment;
    }

    /// What the timeline tells that the clock did, whoever knows of it: of which promise, at which of its moments.
    List<String> told() {
        return given.ada.entries().stream().filter(entry -> entry.promise() != null && entry.body().author().equals(
                Author.SYSTEM)).map(PromiseHistory::told).toList();
    }

    private static String told(Entry entry) {
        EntryBody.Event event = entry.body().event();
        PromiseId promise = new PromiseId(Objects.requireNonNull(entry.promise()));
        return event == null
                ? once("notice", promise, Instant.parse(entry.body().text()))
                : once(event.kind(), promise, Objects.requireNonNull(event.until()));
    }

    /// The promises somebody is told of by mail.
    Set<String> toBeMailed() {
        return fresh.redis().zrange(fresh.keys().of(Family.LATE_MAILS), 0, -1).stream().map(
                one -> one.split("\\|")[2]).collect(Collectors.toSet());
    }

    List<String> timersLeft() {
        return fresh.redis().zrange(fresh.keys().of(Family.TIMERS), 0, -1).stream().filter(
                timer -> timer.startsWith("promise-")).toList();
    }
}
