package dev.loper.reply;

/// The delivery flow, as the dispatcher sees it: runs one claimed attempt to its end.
public interface DeliveryAttempt {

    /// Sends or settles, and writes down how it ended.
    void run(OutboundQueue.Claim claim);
}
