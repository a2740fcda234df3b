package dev.loper.conversation;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.loper.access.QueueId;
import dev.loper.message.ConversationId;
import dev.loper.message.CustomerId;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.PersonId;
import dev.loper.message.TopicId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A topic: one matter in a conversation, and a row of a view.
///
/// @param home         the home thread it began in, where its notes and events are kept
/// @param queue        where it is; of one from before there were queues, the main one
/// @param waitingSince since when the customer waits for an answer, if they do
/// @param clock        until when an answer is due, as the scripts keep it; see [#target()]
/// @param at           the last activity
/// @param snoozed      when it comes back, if it is snoozed
/// @param last         the newest entry
/// @param newestIn     the customer's newest message
/// @param previewBy    `customer` or `agent`
/// @param address      the identity the customer last wrote from
/// @param promise      the earliest promise that is open in it
/// @param call         `ringing` or `talking` while a call is on, `back` if the customer is to be called back
/// @param failed       an answer that did not arrive
/// @param order        its place in a view, ascending
/// @param views        the views it is filed in: `mine:<person>` for a person's own, and each again with `@<queue>`
public record Topic(TopicId id, ConversationId conversation, CustomerId customer, HomeId home, String title,
        Status status,
        @Nullable PersonId assignee, @Nullable String assigneeName, QueueId queue,
        @Nullable Instant waitingSince, Target.@Nullable Stored clock, Instant at, Instant created,
        @Nullable Instant resolved,
        @Nullable Instant snoozed, EntryId last,
        @Nullable EntryId newestIn, String preview, String previewBy, @Nullable String channel,
        @Nullable String account, @Nullable String address, @Nullable EntryId failed, @Nullable Promised promise,
        @Nullable String call, String order,
        List<String> views) {

    /// What a row tells of a promise.
    ///
    /// @param due   in milliseconds since 1970
    /// @param state `open`, `due-soon` or `late`
    public record Promised(String id, long due, String state) {}

    @Schema(name = "TopicStatus")
    public enum Status {
        OPEN,
        SNOOZED,
        RESOLVED;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Topic of(TopicId id, Stored stored) {
        return new Topic(id, new ConversationId(stored.conversation()), new CustomerId(stored.customer()),
                new HomeId(stored.home()),
                Optional.ofNullable(stored.title()).orElse(""),
                Status.valueOf(stored.status().toUpperCase(Locale.ROOT)),
                stored.assignee() == null ? null : new PersonId(stored.assignee()), stored.assigneeName(),
                stored.queue() == null ? QueueId.MAIN : new QueueId(stored.queue()), instant(stored.waiting()),
                stored.target(), Instant.ofEpochMilli(stored.at()),
                Instant.ofEpochMilli(stored.created()), instant(stored.resolved()), instant(stored.snoozed()),
                new EntryId(Optional.ofNullable(stored.last()).orElse("")),
                stored.newestIn() == null ? null : new EntryId(stored.newestIn()),
                Optional.ofNullable(stored.preview()).orElse(""),
                Optional.ofNullable(stored.previewBy()).orElse("customer"), stored.channel(), stored.account(),
                stored.address(), stored.failed() == null ? null : new EntryId(stored.failed()), stored.promise(),
                stored.call(), stored.order(),
                stored.views());
    }

    /// Until when an answer is due, if the customer waits and the queue has a target for that.
    public Optional<Target> target() {
        return clock == null || status == Status.RESOLVED ? Optional.empty() : clock.target();
    }

    private static @Nullable Instant instant(@Nullable Long ms) {
        return ms == null ? null : Instant.ofEpochMilli(ms);
    }

    /// A topic as it lies in the store; the scripts write it.
    record Stored(String conversation, String customer, String home, @Nullable String title, String status,
            @Nullable String assignee, @Nullable String assigneeName, @Nullable String queue, @Nullable Long waiting,
            Target.@Nullable Stored target, long at, long created, @Nullable Long resolved, @Nullable Long snoozed,
            @Nullable String last,
            @Nullable String newestIn,
            @Nullable String preview, @Nullable String previewBy, @Nullable String channel, @Nullable String account,
            @Nullable String address, @Nullable String failed, @Nullable Promised promise, @Nullable String call,
            String order, List<String> views) {}
}
