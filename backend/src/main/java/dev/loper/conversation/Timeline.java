package dev.loper.conversation;

import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.TopicId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.AbstractPipeline;

/// Reads the entries of conversations. Where their bodies are kept is known only behind this.
public interface Timeline {

    /// Entries among which it is looked for what a customer wrote lately.
    int LATELY = 40;

    /// The newest entries before one, newest first, over all home threads of a conversation.
    ///
    /// @param before an entry, or none for the newest page
    /// @param topic  only this topic's, or none for all
    /// @param limit  entries at the most, 1 to 200
    List<Entry> page(Conversation conversation, @Nullable EntryId before, @Nullable TopicId topic, int limit);

    /// What the customer wrote of a topic lately, the newest first; empty if nothing. Nothing of it is ours.
    default String heard(Conversation conversation, TopicId topic) {
        return page(conversation, null, topic, LATELY).stream().map(Entry::body).filter(EntryBody::heard).map(
                EntryBody::text).collect(Collectors.joining(" "));
    }

    /// One entry of a home thread.
    Optional<Entry> find(HomeId home, EntryId entry);

    /// Several entries of several home threads, in one trip; those that are gone are left out.
    List<Entry> find(Map<EntryId, HomeId> entries);

    /// The same, as a part of a trip that asks for other things besides.
    ///
    /// @return to be asked after the trip
    Supplier<List<Entry>> ask(AbstractPipeline trip, Map<EntryId, HomeId> entries);
}
