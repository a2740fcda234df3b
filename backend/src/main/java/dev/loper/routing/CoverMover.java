package dev.loper.routing;

import dev.loper.access.Access;
import dev.loper.access.Person;
import dev.loper.access.QueueId;
import dev.loper.access.Queues;
import dev.loper.conversation.Changed;
import dev.loper.conversation.Conversations;
import dev.loper.conversation.Topic;
import dev.loper.conversation.TopicCommands;
import dev.loper.message.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Moves the topics of somebody whose work is taken over, a few at a time, each in one step of its own.
///
/// A topic keeps everything: its entries, its queue, its status. Whoever takes it over reads on the timeline from whom it
/// comes and why. A topic that somebody else has taken meanwhile is left alone.
@Component
class CoverMover {

    private final RedisWork work;
    private final Conversations conversations;
    private final TopicCommands commands;
    private final StandIns standIns;
    private final Access access;
    private final KnownQueues queues;
    private final WorkingTime workingTime;
    private final Clock clock;
    private final CoverProperties properties;
    /// How far the last look got, of those who have more than one look reads.
    private final Map<PersonId, String> lookedAt = new ConcurrentHashMap<>();

    CoverMover(RedisWork work, Conversations conversations, TopicCommands commands, StandIns standIns, Access access,
            KnownQueues queues, WorkingTime workingTime, Clock clock, CoverProperties properties) {
        this.work = work;
        this.conversations = conversations;
        this.commands = commands;
        this.standIns = standIns;
        this.access = access;
        this.queues = queues;
        this.workingTime = workingTime;
        this.clock = clock;
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
        StandIns.Found candidates = candidates(takeover);
        long moved = next.stream().filter(topic -> move(topic, takeover, candidates)).count();
        // Another node may have moved the same ones at this moment; that is no trouble.
        return moved == 0 && work.stillHas(takeover.from().id(), next) ? Step.STUCK : Step.MORE;
    }

    /// Moves one topic, whatever else somebody has.
    void move(Topic topic, Takeover takeover) {
        move(topic, takeover, candidates(takeover));
    }

    private StandIns.Found candidates(Takeover takeover) {
        return standIns.of(takeover.from().id(), takeover.cover());
    }

    private List<Topic> next(Takeover takeover) {
        PersonId from = takeover.from().id();
        return switch (takeover.why()) {
            case AWAY -> needing(takeover);
            case LEFT, ASKED -> everything(from, takeover.within()).limit(properties.batch()).toList();
            case QUEUES -> queues.ids().stream().filter(queue -> !access.canSee(takeover.from(), queue)).flatMap(
                    queue -> work.all(from, queue)).limit(properties.batch()).toList();
        };
    }

    /// What needs somebody while its person is not here. An absence is looked at every minute, for as long as it lasts, so a look
    /// reads those who wait and one page of the rest, and the next one goes on behind it; and nothing at all while no queue has been
    /// open for long enough.
    private List<Topic> needing(Takeover takeover) {
        PersonId from = takeover.from().id();
        Instant unseen = takeover.unseen();
        if (unseen != null && queues.ids().stream().noneMatch(queue -> isDue(queue, unseen))) {
            return List.of();
        }
        Predicate<Topic> needs = topic -> needsSomebody(topic, takeover.until()) && (unseen == null || isDue(
                topic.queue(), unseen));
        List<Topic> found = new ArrayList<>(work.waiting(from).filter(needs).limit(properties.batch()).toList());
        if (found.size() < properties.batch()) {
            RedisWork.Some some = work.others(from, lookedAt.get(from));
            some.topics().stream().filter(needs).limit(properties.batch() - found.size()).forEach(found::add);
            // What a full batch left of the page is read again.
            if (found.size() < properties.batch()) {
                wentTo(from, some.next());
            }
        }
        return found;
    }

    private Stream<Topic> everything(PersonId from, Queues within) {
        return switch (within) {
            case Queues.All every -> work.all(from);
            case Queues.Only only -> only.queues().stream().flatMap(queue -> work.all(from, queue));
        };
    }

    private void wentTo(PersonId person, @Nullable String place) {
        if (place == null) {
            lookedAt.remove(person);
        } else {
            lookedAt.put(person, place);
        }
    }

    /// Somebody waits in it, or what was promised there falls due before they are back; if that is not known, soon.
    private static boolean needsSomebody(Topic topic, @Nullable Instant back) {
        Topic.Promised promised = topic.promise();
        return topic.waitingSince() != null || promised != null && (!promised.state().equals("open") || back != null
                && promised.due() < back.toEpochMilli());
    }

    /// Who merely went home is not absent while nobody works: only opening hours of the queue count then.
    private boolean isDue(QueueId queue, Instant unseen) {
        return workingTime.between(queue, unseen, clock.instant()).compareTo(properties.after()) >= 0;
    }

    /// A supervisor's word goes to whom they named. Else who waits goes to somebody who is there, and only what waits for
    /// nobody to somebody who comes back tomorrow.
    private boolean move(Topic topic, Takeover takeover, StandIns.Found candidates) {
        Person from = takeover.from();
        boolean urgent = takeover.why() != Takeover.Why.ASKED && topic.waitingSince() != null;
        Predicate<Person> sees = person -> access.canSee(person, topic.queue());
        Person to = (urgent ? candidates.hereWho(sees) : candidates.anyWho(sees)).orElse(null);
        return conversations.find(topic.conversation()).map(conversation -> commands.cover(conversation, topic,
                to == null ? null : to.id(), to == null ? null : to.name(), from.id(), from.name(),
                takeover.why().word(), takeover.until(), takeover.by())).filter(
                        changed -> changed instanceof Changed.Done).isPresent();
    }
}
