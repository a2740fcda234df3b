package dev.loper.conversation;

import dev.loper.message.ChannelKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A row of a view as the API gives it: a topic, its customer, and what was last said. `call` says that a call is on, or
/// that the customer is to be called back.
///
/// @param previewBy `customer` or `agent`
/// @param unread    whether this person has not seen the customer's newest message
/// @param failed    whether the last answer did not arrive
/// @param order     its place in a view, ascending
public record InboxItem(TopicRow topic, CustomerRef customer, String conversation, String preview,
        @Schema(allowableValues = {
                "customer", "agent"}) String previewBy,
        @Nullable ChannelKind channel, boolean unread, Instant at, boolean failed, String order) {

    public record TopicRow(String id, String title, Topic.Status status, @Nullable String assignee,
            @Nullable String assigneeName, String queue, @Nullable Instant waitingSince, Instant createdAt,
            @Nullable Instant resolvedAt, @Nullable Instant snoozedUntil, @Nullable PromiseMark promise,
            @Nullable TargetRow target,
            @Schema(allowableValues = {"ringing", "talking", "back", "asked"}) @Nullable String call) {}

    /// Until when an answer is due.
    ///
    /// @param kind which answer
    public record TargetRow(@Schema(allowableValues = {
            "first", "next"}) String kind, Instant dueAt,
            @Schema(allowableValues = {"running", "soon", "late"}) String state) {

        static TargetRow of(Target target) {
            return new TargetRow(target.kind().wire(), target.due(), target.state().wire());
        }
    }

    /// The earliest promise that is open in a topic.
    ///
    /// @param state `open`, `due-soon` or `late`
    public record PromiseMark(String id, Instant dueAt,
            @Schema(allowableValues = {
                    "open", "due-soon", "late"}) String state) {

        static @Nullable PromiseMark of(Topic.@Nullable Promised promise) {
            return promise == null
                    ? null
                    : new PromiseMark(promise.id(), Instant.ofEpochMilli(promise.due()), promise.state());
        }
    }

    public record CustomerRef(String id, String name) {}

    static InboxItem of(Topic topic, @Nullable String customerName, boolean unread) {
        TopicRow row = new TopicRow(topic.id().value(), topic.title(), topic.status(),
                topic.assignee() == null ? null : topic.assignee().value(), topic.assigneeName(), topic.queue().value(),
                topic.waitingSince(), topic.created(), topic.resolved(), topic.snoozed(),
                PromiseMark.of(topic.promise()), topic.target().map(TargetRow::of).orElse(null), topic.call());
        return new InboxItem(row,
                new CustomerRef(topic.customer().value(), Optional.ofNullable(customerName).orElse("")),
                topic.conversation().value(), topic.preview(), topic.previewBy(),
                topic.channel() == null ? null : ChannelKind.of(topic.channel()), unread, topic.at(),
                topic.failed() != null, topic.order());
    }
}
