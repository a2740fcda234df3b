package dev.loper.conversation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Where the messages of the last few thousand senders went, so that their next one needs a single trip to Redis.
///
/// A memory, not a truth: the append itself checks the place, and says where the sender is if it is no longer there.
///
/// @param <P> the place
final class RecentPlaces<P> {

    private final int max;
    private volatile Map<String, P> young = new ConcurrentHashMap<>();
    private volatile Map<String, P> old = Map.of();

    /// @param max after so many the older half may be forgotten
    RecentPlaces(int max) {
        this.max = max;
    }

    @Nullable
    P of(String identity) {
        P place = young.get(identity);
        return place == null ? old.get(identity) : place;
    }

    void remember(String identity, P place) {
        if (young.size() >= max) {
            turn();
        }
        young.put(identity, place);
    }

    private synchronized void turn() {
        if (young.size() >= max) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
    }
}
