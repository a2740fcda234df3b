package dev.loper.visitor;

import dev.loper.access.Presence;
import dev.loper.access.Presences;
import dev.loper.access.QueueId;
import dev.loper.channel.IntakeUnavailableException;
import dev.loper.channel.VisitorQueues;
import dev.loper.conversation.Topic;
import dev.loper.conversation.Views;
import dev.loper.message.ChannelAddress.Visitor;
import dev.loper.message.PersonId;
import dev.loper.message.TopicId;
import dev.loper.redis.StoreUnavailableException;
import dev.loper.routing.QueueHours;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells visitors how it stands with their queue: its hours, their place among all who wait there, and who has them.
///
/// What is read of a matter is kept until the feed tells that it changed; places are counted in the queue's own order, in one
/// trip for all windows. A window shows nothing but this visitor's own matter, which they last wrote to from this browser.
@Component
class StoredVisitorQueues implements VisitorQueues {

    /// So long after the last word somebody who has the matter counts as being with the visitor.
    private static final Duration WITH = Duration.ofMinutes(30);
    private static final Duration DAY = Duration.ofDays(1);

    private final VisitorMatters matters;
    private final Views views;
    private final Presences presences;
    private final QueueHours hours;
    private final Clock clock;

    StoredVisitorQueues(VisitorMatters matters, Views views, Presences presences, QueueHours hours, Clock clock) {
        this.matters = matters;
        this.views = views;
        this.presences = presences;
        this.hours = hours;
        this.clock = clock;
    }

    @Override
    public List<Standing> of(List<Window> windows) {
        try {
            return read(windows);
        } catch (StoreUnavailableException e) {
            throw new IntakeUnavailableException("The store is away.", e);
        }
    }

    private List<Standing> read(List<Window> windows) {
        Map<Visitor, Topic> topics = matters.of(windows.stream().map(Window::visitor).distinct().toList());
        Map<TopicId, Integer> before = places(topics.values().stream().filter(
                StoredVisitorQueues::waitsForAnybody).toList());
        Map<PersonId, Presence> present = presences.of(topics.values().stream().flatMap(
                topic -> Stream.ofNullable(topic.assignee())).collect(Collectors.toSet()));
        Map<QueueId, QueueHours.Hours> known = new HashMap<>();
        return windows.stream().map(window -> {
            Topic topic = topics.get(window.visitor());
            QueueId queue = topic == null ? hours.expected(window.account(), window.language()) : topic.queue();
            return standing(known.computeIfAbsent(queue, hours::of), topic == null ? null : before.get(topic.id()),
                    topic == null ? null : with(topic, present));
        }).toList();
    }

    private static boolean waitsForAnybody(Topic topic) {
        return topic.assignee() == null && topic.waitingSince() != null;
    }

    private Map<TopicId, Integer> places(List<Topic> waiting) {
        List<Long> before = views.waitingBefore(waiting);
        Map<TopicId, Integer> places = new HashMap<>();
        for (int i = 0; i < waiting.size(); i++) {
            places.put(waiting.get(i).id(), (int) Math.min(before.get(i), TOLD + 1L));
        }
        return places;
    }

    private Standing standing(QueueHours.Hours hours, @Nullable Integer before, @Nullable String with) {
        Instant changes = hours.changes();
        boolean far = hours.open() && changes != null && changes.isAfter(clock.instant().plus(DAY));
        return new Standing(hours.open(), far ? null : changes, before, with);
    }

    private @Nullable String with(Topic topic, Map<PersonId, Presence> present) {
        PersonId assignee = topic.assignee();
        boolean here = assignee != null && present.getOrDefault(assignee, Presence.OFFLINE).atWork();
        return here && topic.at().plus(WITH).isAfter(clock.instant()) ? topic.assigneeName() : null;
    }
}
