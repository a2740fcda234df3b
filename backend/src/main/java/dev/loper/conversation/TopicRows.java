package dev.loper.conversation;

import dev.loper.message.TopicId;
import java.util.List;
import java.util.Set;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Works out what a topic's row says when only some of its homes' entries are left in it.
@Component
public class TopicRows {

    private static final int LOOK_BACK = 50;

    private final Timeline timeline;

    public TopicRows(Timeline timeline) {
        this.timeline = timeline;
    }

    /// A row of some homes' entries.
    ///
    /// @param newest   the newest entry of any type, by which a script sees that something came since
    /// @param home     where it is
    /// @param last     the newest message or note
    /// @param newestIn the customer's newest message
    public record Row(String newest, String home, String last, @Nullable String newestIn, String preview,
            String previewBy, @Nullable String channel, @Nullable String account, @Nullable String address) {}

    /// @return empty if the topic has no entries in these homes
    public Optional<Row> of(Conversation part, TopicId topic) {
        return of(timeline.page(part, null, topic, LOOK_BACK));
    }

    /// @param entries newest first
    public static Optional<Row> of(List<Entry> entries) {
        return entries.isEmpty() ? Optional.empty() : Optional.of(row(entries));
    }

    /// What a topic is called that begins with an entry: its subject, else its first words.
    public static String title(Entry entry) {
        return Preview.title(entry.body().subject(), entry.body().text());
    }

    private static Row row(List<Entry> entries) {
        Entry newest = entries.getFirst();
        Optional<Entry> said = first(entries, Set.of("message", "call", "note"));
        Optional<Entry> message = first(entries, Set.of("message", "call"));
        Optional<Entry> heard = entries.stream().filter(entry -> entry.body().heard()).findFirst();
        Optional<Entry> in = entries.stream().filter(entry -> "in".equals(entry.body().direction())).findFirst();
        @Nullable
        EntryBody way = in.or(() -> message).map(Entry::body).orElse(null);
        return new Row(newest.id().value(), newest.home().value(), said.orElse(newest).id().value(),
                heard.map(entry -> entry.id().value()).orElse(null),
                message.map(entry -> Preview.of(entry.body().text())).orElse(""),
                message.filter(entry -> "out".equals(entry.body().direction())).isPresent() ? "agent" : "customer",
                way == null ? null : way.channel(), way == null ? null : way.account(),
                way == null ? null : way.address());
    }

    private static Optional<Entry> first(List<Entry> entries, Set<String> types) {
        return entries.stream().filter(
                entry -> types.contains(entry.body().type()) || entry.body().heard()).findFirst();
    }
}
