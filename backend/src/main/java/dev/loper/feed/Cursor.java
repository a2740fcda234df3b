package dev.loper.feed;

import java.util.Optional;

/// How far somebody has followed the feed.
///
/// @param epoch    which life of the store: it changes when Redis restarts, fails over or is restored, and then nobody
///                 can say what was missed
/// @param sequence the last number seen
public record Cursor(String epoch, long sequence) {

    /// Stands nowhere: whoever presents it has to begin anew.
    public static final Cursor UNKNOWN = new Cursor("unknown", 0);

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

    /// Whether it stands further on than another, or in another life of the store, which is always news.
    public boolean isAfter(Cursor other) {
        return !epoch.equals(other.epoch) || sequence > other.sequence;
    }

    @Override
    public String toString() {
        return epoch + ":" + sequence;
    }
}
