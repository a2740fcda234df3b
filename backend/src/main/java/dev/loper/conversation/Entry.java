package dev.loper.conversation;

import dev.loper.message.Attachment;
import dev.loper.message.ConversationId;
import dev.loper.message.Delivery;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.TopicId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One item of a timeline: what was said or done, and what became of it.
///
/// @param home       the home thread that keeps it
/// @param reason     which rule put it into its topic
/// @param delivery   how far an answer got; none for what is not an answer
/// @param undoUntil  until when it can be taken back, if it still can
/// @param promise    the promise it says, or tells of
/// @param providerId the id its provider knows it by, either way
/// @param call       how far a call is; none for what is no call
/// @param carried    the message that carried an answer on, since nobody read it where it was
/// @param related    the topic of another customer that it answers, although its sender takes no part in it
public record Entry(EntryId id, HomeId home, TopicId topic, EntryBody body, @Nullable String reason,
        @Nullable Delivery delivery, @Nullable Instant deliveryAt, @Nullable String deliveryReason,
        @Nullable Instant undoUntil, int attempts, @Nullable String providerId, @Nullable String promise,
        @Nullable Related related, @Nullable CallState call, @Nullable EntryId carried) {

    public record Related(ConversationId conversation, TopicId topic) {}

    /// The files in it: those that came with it, and what was recorded since.
    public List<Attachment> attachments() {
        return call == null
                ? body.attachments()
                : Stream.concat(body.attachments().stream(), call.recordings().stream()).toList();
    }

    /// When it was stored; an id carries its own time.
    public Instant at() {
        return timeOf(id);
    }

    static Instant timeOf(EntryId id) {
        return Instant.ofEpochMilli(Long.parseLong(id.value().substring(0, 12), 16));
    }

    static Entry of(EntryId id, HomeId home, EntryBody body, EntryState state) {
        Delivery delivery = state.delivery() == null ? null : Delivery.of(state.delivery());
        boolean undoable = delivery == Delivery.QUEUED && state.attempts() == null;
        return new Entry(id, home, new TopicId(state.topic()), body, state.reason(), delivery, instant(state.at()),
                state.why(), undoable ? instant(state.due()) : null, state.attempts() == null ? 0 : state.attempts(),
                state.providerId() == null ? body.providerId() : state.providerId(), state.promise(),
                related(state.names()), state.call(),
                state.carried() == null ? null : new EntryId(state.carried()));
    }

    private static @Nullable Related related(EntryState.@Nullable Named named) {
        return named == null
                ? null
                : new Related(new ConversationId(named.conversation()), new TopicId(named.topic()));
    }

    private static @Nullable Instant instant(@Nullable Long ms) {
        return ms == null ? null : Instant.ofEpochMilli(ms);
    }
}
