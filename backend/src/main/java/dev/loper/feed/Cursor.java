package dev.loper.feed;

import java.util.Optional;

/// How far somebody has followed the feed.
///
/// @param epoch    which life of the store: it changes when Redis restarts, fails over or is restored, and then nobody
///                 can say what was missed
/// @param sequence the last number seen
public record Cursor(String epoch, long sequence) {

    /// Reads what [#toString()] wrote; empty if it is anything else.
    public static Optional<Cursor> parse(String text) {
        int colon = text.lastIndexOf(':');
        try {
            return colon < 1
                    ? Optional.empty()
                    : Optional.of(new Cursor(text.substring(0, colon), Long.parseLong(text.substring(colon + 1))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    public Cursor at(long newSequence) {
        return new Cursor(epoch, newSequence);
    }

    @Override
    public String toString() {
        return epoch + ":" + sequence;
    }
}
