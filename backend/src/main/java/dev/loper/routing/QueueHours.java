package dev.loper.routing;

import dev.loper.access.QueueId;
import dev.loper.message.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether a queue answers at this hour, as its customers may know; and in which queue somebody would be who has not written
/// yet.
public interface QueueHours {

    /// As they are now. A queue that is gone has the default ones.
    Hours of(QueueId queue);

    /// The queue of a chat that begins here without a word that any rule asks for.
    QueueId expected(AccountId account, String language);

    /// @param changes the next closing of what is open, the next opening of what is closed; none if that never comes
    record Hours(boolean open, @Nullable Instant changes) {}
}
