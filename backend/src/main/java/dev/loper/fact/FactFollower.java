package dev.loper.fact;

import dev.loper.conversation.Entry;
import dev.loper.conversation.Timeline;
import dev.loper.feed.Change;
import dev.loper.feed.Change.EntryChanged;
import dev.loper.feed.Cursor;
import dev.loper.feed.Feed;
import dev.loper.feed.PacedFollower;
import dev.loper.feed.WorkPace;
import dev.loper.message.ConversationId;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Looks for facts in what is said.
///
/// How far it came is kept in Redis, so that what was stored while no node looked is read after all; nodes that run side by
/// side read some of it twice, which changes nothing.
@Component
class FactFollower extends PacedFollower {

    private final FactReading reading;
    private final Timeline timeline;
    private final Feed feed;
    private final RedisFacts reads;
    private final ObjectProvider<ReadAlong> others;

    FactFollower(FactReading reading, Timeline timeline, Feed feed, RedisFacts reads, ObjectProvider<ReadAlong> others,
            FactProperties properties) {
        super("fact-follower", feed, new WorkPace(properties.perSecond()));
        this.reading = reading;
        this.timeline = timeline;
        this.feed = feed;
        this.reads = reads;
        this.others = others;
    }

    /// A number of the feed stays good in another life of the store.
    @Override
    protected Optional<Cursor> place() {
        return reads.cursor().stream().mapToObj(known -> feed.head().at(known)).findFirst();
    }

    @Override
    protected int take(List<Change> changes) {
        Map<EntryId, HomeId> entries = new LinkedHashMap<>();
        Map<EntryId, ConversationId> conversations = new LinkedHashMap<>();
        changes.forEach(change -> {
            if (change instanceof EntryChanged entry) {
                entries.put(entry.entry(), entry.home());
                conversations.put(entry.entry(), entry.conversation());
            }
        });
        if (entries.isEmpty()) {
            return 0;
        }
        List<Entry> found = timeline.find(entries);
        reading.read(found, conversations);
        others.orderedStream().forEach(other -> other.read(found, conversations));
        return found.size();
    }

    @Override
    protected void reached(Cursor place) {
        reads.cursor(place.sequence());
    }

    /// What the feed lost is not looked through any more.
    @Override
    protected void beginAnew(Cursor head) {
        reads.cursor(head.sequence());
    }
}
