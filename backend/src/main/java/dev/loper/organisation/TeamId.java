package dev.loper.organisation;

/// A team's id.
public record TeamId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
