package dev.loper.identity;

import dev.loper.conversation.Conversation;
import dev.loper.conversation.RandomIds;
import dev.loper.conversation.TopicRows;
import dev.loper.message.HomeId;
import dev.loper.message.TopicId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Works out which topics are cut in two when some homes of a conversation go, and what the halves look like.
@Component
class Parting {

    private final RedisTopicSides sides;
    private final TopicRows rows;

    Parting(RedisTopicSides sides, TopicRows rows) {
        this.sides = sides;
        this.rows = rows;
    }

    Map<TopicId, Rehoming.Halves> twins(Whole from, List<HomeId> goes) {
        List<HomeId> stays = from.homes().keySet().stream().filter(home -> !goes.contains(home)).toList();
        Map<TopicId, Rehoming.Halves> twins = new LinkedHashMap<>();
        if (stays.isEmpty()) {
            return twins;
        }
        sides.of(from.conversation(), from.homes().keySet()).forEach((topic, counts) -> {
            if (has(counts, stays) && has(counts, goes)) {
                halves(from, topic, stays, goes).ifPresent(halves -> twins.put(topic, halves));
            }
        });
        return twins;
    }

    private Optional<Rehoming.Halves> halves(Whole from, TopicId topic, List<HomeId> stays, List<HomeId> goes) {
        Optional<TopicRows.Row> staying = row(from, topic, stays);
        Optional<TopicRows.Row> going = row(from, topic, goes);
        return staying.isPresent() && going.isPresent()
                ? Optional.of(new Rehoming.Halves(new TopicId(RandomIds.next()), staying.get(), going.get()))
                : Optional.empty();
    }

    private Optional<TopicRows.Row> row(Whole from, TopicId topic, List<HomeId> homes) {
        return rows.of(new Conversation(from.conversation(), from.id(), homes), topic);
    }

    static boolean has(Map<HomeId, Long> counts, List<HomeId> homes) {
        return homes.stream().anyMatch(counts::containsKey);
    }
}
