package dev.loper.identity;

/// A deed's id.
public record DeedId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
