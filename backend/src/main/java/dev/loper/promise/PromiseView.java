package dev.loper.promise;

import dev.loper.conversation.InboxItem.CustomerRef;
import dev.loper.message.ChannelKind;
import dev.loper.message.Delivery;
import dev.loper.message.EntryId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A promise as the API gives it.
///
/// @param state     `open`, `due-soon`, `late`, `kept`, `kept-late` or `released`
/// @param told      how far the newest message about it got: `queued`, `sent`, `delivered`, `read`, `failed` …
/// @param entry     that message
/// @param moments   every moment it had, the first one first
/// @param escalated how many in the chain were told that it is late: its owner, then those who look after the queue
/// @param statusUrl the customer's page
record PromiseView(String id,
        @Schema(allowableValues = {
                "open", "due-soon", "late", "kept", "kept-late", "released"}) String state,
        @Schema(implementation = Delivery.class) String told, Instant dueAt,
        @Schema(implementation = ChannelKind.class) String channel, String account, PersonRef owner,
        String heard, String action, String sentence, @Nullable String waitsFor, String topic, String topicTitle,
        String conversation, CustomerRef customer, String entry, List<Moment> moments, Instant madeAt,
        @Nullable Instant noticedAt, @Nullable Instant lateSince, @Nullable Instant closedAt, @Nullable String reason,
        @Nullable String keptBy, int escalated, String statusUrl) {

    record PersonRef(String id, String name) {}

    /// @param by     who set it; none if Loper did
    /// @param reason why it is another one than before
    record Moment(Instant dueAt, Instant at, @Nullable PersonRef by, @Nullable String reason) {

        static Moment of(Promise.Moment moment) {
            return new Moment(moment.due(), moment.at(), moment.by() == null
                    ? null
                    : new PersonRef(moment.by(), Optional.ofNullable(moment.byName()).orElse("")), moment.reason());
        }
    }

    static PromiseView of(Promise promise, PromiseKeeping.Place place, String statusUrl) {
        return new PromiseView(promise.id().value(), promise.state().wire(), promise.told().wire(), promise.due(),
                promise.channel(), promise.account(), new PersonRef(promise.owner().value(), promise.ownerName()),
                promise.text().heard(), promise.text().action(), promise.text().sentence(), promise.waitsFor(),
                promise.topic().value(), place.topic().title(), place.conversation().id().value(),
                new CustomerRef(place.customer().id().value(), place.customer().name()), promise.entry().value(),
                promise.moments().stream().map(Moment::of).toList(), promise.made(), promise.noticed(),
                promise.wasLate(), promise.closed(), promise.reason(),
                Optional.ofNullable(promise.keptBy()).map(EntryId::value).orElse(null), promise.escalated(),
                statusUrl);
    }
}
