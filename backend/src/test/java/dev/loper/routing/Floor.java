package dev.loper.routing;

import dev.loper.Given;
import dev.loper.access.Access;
import dev.loper.access.Presence;
import dev.loper.access.QueueId;
import dev.loper.conversation.Appended;
import dev.loper.conversation.Assignments;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.EntryBody;
import dev.loper.conversation.QueueChoice;
import dev.loper.conversation.Rig;
import dev.loper.conversation.Topic;
import dev.loper.conversation.WaitingTopics;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelKind;
import dev.loper.message.PersonId;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisServer;
import dev.loper.redis.RedisStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A support floor on one Redis: people who come and go, customers who write, and any number of nodes that give out work.
///
/// A message's first word is its queue, its second its language: `orders nl Where is it?`; `-` is no language.
final class Floor {

    final RedisServer.Fresh fresh;
    final Clock clock;
    final Crew crew = new Crew();
    final Rig rig;
    final RedisPresences presences;
    private final AtomicInteger senders = new AtomicInteger();

    private final CoverProperties cover;

    Floor(RedisServer.Fresh fresh, Clock clock) {
        this(fresh, clock, new CoverProperties(Duration.ZERO, Duration.ofMinutes(1), 50));
    }

    Floor(RedisServer.Fresh fresh, Clock clock, CoverProperties cover) {
        this.cover = cover;
        this.fresh = fresh;
        this.clock = clock;
        rig = new Rig(fresh, message -> {
            String[] words = message.text().split(" ", 3);
            return new QueueChoice.Route(new QueueId(words[0]), words[1].equals("-") ? null : words[1]);
        });
        presences = presences(fresh.store(), fresh.keys());
        queue("orders", true);
        queue("billing", true);
        queue("returns", false);
    }

    /// Another node: nothing in common with the others but Redis.
    Distribution node() {
        RedisStore store = fresh.store();
        RedisKeys keys = fresh.keys();
        Assignments assignments = new Assignments(store, keys);
        AssignmentProperties properties = new AssignmentProperties(Map.of(), Duration.ofDays(30));
        Staff staff = new Staff(crew, presences(store, keys), new Workloads(assignments, properties), new Access());
        KnownQueues queues = new KnownQueues(new RedisQueues(store, keys), clock);
        return new Distribution(queues, new WaitingTopics(store, keys), assignments, staff, new Speakers(queues),
                properties, clock);
    }

    /// Somebody who works in some queues asks for the next one.
    LongestWaiting.Next takesNext(PersonId person, String... queues) {
        return looksFurther(person, null, queues);
    }

    /// And goes on where they were told that there are more.
    LongestWaiting.Next looksFurther(PersonId person, @Nullable String cursor, String... queues) {
        RedisStore store = fresh.store();
        RedisKeys keys = fresh.keys();
        LongestWaiting longest = new LongestWaiting(new WaitingTopics(store, keys), new Assignments(store, keys),
                new Speakers(new KnownQueues(new RedisQueues(store, keys), clock)));
        return longest.take(WaitingTopics.in(Stream.of(queues).map(QueueId::new).toList()), crew.byId(
                person).orElseThrow(), cursor);
    }

    private RedisPresences presences(RedisStore store, RedisKeys keys) {
        return new RedisPresences(store, keys, clock,
                new PresenceProperties(Duration.ofMinutes(10), Duration.ofMinutes(5)), cover);
    }

    private void queue(String id, boolean automatic) {
        new RedisQueues(fresh.store(), fresh.keys()).save(
                new Queue(new QueueId(id), id, Map.of(), null, List.of(), null,
                        ServiceTargets.NONE, 1, List.of(), true, automatic, 1));
    }

    /// An automatic queue that is answered in some languages only.
    void queueIn(String id, String... languages) {
        new RedisQueues(fresh.store(), fresh.keys()).save(new Queue(new QueueId(id), id, Map.of(), null,
                List.of(languages), null, ServiceTargets.NONE, 2, List.of(), true, true, 1));
    }

    /// Somebody opens a screen.
    void comes(PersonId person) {
        presences.beat(Map.of(person, clock.instant()));
    }

    /// They say that they are back.
    void returns(PersonId person) {
        comes(person);
        presences.say(person, presences.fresh());
    }

    void goes(PersonId person) {
        presences.say(person, new Said(Presence.State.AWAY, null, null, null, clock.millis()));
    }

    /// A customer nobody has heard of writes a text.
    TopicId text(String words) {
        return text(new ChannelAddress.Phone("+316%08d".formatted(senders.incrementAndGet())), words);
    }

    TopicId text(ChannelAddress from, String words) {
        return ((Appended.Stored) rig.inbound.append(Given.sms().from(from).saying(words).build())).topic();
    }

    TopicId mail(String words) {
        return ((Appended.Stored) rig.inbound.append(Given.mail().saying(words).build())).topic();
    }

    Topic topic(TopicId id) {
        return rig.topics.find(id).orElseThrow();
    }

    Conversation conversation(TopicId id) {
        return rig.conversations.find(topic(id).conversation()).orElseThrow();
    }

    void assign(TopicId id, PersonId person) {
        rig.commands.assign(conversation(id), topic(id), person, person.value(), Rig.LOTTE);
    }

    /// How many texts somebody has open.
    int load(PersonId person) {
        return loads(person).getOrDefault(ChannelKind.SMS, 0);
    }

    Map<ChannelKind, Integer> loads(PersonId person) {
        return new Assignments(fresh.store(), fresh.keys()).loads(List.of(person)).getOrDefault(person, Map.of());
    }

    @Nullable
    PersonId has(TopicId id) {
        return topic(id).assignee();
    }

    /// Everything that is told of a topic, oldest first.
    List<EntryBody.Event> told(TopicId id) {
        return rig.timeline.page(conversation(id), null, id,
                200).reversed().stream().flatMap(
                        entry -> Stream.ofNullable(entry.body().event())).toList();
    }
}
