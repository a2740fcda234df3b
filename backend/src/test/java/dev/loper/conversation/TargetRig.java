package dev.loper.conversation;

import dev.loper.Days;
import dev.loper.Given;
import dev.loper.MovableClock;
import dev.loper.access.QueueId;
import dev.loper.calendar.BusinessCalendar;
import dev.loper.calendar.GivenCalendar;
import dev.loper.message.AccountId;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisServer;
import dev.loper.redis.TimersFixture;
import dev.loper.reply.OutboundQueue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Ada's topic in a queue with targets, under a clock that a test moves: `orders` with an hour for the first answer and two for the next, of
/// which the last quarter is soon, in office hours; `night` with half an hour for the next, around the clock; and `main` without.
final class TargetRig {

    static final QueueId ORDERS = new QueueId("orders");
    static final QueueId NIGHT = new QueueId("night");

    static final Map<QueueId, BusinessCalendar> CALENDARS = Map.of(ORDERS, GivenCalendar.office().build(), NIGHT,
            GivenCalendar.closed().daily("00:00-00:00").build());

    final RedisServer.Fresh fresh = RedisServer.fresh();
    final MovableClock clock = new MovableClock();
    final ConversationFixture ada = new ConversationFixture(fresh, Given.ADA, ORDERS, TargetRig::targets, clock);
    final TopicCommands commands = new TopicCommands(fresh.store(), fresh.keys());
    private final OutboundQueue outbound = new OutboundQueue(fresh.store(), fresh.keys(), clock, Days.UTC);
    private final Path data;
    private TimersFixture timers;

    TargetRig(Path data) {
        this.data = data;
        this.timers = timers();
    }

    static Map<QueueId, AnswerTargets.Moments> targets(Instant since) {
        return Map.of(ORDERS, new AnswerTargets.Moments(due(ORDERS, since, 60), due(ORDERS, since, 120)), NIGHT,
                new AnswerTargets.Moments(null, due(NIGHT, since, 30)));
    }

    static AnswerTargets.Due due(QueueId queue, Instant since, int minutes) {
        BusinessCalendar calendar = Objects.requireNonNull(CALENDARS.get(queue));
        return new AnswerTargets.Due(calendar.plus(since, Duration.ofMinutes(minutes * 3L / 4)).orElseThrow(),
                calendar.plus(since, Duration.ofMinutes(minutes)).orElseThrow());
    }

    /// Looks until nothing is due any more.
    void look() {
        for (int i = 0; i < 3; i++) {
            timers.look();
        }
    }

    /// A look that another node has at the same moment.
    void lookAnyway() {
        timers.lookAnyway();
    }

    /// The node ends, and another one starts.
    void restart() {
        timers = timers();
    }

    void moveTo(QueueId queue) {
        commands.moveTo(new EntryBody.QueueRef(queue.value(), queue.value()), ada.conversation(),
                ada.topic().id(),
                null, "", ConversationFixture.LOTTE);
    }

    void resolve() {
        commands.resolve(ada.conversation(), ada.topic().id(), ConversationFixture.LOTTE);
    }

    void reopen() {
        commands.reopen(ada.conversation(), ada.topic().id(), ConversationFixture.LOTTE);
    }

    void snooze(Instant until) {
        commands.snooze(ada.conversation(), ada.topic().id(), until, ConversationFixture.LOTTE);
    }

    boolean withdraw(Entry answer) {
        return outbound.withdraw(new OutboundQueue.Job(new AccountId("sms-main"), answer.home(), answer.id()),
                answer.topic());
    }

    /// What the timeline tells about targets.
    List<String> told() {
        return ada.entries().stream().flatMap(entry -> Stream.ofNullable(entry.body().event())).map(
                EntryBody.Event::kind).filter(kind -> kind.startsWith("target-")).toList();
    }

    List<String> set() {
        return fresh.redis().zrange(fresh.keys().of(Family.TIMERS), 0, -1).stream().filter(timer -> timer.startsWith(
                "target|")).toList();
    }

    private TimersFixture timers() {
        return new TimersFixture(fresh, clock, data, new TargetTimer(new Topics(fresh.store(), fresh.keys()),
                TargetRig::targets, fresh.store(), fresh.keys(), clock),
                new SnoozeTimer(new Topics(fresh.store(), fresh.keys()), new Conversations(fresh.store(), fresh.keys()),
                        commands, fresh.store(), fresh.keys()));
    }
}
