package dev.loper.conversation;

import dev.loper.message.ChannelKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A topic beside its conversation, as the API gives it.
public record TopicView(String id, String title, Topic.Status status, @Nullable String assignee,
        @Nullable String assigneeName, String queue, @Nullable Instant waitingSince, Instant createdAt,
        @Nullable Instant resolvedAt, @Nullable Instant snoozedUntil, InboxItem.@Nullable TargetRow target,
        @Nullable ChannelKind channel, String preview, @Schema(allowableValues = {
                "customer", "agent"}) String previewBy,
        Instant at,
        boolean unread, boolean failed, InboxItem.@Nullable PromiseMark promise,
        @Schema(allowableValues = {"ringing", "talking", "back", "asked"}) @Nullable String call) {

    static TopicView of(InboxItem item) {
        InboxItem.TopicRow topic = item.topic();
        return new TopicView(topic.id(), topic.title(), topic.status(), topic.assignee(), topic.assigneeName(),
                topic.queue(), topic.waitingSince(), topic.createdAt(), topic.resolvedAt(), topic.snoozedUntil(),
                topic.target(),
                item.channel(),
                item.preview(), item.previewBy(), item.at(), item.unread(), item.failed(),
                topic.promise(), topic.call());
    }
}
