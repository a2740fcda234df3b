package dev.loper.conversation;

import static dev.loper.conversation.TargetRig.NIGHT;
import static dev.loper.conversation.TargetRig.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.access.QueueId;
import dev.loper.conversation.Target.Kind;
import dev.loper.conversation.Target.State;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On Monday 23 November 2026, Ada writes at 10:00 in Amsterdam; the first answer is due at 11:00, and soon from 10:45.
class TargetTests {

    private static final Instant TEN = Instant.parse("2026-11-23T09:00:00Z");

    @TempDir
    Path data;

    private TargetRig rig;

    @BeforeEach
    void adaWrites() {
        rig = new TargetRig(data);
        rig.clock.advance(Duration.between(rig.clock.instant(), TEN));
        rig.ada.says("Where is my parcel?");
    }

    @Test
    void theFirstAnswerIsDueAnHourAfterTheMessage() {
        is(Kind.FIRST, TEN.plus(Duration.ofHours(1)), State.RUNNING);
    }

    @Test
    void whatIsSoonOrLateIsFoundInItsQueueUntilItIsAnswered() {
        Views views = new Views(rig.fresh.store(), rig.fresh.keys());
        assertThat(views.count(List.of(new View("soon@orders"), new View("late@orders")))).extracting(
                Views.Count::topics).containsExactly(0L, 0L);
        after(Duration.ofMinutes(45));
        assertThat(views.longestWaiting(List.of("soon@orders"))).containsExactly(rig.ada.topic().id());
        after(Duration.ofMinutes(15));
        assertThat(views.count(List.of(new View("soon@orders"), new View("late@orders")))).extracting(
                Views.Count::topics).containsExactly(0L, 1L);
        rig.ada.answers("It is on its way.");
        assertThat(views.count(List.of(new View("late@orders")))).containsExactly(Views.Count.NONE);
    }

    @Test
    void anotherMessageDoesNotPutItOff() {
        after(Duration.ofMinutes(30));
        rig.ada.says("Hello?");
        is(Kind.FIRST, TEN.plus(Duration.ofHours(1)), State.RUNNING);
    }

    @Test
    void itIsSoonAndThenLateAndTheTimelineTellsBothOnce() {
        after(Duration.ofMinutes(44));
        is(Kind.FIRST, TEN.plus(Duration.ofHours(1)), State.RUNNING);
        after(Duration.ofMinutes(1));
        is(Kind.FIRST, TEN.plus(Duration.ofHours(1)), State.SOON);
        after(Duration.ofMinutes(15));
        is(Kind.FIRST, TEN.plus(Duration.ofHours(1)), State.LATE);

        after(Duration.ofHours(5));
        assertThat(rig.told()).containsExactly("target-soon", "target-late");
        assertThat(rig.set()).isEmpty();
    }

    @Test
    void itDoesNotRunWhileWeAreClosed() {
        rig.ada.answers("It is on its way.");
        after(Duration.ofHours(7));
        rig.ada.says("When?");
        is(Kind.NEXT, Instant.parse("2026-11-24T09:30:00Z"), State.RUNNING);
    }

    @Test
    void whatWasMissedWhileNoNodeLookedIsToldOnceWhenOneDoes() {
        rig.clock.advance(Duration.ofHours(3));
        rig.restart();
        rig.look();

        assertThat(rig.told()).containsExactly("target-late");
    }

    @Test
    void tenNodesThatLookAtOnceTellItOnce() {
        rig.clock.advance(Duration.ofHours(3));
        CompletableFuture.allOf(IntStream.range(0, 10).mapToObj(node -> CompletableFuture.runAsync(
                rig::lookAnyway)).toArray(CompletableFuture[]::new)).join();
        assertThat(rig.told()).containsExactly("target-late");
    }

    @Test
    void anAnswerEndsItAndTheNextOneHasAnotherTarget() {
        rig.ada.answers("It is on its way.");
        assertThat(rig.ada.topic().target()).isEmpty();
        assertThat(rig.set()).isEmpty();

        rig.ada.says("When will it come?");
        is(Kind.NEXT, TEN.plus(Duration.ofHours(2)), State.RUNNING);
    }

    @Test
    void aNoteDoesNotEndIt() {
        new EntryWriter(rig.fresh.store(), new Said(rig.fresh.store(), rig.fresh.keys())).note(rig.ada.conversation(),
                rig.ada.topic().id(),
                ConversationFixture.LOTTE, "Asked the carrier.", "n1");
        is(Kind.FIRST, TEN.plus(Duration.ofHours(1)), State.RUNNING);
    }

    @Test
    void resolvingAndOpeningAgainDoesNotEndIt() {
        rig.resolve();
        assertThat(rig.ada.topic().target()).isEmpty();
        after(Duration.ofHours(2));
        assertThat(rig.told()).isEmpty();

        rig.reopen();
        after(Duration.ZERO);
        is(Kind.FIRST, TEN.plus(Duration.ofHours(1)), State.LATE);
        assertThat(rig.ada.topic().waitingSince()).isNotNull();
    }

    @Test
    void aCustomerWhoOpensItAgainBeginsAnotherWait() {
        rig.resolve();
        after(Duration.ofHours(2));
        rig.ada.says("It has not come.");
        is(Kind.FIRST, TEN.plus(Duration.ofHours(3)), State.RUNNING);
    }

    @Test
    void anAnswerThatIsTakenBackWasNone() {
        after(Duration.ofMinutes(50));
        Entry answer = rig.ada.answers("It is on its way.", Duration.ofHours(1));
        rig.withdraw(answer);

        is(Kind.FIRST, TEN.plus(Duration.ofHours(1)), State.SOON);
        after(Duration.ofMinutes(10));
        assertThat(rig.told()).containsExactly("target-soon", "target-late");
    }

    @Test
    void ofTwoAnswersOneTakenBackLeavesTheOther() {
        Entry first = rig.ada.answers("It is on its way.", Duration.ofHours(1));
        Entry second = rig.ada.answers("It comes tomorrow.", Duration.ofHours(1));

        rig.withdraw(first);
        assertThat(rig.ada.topic().target()).isEmpty();
        assertThat(rig.ada.topic().waitingSince()).isNull();

        rig.withdraw(second);
        is(Kind.FIRST, TEN.plus(Duration.ofHours(1)), State.RUNNING);
    }

    @Test
    void inAnotherQueueItsOwnTargetCountsFromTheSameMoment() {
        rig.ada.answers("It is on its way.");
        rig.ada.says("When?");
        after(Duration.ofMinutes(10));

        rig.moveTo(NIGHT);
        after(Duration.ZERO);
        is(Kind.NEXT, TEN.plus(Duration.ofMinutes(30)), State.RUNNING);

        rig.moveTo(QueueId.MAIN);
        after(Duration.ZERO);
        assertThat(rig.ada.topic().target()).isEmpty();

        rig.moveTo(ORDERS);
        after(Duration.ZERO);
        is(Kind.NEXT, TEN.plus(Duration.ofHours(2)), State.RUNNING);
    }

    @Test
    void aSnoozeDoesNotStopIt() {
        rig.snooze(TEN.plus(Duration.ofDays(1)));
        after(Duration.ofHours(1));
        is(Kind.FIRST, TEN.plus(Duration.ofHours(1)), State.LATE);
        after(Duration.ofDays(1));
        is(Kind.FIRST, TEN.plus(Duration.ofHours(1)), State.LATE);
        assertThat(rig.ada.topic().waitingSince()).isNotNull();
    }

    @Test
    void itGoesWithTheMessageToAnotherTopic() {
        Entry message = rig.ada.entries().getFirst();
        // What stands alone in its topic is not moved to one of its own.
        new EntryWriter(rig.fresh.store(), new Said(rig.fresh.store(), rig.fresh.keys())).note(rig.ada.conversation(),
                rig.ada.topic().id(), ConversationFixture.LOTTE, "Two matters in one.", "note-1");
        EntryMover mover = new EntryMover(rig.fresh.store(), rig.fresh.keys(), new RedisTimeline(rig.fresh.store(),
                rig.fresh.keys()));
        Moved moved = mover.move(rig.ada.conversation(), message.id(), null, "Own");
        after(Duration.ZERO);

        assertThat(rig.ada.topic().target()).isEmpty();
        Topic own = new Topics(rig.fresh.store(), rig.fresh.keys()).find(((Moved.Done) moved).to()).orElseThrow();
        Instant since = java.util.Objects.requireNonNull(own.waitingSince());
        assertThat(own.target()).map(Target::due).contains(TargetRig.due(ORDERS, since, 60).due());
    }

    private void after(Duration time) {
        rig.clock.advance(time);
        rig.look();
    }

    private void is(Kind kind, Instant due, State state) {
        assertThat(rig.ada.topic().target()).contains(new Target(kind, due, state));
    }
}
