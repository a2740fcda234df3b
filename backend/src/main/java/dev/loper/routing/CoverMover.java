package dev.loper.routing;

import dev.loper.access.Queues;
import dev.loper.access.Access;
import dev.loper.access.Person;
import dev.loper.access.QueueId;
import dev.loper.conversation.Changed;
import dev.loper.conversation.Conversations;
import dev.loper.conversation.Topic;
import dev.loper.conversation.TopicCommands;
import dev.loper.message.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Moves the topics of somebody whose work is taken over, a few at a time, each in one step of its own.
///
/// A topic keeps everything: its entries, its queue, its status. Whoever takes it over reads on the timeline from whom it
/// comes and why. A topic that somebody else has taken meanwhile is left alone.
@Component
class CoverMover {

    private static final int OPEN = 500;
    private static final int SNOOZED = 1000;

    private final RedisWork work;
    private final Conversations conversations;
    private final TopicCommands commands;
    private final StandIns standIns;
    private final Access access;
    private final KnownQueues queues;
    private final CoverProperties properties;

    CoverMover(RedisWork work, Conversations conversations, TopicCommands commands, StandIns standIns, Access access,
            KnownQueues queues, CoverProperties properties) {
        this.work = work;
        this.conversations = conversations;
        this.commands = commands;
        this.standIns = standIns;
        this.access = access;
        this.queues = queues;
        this.properties = properties;
    }

    /// How far it got.
    enum Step {
        /// More may be left: go on soon.
        MORE,
        /// Nothing is left.
        DONE,
        /// What is left would not move: go on later.
        STUCK
    }

    /// Moves the next few.
    Step move(Takeover takeover) {
        List<Topic> next = next(takeover);
        if (next.isEmpty()) {
            return Step.DONE;
        }
        List<Person> candidates = candidates(takeover);
        long moved = next.stream().filter(topic -> move(topic, takeover, candidates)).count();
        // Another node may have moved the same ones at this moment; that is no trouble.
        return moved == 0 && next(takeover).stream().anyMatch(next::contains) ? Step.STUCK : Step.MORE;
    }

    /// Moves one topic, whatever else somebody has.
    void move(Topic topic, Takeover takeover) {
        move(topic, takeover, candidates(takeover));
    }

    private List<Person> candidates(Takeover takeover) {
        return standIns.of(takeover.from().id(), takeover.cover());
    }

    private List<Topic> next(Takeover takeover) {
        return switch (takeover.why()) {
            case AWAY -> mine(takeover.from().id()).filter(topic -> needsSomebody(topic, takeover.until())).limit(
                    properties.batch()).toList();
            case LEFT, ASKED -> everything(takeover);
            case QUEUES -> unseen(takeover.from());
        };
    }

    private List<Topic> everything(Takeover takeover) {
        PersonId from = takeover.from().id();
        List<Topic> open = switch (takeover.within()) {
            case Queues.All every -> work.open(from, properties.batch());
            case Queues.Only only -> only.queues().stream().flatMap(
                    queue -> work.open(from, queue, properties.batch()).stream()).limit(properties.batch()).toList();
        };
        return open.isEmpty()
                ? work.snoozed(from, SNOOZED).stream().filter(
                        topic -> takeover.within().contains(topic.queue())).limit(properties.batch()).toList()
                : open;
    }

    private Stream<Topic> mine(PersonId person) {
        return Stream.concat(work.open(person, OPEN).stream(), work.snoozed(person, SNOOZED).stream());
    }

    /// Somebody waits in it, or what was promised there falls due before they are back; if that is not known, soon.
    private static boolean needsSomebody(Topic topic, @Nullable Instant back) {
        Topic.Promised promised = topic.promise();
        return topic.waitingSince() != null || promised != null && (!promised.state().equals("open") || back != null
                && promised.due() < back.toEpochMilli());
    }

    /// What somebody has and may no longer see.
    private List<Topic> unseen(Person person) {
        List<QueueId> lost = queues.ids().stream().filter(queue -> !access.canSee(person, queue)).toList();
        List<Topic> open = lost.stream().flatMap(queue -> work.open(person.id(), queue,
                properties.batch()).stream()).limit(properties.batch()).toList();
        return open.isEmpty()
                ? work.snoozed(person.id(), SNOOZED).stream().filter(
                        topic -> !access.canSee(person, topic.queue())).limit(properties.batch()).toList()
                : open;
    }

    private boolean move(Topic topic, Takeover takeover, List<Person> candidates) {
        Person from = takeover.from();
        Person to = candidates.stream().filter(person -> access.canSee(person, topic.queue())).findFirst().orElse(null);
        return conversations.find(topic.conversation()).map(conversation -> commands.cover(conversation, topic.id(),
                to == null ? null : to.id(), to == null ? null : to.name(), from.id(), from.name(),
                takeover.why().word(), takeover.until(), takeover.by())).filter(
                        changed -> changed instanceof Changed.Done).isPresent();
    }
}
