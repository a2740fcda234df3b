package dev.loper.message;

/// Somebody who works here: an agent, a supervisor, an administrator.
public record PersonId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
