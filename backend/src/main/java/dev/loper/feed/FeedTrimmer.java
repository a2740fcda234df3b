package dev.loper.feed;

import dev.loper.redis.Leases;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import dev.loper.redis.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XTrimParams;
import redis.clients.jedis.resps.StreamEntry;

/// Keeps the feed from growing for good: what is older than the settings keep is trimmed away, a little at a time.
///
/// A screen whose cursor points before what is left is told to load anew.
@Component
class FeedTrimmer {

    private static final Logger log = LoggerFactory.getLogger(FeedTrimmer.class);
    private static final Duration LEASE = Duration.ofMinutes(3);
    private static final int PAGE = 1000;
    private static final int PAGES = 200;

    private final RedisStore store;
    private final RedisKeys keys;
    private final FeedProperties properties;
    private final Leases leases;
    private final Clock clock;

    FeedTrimmer(RedisStore store, RedisKeys keys, FeedProperties properties, Leases leases, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.properties = properties;
        this.leases = leases;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void trim() {
        if (!leases.hold("feed-trimmer", LEASE)) {
            return;
        }
        try {
            trimOld();
            trimMany();
        } catch (StoreUnavailableException e) {
            log.debug("Redis is away; the feed is trimmed later.", e);
        }
    }

    /// Page by page from the oldest, until one that is young enough.
    private void trimOld() {
        long cutoff = clock.instant().minus(properties.keep()).toEpochMilli();
        for (int page = 0; page < PAGES; page++) {
            List<StreamEntry> oldest = store.with(redis -> redis.xrange(keys.of(Family.FEED), (StreamEntryID) null,
                    null, PAGE));
            List<StreamEntry> old = oldest.stream().takeWhile(entry -> at(entry) < cutoff).toList();
            if (old.isEmpty()) {
                return;
            }
            StreamEntryID first = new StreamEntryID(old.getLast().getID().getTime() + 1, 0);
            store.with(redis -> redis.xtrim(keys.of(Family.FEED), XTrimParams.xTrimParams().minId(first.toString())));
            if (old.size() < PAGE) {
                return;
            }
        }
    }

    private void trimMany() {
        store.with(redis -> redis.xtrim(keys.of(Family.FEED), properties.most(), true));
    }

    private static long at(StreamEntry entry) {
        return Long.parseLong(entry.getFields().getOrDefault("ms", "0"));
    }
}
