package dev.loper.access;

/// A queue of topics, such as `billing`.
public record QueueId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
