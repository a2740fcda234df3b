package dev.loper.message;

/// A home thread: where the entries of one customer's addresses are kept, even while that customer is merged with another.
public record HomeId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
