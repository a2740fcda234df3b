package dev.loper.conversation;

import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.TopicId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.AbstractPipeline;

/// Reads the entries of conversations. Where their bodies are kept is known only behind this.
public interface Timeline {

    /// The newest entries before one, newest first, over all home threads of a conversation.
    ///
    /// @param before an entry, or none for the newest page
    /// @param topic  only this topic's, or none for all
    /// @param limit  entries at the most, 1 to 200
    List<Entry> page(Conversation conversation, @Nullable EntryId before, @Nullable TopicId topic, int limit);

    /// One entry of a home thread.
    Optional<Entry> find(HomeId home, EntryId entry);

    /// Several entries of several home threads, in one trip; those that are gone are left out.
    List<Entry> find(Map<EntryId, HomeId> entries);

    /// The same, as a part of a trip that asks for other things besides.
    ///
    /// @return to be asked after the trip
    Supplier<List<Entry>> ask(AbstractPipeline trip, Map<EntryId, HomeId> entries);
}
