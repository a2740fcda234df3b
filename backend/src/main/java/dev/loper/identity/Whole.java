package dev.loper.identity;

import dev.loper.message.ConversationId;
import dev.loper.message.CustomerId;
import dev.loper.message.HomeId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A customer's record as it is kept, and the homes of their conversation.
///
/// @param fields   of the record
/// @param homes    each with the customer it is of by origin
/// @param revision of the conversation
/// @param into     whom they were joined to, if they were
record Whole(CustomerId id, ConversationId conversation, Map<String, String> fields, Map<HomeId, CustomerId> homes,
        long revision, @Nullable CustomerId into) {

    private static final String JOINED = "joined:";
    private static final String MOVED = "moved:";

    String field(String name) {
        return Optional.ofNullable(fields.get(name)).orElse("");
    }

    Deed.Party party() {
        return new Deed.Party(id, field("name"));
    }

    /// Who was joined to this customer directly, by which deed.
    Map<CustomerId, DeedId> joined() {
        return fields.entrySet().stream().filter(field -> field.getKey().startsWith(JOINED)).collect(
                java.util.stream.Collectors.toMap(field -> new CustomerId(field.getKey().substring(JOINED.length())),
                        field -> new DeedId(field.getValue())));
    }

    /// What was given to others, or came from them, and holds.
    Stream<DeedId> moved() {
        return fields.keySet().stream().filter(field -> field.startsWith(MOVED)).map(
                field -> new DeedId(field.substring(MOVED.length())));
    }

    /// The homes that are of these customers by origin.
    List<HomeId> homesOf(Set<CustomerId> customers) {
        return homes.entrySet().stream().filter(home -> customers.contains(home.getValue())).map(
                Map.Entry::getKey).sorted(java.util.Comparator.comparing(HomeId::value)).toList();
    }
}
