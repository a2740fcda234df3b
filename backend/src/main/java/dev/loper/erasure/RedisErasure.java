package dev.loper.erasure;

import dev.loper.conversation.Erased;
import dev.loper.message.ConversationId;
import dev.loper.message.HomeId;
import dev.loper.message.TopicId;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import dev.loper.redis.Removal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;
import redis.clients.jedis.resps.Tuple;

/// Removes from Redis what was collected, in one script; then has its log rewritten, which still tells of it.
@Component
class RedisErasure {

    private static final Logger LOG = LoggerFactory.getLogger(RedisErasure.class);
    private static final LuaScript ERASE = LuaScript.load("erase");
    private static final ScanParams PACE = new ScanParams().count(1000);

    private final RedisStore store;
    private final RedisKeys keys;
    private final Clock clock;

    RedisErasure(RedisStore store, RedisKeys keys, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
    }

    /// All topics of a conversation, however many.
    List<TopicId> topics(ConversationId conversation) {
        return store.with(redis -> redis.zrange(keys.conversationTopics(conversation), 0, -1)).stream().map(
                TopicId::new).toList();
    }

    /// @return false if something came meanwhile, and nothing was removed
    boolean erase(Erased erased, Removal removal) {
        imports(erased, removal);
        Removal.Plan plan = removal.plan();
        List<String> all = new ArrayList<>(List.of(keys.of(Family.CLOCK), keys.of(Family.FEED), keys.of(Family.UPLOADS),
                keys.of(Family.TIMERS), keys.conversation(erased.conversation().id())));
        all.addAll(plan.keys());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("conversation", erased.conversation().id().value());
        facts.put("customer", erased.customer().id().value());
        facts.put("now", clock.instant().toEpochMilli());
        facts.put("rev", erased.conversation().revision());
        facts.put("threads", erased.conversation().homes().stream().map(home -> Map.of("key",
                plan.keys().indexOf(keys.thread(home)), "entries", count(erased, home))).toList());
        facts.put("whole", plan.whole());
        facts.put("fields", plan.fields());
        facts.put("members", plan.members());
        facts.put("timers", timers(removal.timersOf()));
        facts.put("blobs", removal.blobs());
        facts.put("topics", erased.topics().stream().map(topic -> topic.id().value()).toList());
        facts.put("homes", erased.conversation().homes().stream().map(HomeId::value).toList());
        return "erased".equals(store.run(ERASE, all, List.of(RedisJson.write(facts))).getFirst());
    }

    private static long count(Erased erased, HomeId home) {
        return erased.entries().stream().filter(entry -> entry.home().equals(home)).count();
    }

    private List<String> timers(Set<String> of) {
        List<String> found = new ArrayList<>();
        String cursor = ScanParams.SCAN_POINTER_START;
        do {
            String from = cursor;
            ScanResult<Tuple> page = store.with(redis -> redis.zscan(keys.of(Family.TIMERS), from, PACE));
            page.getResult().stream().map(Tuple::getElement).filter(
                    timer -> of.contains(timer.split("\\|", 3)[1])).forEach(found::add);
            cursor = page.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
        return found;
    }

    /// Where something was imported, the address stands beside the thread it came in. What was imported stays known by its id,
    /// so that a repeated import does not bring it back.
    private void imports(Erased erased, Removal removal) {
        String imported = store.with(redis -> redis.hget(keys.of(Family.CLOCK), "imported"));
        if (imported == null) {
            return;
        }
        List<String> addresses = erased.customer().identities().stream().map(
                identity -> "thread|" + identity.id() + "|").toList();
        ScanParams sources = new ScanParams().count(1000).match(keys.imports("*"));
        String cursor = ScanParams.SCAN_POINTER_START;
        do {
            String from = cursor;
            ScanResult<String> page = store.with(redis -> redis.scan(from, sources));
            page.getResult().forEach(
                    source -> removal.fields(source, store.with(redis -> redis.hkeys(source)).stream().filter(
                            field -> addresses.stream().anyMatch(field::startsWith)).toList()));
            cursor = page.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
    }

    /// Redis' log still holds every write, until it is rewritten. A hosted Redis may not let us; then it does so by itself.
    void forgetTheLog() {
        try {
            store.with(redis -> redis.sendCommand(keys.of(Family.CLOCK), Protocol.Command.BGREWRITEAOF));
        } catch (JedisDataException e) {
            LOG.warn("Redis does not rewrite its log now ({}); until it does, that file still tells of who was erased.",
                    e.getMessage());
        }
    }
}
