package dev.loper.board;

import dev.loper.access.Access;
import dev.loper.access.QueueId;
import dev.loper.access.Viewer;
import dev.loper.board.Board.Longest;
import dev.loper.board.Board.QueueLine;
import dev.loper.conversation.Target;
import dev.loper.conversation.Topic;
import dev.loper.conversation.Topics;
import dev.loper.conversation.View;
import dev.loper.conversation.Views;
import dev.loper.message.TopicId;
import dev.loper.routing.KnownQueues;
import dev.loper.routing.Queue;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads boards, each of exactly the queues its viewer watches over.
@Component
public class Boards {

    private final Access access;
    private final KnownQueues queues;
    private final Views views;
    private final Topics topics;
    private final RedisFlow flow;
    private final Hands hands;
    private final Risks risks;
    private final Clock clock;

    Boards(Access access, KnownQueues queues, Views views, Topics topics, RedisFlow flow, Hands hands, Risks risks,
            Clock clock) {
        this.access = access;
        this.queues = queues;
        this.views = views;
        this.topics = topics;
        this.flow = flow;
        this.hands = hands;
        this.risks = risks;
        this.clock = clock;
    }

    /// Several people's boards; those who watch over the same queues share one. Whoever watches over none has none.
    public Map<Viewer, Board> of(Collection<Viewer> viewers) {
        Map<List<Queue>, Board> boards = new HashMap<>();
        return viewers.stream().distinct().filter(viewer -> !watchedBy(viewer).isEmpty()).collect(
                Collectors.toMap(Function.identity(),
                        viewer -> boards.computeIfAbsent(watchedBy(viewer), this::board)));
    }

    /// One person's board; an empty one if they watch over no queue.
    Board of(Viewer viewer) {
        return Optional.ofNullable(of(List.of(viewer)).get(viewer)).orElseGet(
                () -> new Board(List.of(), List.of(), List.of(), new Board.Ahead(0, 0, 0, List.of())));
    }

    /// The queues somebody watches over; one that takes nothing any more as long as something is in it.
    private List<Queue> watchedBy(Viewer viewer) {
        return queues.all().stream().filter(queue -> access.canSupervise(viewer, queue.id())).toList();
    }

    private Board board(List<Queue> watched) {
        List<QueueId> ids = watched.stream().map(Queue::id).toList();
        List<Hands.AtWork> people = hands.of(ids, queues.all().stream().map(Queue::id).toList());
        return new Board(lines(watched, people), people.stream().map(Hands.AtWork::line).toList(), risks.topics(ids),
                risks.promises(ids));
    }

    private List<QueueLine> lines(List<Queue> watched, List<Hands.AtWork> people) {
        List<QueueId> ids = watched.stream().map(Queue::id).toList();
        List<Views.Count> counts = views.count(Stream.of("all", "late", "soon").flatMap(
                range -> ids.stream().map(id -> new View(View.of(range, id)))).toList());
        Map<QueueId, Longest> longest = longest(ids);
        Map<QueueId, RedisFlow.Flow> flows = flow.of(ids, clock.instant());
        int size = ids.size();
        return IntStream.range(0, size).filter(i -> watched.get(i).active() || counts.get(i).topics() > 0).mapToObj(
                i -> line(watched.get(i), counts.get(i), counts.get(size + i).topics(), counts.get(
                        2 * size + i).topics(), longest.get(ids.get(i)),
                        flows.getOrDefault(ids.get(i), RedisFlow.Flow.NONE), people)).toList();
    }

    private static QueueLine line(Queue queue, Views.Count all, long late, long soon, @Nullable Longest longest,
            RedisFlow.Flow flow, List<Hands.AtWork> people) {
        int staffed = (int) people.stream().filter(person -> person.takes(queue.id())).count();
        return new QueueLine(queue.id().value(), queue.name(), queue.names(), queue.automatic(), all.topics(),
                all.waiting(), late, soon, longest, queue.targets().first(), staffed, flow.began(), flow.answered(),
                flow.beganLastHour(), flow.answeredLastHour());
    }

    private Map<QueueId, Longest> longest(List<QueueId> ids) {
        List<TopicId> first = views.longestWaiting(ids.stream().map(id -> View.of("all", id)).toList());
        return topics.find(first).stream().filter(topic -> topic.waitingSince() != null).collect(
                Collectors.toMap(Topic::queue, Boards::longest, (one, other) -> one));
    }

    private static Longest longest(Topic topic) {
        return new Longest(topic.id().value(), topic.conversation().value(),
                Optional.ofNullable(topic.waitingSince()).orElseThrow(), topic.target().map(Target::due).orElse(null),
                topic.assignee() == null ? null : topic.assignee().value());
    }
}
