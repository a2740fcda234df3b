package dev.loper.message;

/// One item of a timeline. Ids sort by the time they were minted, and are the cursor of a timeline.
public record EntryId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
