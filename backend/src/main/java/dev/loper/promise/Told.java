package dev.loper.promise;

import dev.loper.message.EntryId;
import dev.loper.reply.Reachability;
import dev.loper.reply.Replies;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Words about a promise, as an answer on one of the customer's ways.
final class Told {

    private Told() {}

    static Replies.Draft draft(Reachability.Way way, String text, String clientId, @Nullable EntryId seen) {
        return new Replies.Draft(way.account().channel().wire(), way.account().id().value(),
                List.of(way.address().address().value()), List.of(), null, null, text, null, false, List.of(), clientId,
                seen);
    }
}
