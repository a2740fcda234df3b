package dev.loper.identity;

import dev.loper.customer.Customers;
import dev.loper.customer.Identity;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;

/// Reads clues: few of them, in one trip each way. What more than [#COMMON] identities share tells nothing about anybody.
@Component
class RedisClues {

    /// Of how many a clue may be and still count.
    static final int COMMON = 20;
    private static final int OF_ONE = 50;

    private final RedisStore store;
    private final RedisKeys keys;

    RedisClues(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /// The clues each of these identities gave.
    Map<String, List<String>> of(Collection<String> identities) {
        return ranges(identities, "of|", OF_ONE);
    }

    /// The identities that gave each of these clues; those that are too common are left out.
    Map<String, List<String>> whoGave(Collection<String> clues) {
        Map<String, List<String>> found = ranges(clues, "at|", COMMON + 1);
        found.values().removeIf(identities -> identities.size() > COMMON);
        return found;
    }

    /// The identities of the index in these fields; those there are.
    Map<String, Identity> identities(Collection<String> fields) {
        Map<String, Identity> found = new LinkedHashMap<>();
        if (fields.isEmpty()) {
            return found;
        }
        List<String> asked = List.copyOf(fields);
        List<String> kept = store.with(
                redis -> redis.hmget(keys.of(Family.IDENTITIES), asked.toArray(String[]::new)));
        for (int i = 0; i < asked.size(); i++) {
            String json = kept.get(i);
            if (json != null) {
                found.put(asked.get(i), Customers.read(asked.get(i), json));
            }
        }
        return found;
    }

    private Map<String, List<String>> ranges(Collection<String> of, String way, int most) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        if (of.isEmpty()) {
            return found;
        }
        return store.with(redis -> {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                Map<String, Response<List<String>>> asked = new LinkedHashMap<>();
                of.forEach(one -> asked.put(one, pipeline.zrangeByLex(keys.of(Family.CLUES), "[" + way + one + "|",
                        "(" + way + one + "}", 0, most)));
                pipeline.sync();
                asked.forEach((one, answer) -> found.put(one, rest(answer.get(), way.length() + one.length() + 1)));
                return found;
            }
        });
    }

    private static List<String> rest(List<String> members, int from) {
        List<String> rest = new ArrayList<>();
        members.forEach(member -> rest.add(member.substring(from)));
        return rest;
    }
}
