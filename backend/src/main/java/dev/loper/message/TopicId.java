package dev.loper.message;

/// One topic: a lane of a conversation.
public record TopicId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
