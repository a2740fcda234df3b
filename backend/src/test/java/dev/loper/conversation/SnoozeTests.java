package dev.loper.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.MovableClock;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisServer;
import dev.loper.redis.TimersFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnoozeTests {

    private static final Instant TOMORROW = MovableClock.NOON.plus(Duration.ofDays(1));

    private final RedisServer.Fresh fresh = workspace();
    private final ConversationFixture ada = new ConversationFixture(fresh);
    private final MovableClock clock = new MovableClock();
    private final TopicCommands commands = new TopicCommands(fresh.store(), fresh.keys());
    private final Views views = new Views(fresh.store(), fresh.keys());

    @TempDir
    Path data;

    private TimersFixture timers;

    /// Where it runs; on a Cluster in the subclass.
    RedisServer.Fresh workspace() {
        return RedisServer.fresh();
    }

    @BeforeEach
    void aTopicIsSnoozed() {
        timers = new TimersFixture(fresh, clock, data, timer());
        ada.says("Where is my parcel?");
        snooze(TOMORROW);
    }

    @Test
    void aSnoozedTopicLeavesWhatIsToBeDone() {
        assertThat(in("unassigned")).isEmpty();
        assertThat(in("snoozed")).containsExactly(ada.topic().id());
        assertThat(ada.topic().snoozed()).isEqualTo(TOMORROW);
    }

    @Test
    void itComesBackAtItsMomentStillWaitingAndTheTimelineTellsIt() {
        Instant waiting = ada.topic().waitingSince();
        clock.advance(Duration.ofDays(1));
        timers.look();

        assertThat(in("unassigned")).containsExactly(ada.topic().id());
        assertThat(ada.topic().snoozed()).isNull();
        assertThat(ada.topic().waitingSince()).isEqualTo(waiting);
        assertThat(events()).containsExactly("snoozed", "woken");
    }

    @Test
    void whatComesBackSoonestStandsFirst() {
        ConversationFixture grace = new ConversationFixture(fresh, Given.GRACE);
        grace.says("Is it still on its way?");
        commands.snooze(grace.conversation(), grace.topic().id(), TOMORROW.minusSeconds(60), ConversationFixture.LOTTE);
        assertThat(in("snoozed")).containsExactly(grace.topic().id(), ada.topic().id());
    }

    @Test
    void itStaysAwayUntilThen() {
        clock.advance(Duration.ofHours(23));
        timers.look();
        assertThat(in("snoozed")).hasSize(1);
    }

    @Test
    void aMessageBringsItBackAtOnceAndTheTimerThenDoesNothing() {
        ada.says("It has come!");
        assertThat(in("unassigned")).hasSize(1);

        clock.advance(Duration.ofDays(1));
        timers.look();
        assertThat(events()).containsExactly("snoozed");
        assertThat(set()).isEmpty();
    }

    @Test
    void snoozedAgainItComesBackOnlyAtTheLaterMoment() {
        snooze(TOMORROW.plus(Duration.ofHours(1)));
        assertThat(set()).hasSize(1);
        clock.advance(Duration.ofDays(1));
        timers.look();
        assertThat(in("snoozed")).hasSize(1);

        clock.advance(Duration.ofHours(1));
        timers.look();
        assertThat(in("snoozed")).isEmpty();
    }

    @Test
    void reopenedOrResolvedByHandItHasNoTimerLeft() {
        commands.reopen(ada.conversation(), ada.topic().id(), ConversationFixture.LOTTE);
        assertThat(set()).isEmpty();
        snooze(TOMORROW);
        commands.resolve(ada.conversation(), ada.topic().id(), ConversationFixture.LOTTE);
        assertThat(set()).isEmpty();
        assertThat(ada.topic().snoozed()).isNull();
    }

    @Test
    void tenNodesThatLookAtOnceWakeItOnce() {
        clock.advance(Duration.ofDays(1));
        CompletableFuture.allOf(IntStream.range(0, 10).mapToObj(node -> CompletableFuture.runAsync(
                timers::lookAnyway)).toArray(CompletableFuture[]::new)).join();
        assertThat(events()).containsExactly("snoozed", "woken");
    }

    private SnoozeTimer timer() {
        return new SnoozeTimer(new Topics(fresh.store(), fresh.keys()), new Conversations(fresh.store(), fresh.keys()),
                commands, fresh.store(), fresh.keys());
    }

    private void snooze(Instant until) {
        commands.snooze(ada.conversation(), ada.topic().id(), until, ConversationFixture.LOTTE);
    }

    private List<TopicId> in(String view) {
        return views.page(new View(view), null, 10).topics();
    }

    private List<String> events() {
        return ada.entries().stream().flatMap(entry -> java.util.stream.Stream.ofNullable(
                entry.body().event())).map(EntryBody.Event::kind).toList();
    }

    private List<String> set() {
        return fresh.redis().zrange(fresh.keys().of(Family.TIMERS), 0, -1);
    }
}
