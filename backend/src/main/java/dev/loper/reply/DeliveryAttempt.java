package dev.loper.reply;

/// The delivery flow, as the dispatcher sees it: makes one attempt, from the claim to its end.
public interface DeliveryAttempt {

    /// Puts an answer together, claims it, sends or settles it, and writes down how that ended. Does nothing if it is not
    /// due or another's.
    ///
    /// @throws dev.loper.redis.StoreUnavailableException if Redis went away: before the claim nothing has happened, after
    ///                                                   it the attempt is settled once its lease ends
    void run(OutboundQueue.Job job);
}
