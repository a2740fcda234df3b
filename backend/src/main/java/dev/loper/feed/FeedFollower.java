package dev.loper.feed;

import java.util.List;

/// Somebody who follows the feed on this node.
public interface FeedFollower {

    /// Changes in order, each once.
    ///
    /// @param head the cursor after the last of them
    void changed(List<Change> changes, Cursor head);

    /// The store has begun another life, or this node lost its place: nobody knows what was missed. Begin anew.
    void restarted(Cursor head);

    /// The store answers again after it did not, in whatever life.
    default void returned() {}
}
