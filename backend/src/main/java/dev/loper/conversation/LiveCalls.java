package dev.loper.conversation;

import dev.loper.access.Viewer;
import dev.loper.message.CustomerId;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.PersonId;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The calls that are on: who is called, by whom, and about what. They are as many as we have lines.
@Component
public class LiveCalls {

    private final RedisStore store;
    private final RedisKeys keys;
    private final Topics topics;
    private final Timeline timeline;
    private final InboxItems items;

    LiveCalls(RedisStore store, RedisKeys keys, Topics topics, Timeline timeline, InboxItems items) {
        this.store = store;
        this.keys = keys;
        this.topics = topics;
        this.timeline = timeline;
        this.items = items;
    }

    /// A call that is on, with the matter it is in.
    ///
    /// @param about what a code led to, of a caller who only takes part there
    /// @param since when it came in
    public record Live(EntryId entry, HomeId home, CallState call, Topic topic, @Nullable Topic about, String customer,
            Instant since) {

        /// Whether it concerns somebody: their phone rings, or they speak, or the matter is theirs.
        public boolean concerns(PersonId person) {
            return person.value().equals(call.person()) || person.equals(topic.assignee())
                    || about != null && person.equals(about.assignee());
        }
    }

    /// A call as the people it concerns see it.
    ///
    /// @param conversation and `topic`: what it is about; the code's matter, if they may see that
    /// @param mine  whether this person's phone rings, or they speak
    /// @param known how the caller was recognised
    /// @param out    whether we placed it
    /// @param picked of one we placed: our phone was picked up, and the customer's rings
    public record LiveCall(String entry, String conversation, String topic, InboxItem.CustomerRef customer,
            @Schema(allowableValues = {"ringing", "talking"}) String state,
            boolean mine, EntryView.@Nullable PersonRef person,
            @Schema(allowableValues = {"number", "code"}) @Nullable String known,
            Instant since, boolean out, boolean picked) {}

    /// Every call that is on, the oldest first.
    public List<Live> all() {
        return read(store.with(redis -> redis.hgetAll(keys.of(Family.CALLS))));
    }

    /// Those of these that are on.
    public Map<EntryId, Live> find(Set<EntryId> entries) {
        if (entries.isEmpty()) {
            return Map.of();
        }
        return all().stream().filter(live -> entries.contains(live.entry())).collect(
                Collectors.toMap(Live::entry, Function.identity()));
    }

    /// The call as somebody sees it; empty if it is none of theirs, or in a matter they may not see.
    public Optional<LiveCall> view(Live live, Viewer viewer) {
        CallState call = live.call();
        if (!live.concerns(viewer.id()) || !items.canSee(viewer, live.topic())) {
            return Optional.empty();
        }
        Topic about = live.about();
        Topic at = about != null && items.canSee(viewer, about) ? about : live.topic();
        return Optional.of(new LiveCall(live.entry().value(), at.conversation().value(), at.id().value(),
                new InboxItem.CustomerRef(live.topic().customer().value(), live.customer()),
                call.state(), viewer.id().value().equals(call.person()),
                call.person() == null
                        ? null
                        : new EntryView.PersonRef(call.person(), Optional.ofNullable(call.personName()).orElse("")),
                call.known(), live.since(), Boolean.TRUE.equals(call.out()), Boolean.TRUE.equals(call.picked())));
    }

    private List<Live> read(Map<String, String> calls) {
        if (calls.isEmpty()) {
            return List.of();
        }
        Map<EntryId, HomeId> homes = calls.entrySet().stream().collect(Collectors.toMap(
                call -> new EntryId(call.getKey()), call -> new HomeId(RedisJson.read(call.getValue(),
                        Kept.class).home())));
        List<Entry> entries = timeline.find(homes);
        Map<TopicId, Topic> found = topics.find(
                entries.stream().flatMap(
                        entry -> Stream.concat(Stream.of(entry.topic()),
                                about(entry).stream())).distinct().toList()).stream().collect(
                                        Collectors.toMap(Topic::id, Function.identity()));
        Map<CustomerId, String> names = items.names(List.copyOf(found.values()));
        return entries.stream().flatMap(entry -> live(entry, found.get(entry.topic()),
                about(entry).map(found::get).orElse(null), names).stream()).sorted(
                        Comparator.comparing((Live live) -> live.entry().value())).toList();
    }

    private static Optional<TopicId> about(Entry entry) {
        return Optional.ofNullable(entry.call()).map(CallState::about).map(TopicId::new);
    }

    private static Optional<Live> live(Entry entry, @Nullable Topic topic, @Nullable Topic about,
            Map<CustomerId, String> names) {
        CallState call = entry.call();
        return topic == null || call == null || call.state().equals("over")
                ? Optional.empty()
                : Optional.of(new Live(entry.id(), entry.home(), call, topic, about,
                        names.getOrDefault(topic.customer(), ""), entry.at()));
    }

    /// A call as it lies in the store.
    private record Kept(String home) {}
}
