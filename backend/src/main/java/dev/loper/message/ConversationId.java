package dev.loper.message;

/// The one lifelong conversation of a customer.
public record ConversationId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
