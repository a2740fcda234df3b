package dev.loper.board;

import dev.loper.access.QueueId;
import dev.loper.board.Board.Risk;
import dev.loper.conversation.InboxItems;
import dev.loper.conversation.Target;
import dev.loper.conversation.Topic;
import dev.loper.conversation.Topics;
import dev.loper.conversation.View;
import dev.loper.conversation.Views;
import dev.loper.message.CustomerId;
import dev.loper.message.ChannelKind;
import dev.loper.message.TopicId;
import dev.loper.promise.PromisesAhead;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What is about to be late, or is: answers by their targets, and promises by their moments. Heads of lists only.
@Component
class Risks {

    private static final int TOPICS = 30;
    private static final int PROMISES = 100;

    private final Views views;
    private final Topics topics;
    private final InboxItems items;
    private final PromisesAhead promises;

    Risks(Views views, Topics topics, InboxItems items, PromisesAhead promises) {
        this.views = views;
        this.topics = topics;
        this.items = items;
        this.promises = promises;
    }

    List<Risk> topics(List<QueueId> queues) {
        List<TopicId> ids = Stream.of("late", "soon").flatMap(state -> views.page(
                new View(queues.stream().map(queue -> View.of(state, queue)).sorted().toList()), null,
                TOPICS).topics().stream()).toList();
        List<Topic> found = topics.find(ids).stream().filter(topic -> queues.contains(topic.queue())).toList();
        Map<CustomerId, String> names = items.names(found);
        return found.stream().flatMap(topic -> topic.target().map(target -> risk(topic, target, names.getOrDefault(
                topic.customer(), ""))).stream()).toList();
    }

    private static Risk risk(Topic topic, Target target, String customer) {
        return new Risk(topic.id().value(), topic.conversation().value(), topic.title(), customer, channel(topic),
                topic.queue().value(), topic.assignee() == null ? null : topic.assignee().value(),
                topic.assigneeName(), Optional.ofNullable(topic.waitingSince()).orElse(topic.at()), target.due(),
                target.state().wire());
    }

    private static @Nullable ChannelKind channel(Topic topic) {
        return topic.channel() == null ? null : ChannelKind.of(topic.channel());
    }

    Board.Ahead promises(List<QueueId> queues) {
        PromisesAhead.Ahead ahead = promises.of(queues, PROMISES);
        List<Topic> found = topics.find(ahead.items().stream().map(promise -> promise.topic()).distinct().toList());
        Map<CustomerId, String> names = items.names(found);
        return new Board.Ahead(ahead.late(), ahead.soon(), ahead.later(), ahead.items().stream().flatMap(
                promise -> found.stream().filter(topic -> topic.id().equals(promise.topic()) && queues.contains(
                        topic.queue())).map(topic -> new Board.Promised(promise.id().value(), promise.state().wire(),
                                promise.due(), promise.text().sentence(), promise.text().action(),
                                ChannelKind.of(promise.channel()),
                                promise.owner().value(), promise.ownerName(), topic.id().value(), topic.title(),
                                topic.conversation().value(), names.getOrDefault(topic.customer(), ""),
                                topic.queue().value(),
                                topic.assignee() == null ? null : topic.assignee().value()))).toList());
    }
}
