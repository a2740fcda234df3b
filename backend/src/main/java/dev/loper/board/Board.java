package dev.loper.board;

import dev.loper.message.ChannelKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the queues somebody watches over stand at one moment.
///
/// @param atRisk   topics whose answer is late or due soon, the late ones first, 30 of each at the most
/// @param promises those that are open, the earliest moment first
public record Board(List<QueueLine> queues, List<PersonLine> people, List<Risk> atRisk, Ahead promises) {

    /// One queue.
    ///
    /// @param names    the same name in other languages, by language
    /// @param waiting  topics in which a customer waits, of those that are open
    /// @param late     topics whose answer is late
    /// @param soon     topics whose answer is due soon
    /// @param target   minutes of working time for a first answer; none without a target
    /// @param staffed  people at work who may take something of it
    /// @param began    waits that began, in 24 steps of five minutes, the oldest first
    /// @param answered waits that an answer ended, in the same steps
    public record QueueLine(String id, String name, Map<String, String> names, boolean automatic, long open,
            long waiting, long late, long soon, @Nullable Longest longest, @Nullable Integer target, int staffed,
            List<Integer> began, List<Integer> answered, int beganLastHour, int answeredLastHour) {}

    /// Whoever waits longest in a queue.
    ///
    /// @param dueAt until when they are to have an answer, if the queue has a target
    public record Longest(String topic, String conversation, Instant since, @Nullable Instant dueAt,
            @Nullable String assignee) {}

    /// Somebody who works in one of these queues, and how much they have.
    ///
    /// @param busy      what they have of each channel as a part of what they take, together, in whatever queue: how much
    ///                  more they take is one question. In tenths
    /// @param full      whether they have room on no channel, in whatever queue
    /// @param load      in these queues
    /// @param elsewhere whether they have something in other queues besides
    /// @param waiting   topics of theirs in these queues in which a customer waits
    /// @param since     when the first of those customers began to wait
    public record PersonLine(String id, double busy, boolean full, List<Load> load, boolean elsewhere, long waiting,
            @Nullable Instant since) {}

    /// What somebody has of a channel in these queues, and how much of it they take at a time.
    public record Load(ChannelKind channel, int open, int most) {}

    /// A topic whose answer is late or due soon.
    public record Risk(String topic, String conversation, String title, String customer, @Nullable ChannelKind channel,
            String queue, @Nullable String assignee, @Nullable String assigneeName, Instant since, Instant dueAt,
            @Schema(allowableValues = {"running", "soon", "late"}) String state) {}

    /// The open promises of these queues.
    ///
    /// @param items the hundred with the earliest moments
    public record Ahead(long late, long soon, long later, List<Promised> items) {}

    /// A promise that is open.
    ///
    /// @param owner    whose promise it is, @param assignee who has its topic: not always the same
    public record Promised(String id, @Schema(allowableValues = {"open", "due-soon", "late"}) String state,
            Instant dueAt, String sentence, String action, ChannelKind channel, String owner, String ownerName,
            String topic, String title, String conversation, String customer, String queue,
            @Nullable String assignee) {}
}
