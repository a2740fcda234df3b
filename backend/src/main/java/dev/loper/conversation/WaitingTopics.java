package dev.loper.conversation;

import dev.loper.access.QueueId;
import dev.loper.message.ChannelKind;
import dev.loper.message.ConversationId;
import dev.loper.message.HomeId;
import dev.loper.message.PersonId;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads what waits for somebody in some queues, the longest waiting first. A page costs the same however much waits.
@Component
public class WaitingTopics {

    /// The form of the cursors of its pages.
    public static final Pattern CURSOR = Views.CURSOR;

    private final RedisStore store;
    private final RedisKeys keys;
    private final Views views;

    public WaitingTopics(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
        this.views = new Views(store, keys);
    }

    /// Some of what waits.
    ///
    /// @param next the cursor of what comes after; none where nobody waits any more
    public record Page(List<WaitingTopic> topics, @Nullable String next) {}

    /// What waits unassigned in these queues.
    public static View in(Collection<QueueId> queues) {
        return new View(queues.stream().map(queue -> View.of("unassigned", queue)).sorted().toList());
    }

    /// @param unassigned a view of what nobody has
    public Page page(View unassigned, @Nullable String cursor, int limit) {
        Views.Page page = views.page(unassigned, cursor, limit);
        boolean more = page.next() != null && page.next().startsWith("a");
        return new Page(read(page.topics()), more ? page.next() : null);
    }

    /// Who of us answered the customer of a topic last. Asked for when somebody can be given it, which few of a page can.
    public Optional<WaitingTopic.Helper> helper(WaitingTopic topic) {
        List<String> known = store.with(redis -> redis.hmget(keys.conversation(topic.conversation()), "helper",
                "helperAt"));
        @Nullable
        String person = known.get(0);
        @Nullable
        String at = known.get(1);
        return person == null || at == null
                ? Optional.empty()
                : Optional.of(new WaitingTopic.Helper(new PersonId(person), Instant.ofEpochMilli(Long.parseLong(at))));
    }

    private List<WaitingTopic> read(List<TopicId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<String> bodies = store.with(redis -> redis.hmget(keys.of(Family.TOPICS),
                ids.stream().map(TopicId::value).toArray(String[]::new)));
        List<WaitingTopic> waiting = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            Stored stored = bodies.get(i) == null ? null : RedisJson.read(bodies.get(i), Stored.class);
            if (stored != null && stored.waits()) {
                waiting.add(stored.topic(ids.get(i)));
            }
        }
        return waiting;
    }

    /// What of a topic matters here; the scripts write it.
    private record Stored(String conversation, String home, String status, @Nullable String assignee,
            @Nullable String queue, @Nullable Long waiting, @Nullable String channel, @Nullable String language,
            @Nullable String released, @Nullable String call) {

        /// Who calls is waited for by whoever's phone rings.
        static boolean isOn(@Nullable String call) {
            return "ringing".equals(call) || "talking".equals(call);
        }

        boolean waits() {
            return status.equals("open") && assignee == null && waiting != null && channel != null && !isOn(call);
        }

        WaitingTopic topic(TopicId id) {
            return new WaitingTopic(id, new ConversationId(conversation), new HomeId(home),
                    queue == null ? QueueId.MAIN : new QueueId(queue),
                    Instant.ofEpochMilli(Optional.ofNullable(waiting).orElseThrow()),
                    ChannelKind.of(Optional.ofNullable(channel).orElseThrow()), language,
                    released == null ? null : new PersonId(released));
        }
    }
}
