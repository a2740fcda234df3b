package dev.loper.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Days;
import dev.loper.MovableClock;
import dev.loper.conversation.EntryBody;
import dev.loper.conversation.TopicCommandsFixture;
import dev.loper.message.AccountId;
import dev.loper.message.Author;
import dev.loper.message.PromiseId;
import dev.loper.promise.PromiseWriter.Verb;
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
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/// Random histories of promises: people make, keep, move and let go of them, take them back and hand them over; the clock runs
/// on; two nodes look at the same time, die between any two steps, and come back.
///
/// Whatever happens, no promise is lost, none fires twice, and none closes by itself.
class PromiseHistoriesTests {

    private static final int STEPS = 30;
    private static final AccountId SMS = new AccountId("sms-main");

    /// A node that dies; nothing in it catches that.
    private static final class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }

    /// What people did with a promise, as far as it must be seen on it.
    private enum Fate {
        TO_BE_KEPT,
        KEPT,
        RELEASED,
        TAKEN_BACK
    }

    private final RedisServer.Fresh fresh = RedisServer.fresh();
    private final PromiseFixture given = new PromiseFixture(fresh);
    private final TopicCommandsFixture topics = new TopicCommandsFixture(fresh);
    private final OutboundQueue queue = new OutboundQueue(fresh.store(), fresh.keys(), Clock.systemUTC(), Days.UTC);
    private final MovableClock clock = new MovableClock();
    private final Map<PromiseId, Fate> fates = new HashMap<>();
    private final Map<String, Integer> fired = new ConcurrentHashMap<>();
    private Random random = new Random();
    private volatile boolean deadly;

    @TempDir
    Path data;

    @RepeatedTest(12)
    void whateverHappensNoneIsLostNoneFiresTwiceAndNoneClosesByItself(RepetitionInfo info) {
        long seed = 4711L * info.getCurrentRepetition();
        random = new Random(seed);
        given.ada.says("My lamp flickers.");
        // The scripts go by Redis' clock: the simulated one begins there.
        clock.advance(Duration.between(MovableClock.NOON, Clock.systemUTC().instant()));

        for (int step = 0; step < STEPS; step++) {
            step();
            if (random.nextInt(3) == 0) {
                bothNodesLook();
            }
        }
        deadly = false;
        clock.advance(Duration.ofDays(60));
        node().lookAnyway();

        List<PromiseId> open = new ArrayList<>();
        for (Map.Entry<PromiseId, Fate> one : fates.entrySet()) {
            Promise promise = given.promise(one.getKey());
            assertThat(promise.state()).as("seed %d, %s", seed, promise).isIn(statesOf(one.getValue()));
            if (one.getValue() == Fate.TO_BE_KEPT) {
                open.add(promise.id());
            }
        }
        assertThat(given.in("late")).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(open);
        assertThat(given.in("open", "due-soon")).as("seed %d", seed).isEmpty();
        assertThat(fired).as("seed %d", seed).allSatisfy((timer, times) -> assertThat(times).isEqualTo(1));
        assertThat(toldLate()).as("seed %d", seed).isEqualTo(fired.keySet().stream().filter(
                timer -> timer.startsWith("promise-late|")).count());
        assertThat(promiseTimers()).as("seed %d", seed).isEmpty();
        assertThat(toBeMailed()).as("seed %d", seed).isEqualTo(fired.keySet().stream().filter(
                timer -> timer.startsWith("promise-escalate|")).map(timer -> timer.split("\\|")[1]).collect(
                        Collectors.toSet()));
    }

    private static Set<PromiseState> statesOf(Fate fate) {
        return switch (fate) {
            case TO_BE_KEPT -> EnumSet.of(PromiseState.LATE);
            case KEPT -> EnumSet.of(PromiseState.KEPT, PromiseState.KEPT_LATE);
            case RELEASED -> EnumSet.of(PromiseState.RELEASED);
            case TAKEN_BACK -> EnumSet.of(PromiseState.WITHDRAWN);
        };
    }

    private void step() {
        switch (random.nextInt(9)) {
            case 0, 1 -> fates.put(given.make(soon()).id(), Fate.TO_BE_KEPT);
            case 2 -> clock.advance(Duration.ofMinutes(random.nextInt(90)));
            case 3 -> any().ifPresent(promise -> close(promise, given.keep(promise), Fate.KEPT));
            case 4 -> any().ifPresent(promise -> close(promise, given.release(promise), Fate.RELEASED));
            case 5 -> any().ifPresent(promise -> given.renegotiate(promise, soon(), Duration.ZERO));
            case 6 -> takeBack();
            case 7 -> handOver();
            default -> topics.resolve(given.ada.conversation(), given.ada.topic().id());
        }
    }

    private void close(Promise promise, PromiseChange change, Fate fate) {
        if (change instanceof PromiseChange.Done) {
            fates.put(promise.id(), fate);
        }
    }

    /// Makes one, or moves one, and takes that back within its undo.
    private void takeBack() {
        Promise made = given.make(soon(), Duration.ofMinutes(5));
        fates.put(made.id(), Fate.TO_BE_KEPT);
        if (random.nextBoolean()) {
            bothNodesLook();
        }
        if (queue.withdraw(new OutboundQueue.Job(SMS, made.home(), made.entry()), made.topic())) {
            fates.put(made.id(), Fate.TAKEN_BACK);
        }
    }

    private void handOver() {
        String who = random.nextBoolean() ? "p-bram" : "p-lotte";
        topics.assign(given.ada.conversation(), given.ada.topic().id(), who, who);
    }

    private Optional<Promise> any() {
        List<PromiseId> open = fates.entrySet().stream().filter(one -> one.getValue() == Fate.TO_BE_KEPT).map(
                Map.Entry::getKey).sorted(Comparator.comparing(PromiseId::value)).toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(given.promise(open.get(random.nextInt(open.size()))));
    }

    private Instant soon() {
        return clock.instant().plus(Duration.ofMinutes(5L + random.nextInt(240)));
    }

    /// Two nodes look at the same moment; either may die, and another takes its place.
    private void bothNodesLook() {
        deadly = true;
        TimersFixture one = node();
        TimersFixture second = node();
        Thread other = Thread.startVirtualThread(() -> look(second));
        look(one);
        try {
            other.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        deadly = false;
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
        return given.writer.quietly(promise, given.ada.conversation(), body("soon", timer), Verb.of("soon").by(timer));
    }

    private PromiseChange notice(Promise promise, Timer timer) {
        return given.writer.tell(promise, given.says("We will not make it.", Duration.ZERO, null, timer.member(),
                Author.SYSTEM), Verb.of("notice").by(timer));
    }

    private PromiseChange late(Promise promise, Timer timer) {
        return given.writer.note(promise, given.ada.conversation(), body("late", timer), Verb.of("late").by(timer));
    }

    private PromiseChange escalate(Promise promise, Timer timer) {
        return given.writer.note(promise, given.ada.conversation(), body("escalated", timer),
                Verb.of("escalate", "tell", List.of("p-inge"), "gatherMs", 60_000).by(timer));
    }

    private static EntryBody body(String event, Timer timer) {
        return EntryBody.promise(Author.SYSTEM, PromiseKeeping.event(event, null), "", timer.member());
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
                                        fired.merge(timer.member(), 1, Integer::sum);
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

    private long toldLate() {
        return given.told().stream().filter("late"::equals).count();
    }

    /// Of whatever escalated somebody is told.
    private Set<String> toBeMailed() {
        return fresh.redis().zrange(fresh.keys().of(Family.LATE_MAILS), 0, -1).stream().map(
                one -> one.split("\\|")[2]).collect(Collectors.toSet());
    }

    private List<String> promiseTimers() {
        return fresh.redis().zrange(fresh.keys().of(Family.TIMERS), 0, -1).stream().filter(
                timer -> timer.startsWith("promise-")).toList();
    }
}
