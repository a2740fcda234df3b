package dev.loper.access;

/// A queue of topics, such as `billing`.
public record QueueId(String value) {

    /// The queue every installation has, which takes what no rule puts elsewhere.
    public static final QueueId MAIN = new QueueId("main");

    @Override
    public String toString() {
        return value;
    }
}
