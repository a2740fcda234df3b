package dev.loper.occasion;

import dev.loper.conversation.Conversation;
import dev.loper.conversation.Entry;
import dev.loper.conversation.EntryBody;
import dev.loper.conversation.Erased;
import dev.loper.conversation.Remains;
import dev.loper.conversation.Timeline;
import dev.loper.fact.ReadAlong;
import dev.loper.message.ConversationId;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.TopicId;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import dev.loper.redis.Removal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;

/// Which messages read as complaints: noted once, when they come, with the home thread they lie in. So they go where that
/// goes, and belong to whatever topic they are in now.
@Component
class RedisComplaints implements ReadAlong, Remains {

    /// Of one home, the newest.
    private static final int MOST = 100;
    private static final LuaScript NOTE = LuaScript.load("complaint-note");

    private final RedisStore store;
    private final RedisKeys keys;
    private final Timeline timeline;

    RedisComplaints(RedisStore store, RedisKeys keys, Timeline timeline) {
        this.store = store;
        this.keys = keys;
        this.timeline = timeline;
    }

    /// Where something was said.
    private record Place(ConversationId conversation, HomeId home) {}

    @Override
    public void read(List<Entry> entries, Map<EntryId, ConversationId> of) {
        Map<Place, List<Entry>> found = entries.stream().filter(
                entry -> of.containsKey(entry.id()) && complains(entry.body())).collect(
                        Collectors.groupingBy(
                                entry -> new Place(Objects.requireNonNull(of.get(entry.id())), entry.home()),
                                LinkedHashMap::new, Collectors.toList()));
        if (!found.isEmpty()) {
            store.run(NOTE, found.entrySet().stream().map(one -> note(one.getKey(), one.getValue())).toList());
        }
    }

    private static boolean complains(EntryBody body) {
        return "in".equals(body.direction()) && Complaint.in(Stream.concat(Stream.ofNullable(body.subject()), Stream.of(
                body.text())).toList());
    }

    private RedisStore.Run note(Place place, List<Entry> entries) {
        List<String> args = new ArrayList<>(List.of(place.conversation().value(), String.valueOf(MOST)));
        entries.forEach(entry -> {
            args.add(String.valueOf(entry.at().toEpochMilli()));
            args.add(entry.id().value());
        });
        return new RedisStore.Run(List.of(keys.complaints(place.home()), keys.of(Family.CLOCK), keys.of(Family.FEED),
                keys.conversation(place.conversation())), args);
    }

    /// The topics in which somebody complains, of several conversations, in two trips.
    Set<TopicId> topics(Collection<Conversation> conversations) {
        List<HomeId> homes = conversations.stream().flatMap(one -> one.homes().stream()).distinct().toList();
        if (homes.isEmpty()) {
            return Set.of();
        }
        Map<EntryId, HomeId> entries = store.with(redis -> {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                Map<HomeId, Response<List<String>>> asked = new LinkedHashMap<>();
                homes.forEach(home -> asked.put(home, pipeline.zrange(keys.complaints(home), 0, -1)));
                pipeline.sync();
                Map<EntryId, HomeId> found = new HashMap<>();
                asked.forEach((home, noted) -> noted.get().forEach(entry -> found.put(new EntryId(entry), home)));
                return found;
            }
        });
        return entries.isEmpty()
                ? Set.of()
                : timeline.find(entries).stream().map(Entry::topic).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void of(Erased erased, Removal removal) {
        erased.conversation().homes().forEach(home -> removal.key(keys.complaints(home)));
    }
}
