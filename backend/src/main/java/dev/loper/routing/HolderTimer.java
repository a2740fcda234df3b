package dev.loper.routing;

import dev.loper.access.Access;
import dev.loper.access.People;
import dev.loper.access.Person;
import dev.loper.access.Presence;
import dev.loper.access.Presences;
import dev.loper.access.QueueId;
import dev.loper.conversation.Topic;
import dev.loper.conversation.Topics;
import dev.loper.message.TopicId;
import dev.loper.redis.Timer;
import dev.loper.redis.TimerEffect;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Looks whether whoever has a topic that was opened again can still take care of it.
///
/// A resolved topic keeps its person, because most customers come back to them. But they may have left since, or work in
/// other queues: then the customer who writes again would wait for nobody. In an automatic queue they must be here, as
/// for everything that is given out there.
@Component
class HolderTimer implements TimerEffect {

    private final Topics topics;
    private final People people;
    private final Presences presences;
    private final Access access;
    private final KnownQueues queues;
    private final CoverMover mover;
    private final RedisCovers covers;

    HolderTimer(Topics topics, People people, Presences presences, Access access, KnownQueues queues, CoverMover mover,
            RedisCovers covers) {
        this.topics = topics;
        this.people = people;
        this.presences = presences;
        this.access = access;
        this.queues = queues;
        this.mover = mover;
        this.covers = covers;
    }

    @Override
    public String kind() {
        return "holder";
    }

    @Override
    public void fire(Timer timer) {
        boolean returns = timer.version().startsWith("resolved");
        topics.find(new TopicId(timer.id())).filter(topic -> topic.status() == Topic.Status.OPEN).ifPresent(
                topic -> takeover(topic, returns).ifPresent(takeover -> mover.move(topic, takeover)));
        covers.looked(timer);
    }

    /// @param returns whether it was resolved before, and so nobody had it on their list
    private Optional<Takeover> takeover(Topic topic, boolean returns) {
        Optional<Person> holder = Optional.ofNullable(topic.assignee()).flatMap(people::byId);
        return holder.flatMap(person -> {
            if (!person.active()) {
                return Optional.of(Takeover.left(person));
            }
            if (!access.canSee(person, topic.queue())) {
                return Optional.of(Takeover.queues(person));
            }
            Presence presence = presences.of(List.of(person.id())).getOrDefault(person.id(), Presence.OFFLINE);
            boolean given = returns && topic.waitingSince() != null && isAutomatic(topic.queue());
            return given && !presence.atWork()
                    ? Optional.of(Takeover.away(person, presence.until()))
                    : Optional.empty();
        });
    }

    private boolean isAutomatic(QueueId queue) {
        return queues.find(queue).filter(Queue::automatic).isPresent();
    }
}
