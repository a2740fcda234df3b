package dev.loper.board;

import dev.loper.access.QueueId;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Waits that began and waits that an answer ended, minute by minute, as `flow.lua` counts them.
@Component
class RedisFlow {

    static final int STEP = 5;
    private static final int MINUTES = 120;
    private static final int HOUR = 60;

    private final RedisStore store;
    private final RedisKeys keys;

    RedisFlow(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /// The last two hours of a queue, the oldest step first.
    record Flow(List<Integer> began, List<Integer> answered, int beganLastHour, int answeredLastHour) {

        static final Flow NONE = new Flow(Collections.nCopies(MINUTES / STEP, 0),
                Collections.nCopies(MINUTES / STEP, 0), 0, 0);
    }

    private record Minute(long minute, int began, int answered) {}

    /// Of several queues, in one trip that costs the same whatever came in.
    Map<QueueId, Flow> of(Collection<QueueId> queues, Instant now) {
        if (queues.isEmpty()) {
            return Map.of();
        }
        List<QueueId> asked = List.copyOf(queues);
        String[] fields = asked.stream().flatMap(queue -> java.util.stream.IntStream.range(0, MINUTES).mapToObj(
                minute -> queue + "|" + minute)).toArray(String[]::new);
        List<String> found = store.with(redis -> redis.hmget(keys.of(Family.FLOW), fields));
        Map<QueueId, Flow> flows = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            flows.put(asked.get(i), flow(found.subList(i * MINUTES, (i + 1) * MINUTES), now));
        }
        return flows;
    }

    /// Steps end on the clock's fives, so that a line moves on only every five minutes.
    private static Flow flow(List<String> ring, Instant now) {
        long minute = now.getEpochSecond() / 60;
        long end = (minute / STEP + 1) * STEP;
        int[] began = new int[MINUTES / STEP];
        int[] answered = new int[MINUTES / STEP];
        int beganLastHour = 0;
        int answeredLastHour = 0;
        for (String field : ring) {
            Minute one = field == null ? null : RedisJson.read(field, Minute.class);
            if (one == null || one.minute() < end - MINUTES || one.minute() >= end) {
                continue;
            }
            int step = (int) (one.minute() - (end - MINUTES)) / STEP;
            began[step] += one.began();
            answered[step] += one.answered();
            if (one.minute() > minute - HOUR) {
                beganLastHour += one.began();
                answeredLastHour += one.answered();
            }
        }
        return new Flow(list(began), list(answered), beganLastHour, answeredLastHour);
    }

    private static List<Integer> list(int[] counts) {
        List<Integer> list = new ArrayList<>(counts.length);
        for (int count : counts) {
            list.add(count);
        }
        return list;
    }
}
