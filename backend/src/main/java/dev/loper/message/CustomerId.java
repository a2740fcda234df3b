package dev.loper.message;

/// A person we serve.
public record CustomerId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
