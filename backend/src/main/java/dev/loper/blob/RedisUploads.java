package dev.loper.blob;

import dev.loper.message.Attachment;
import dev.loper.redis.MemoryGuard;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import dev.loper.redis.StoreUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Uploads, scored by when they are removed unless a message has come to use them.
@Component
class RedisUploads implements Uploads {

    private static final Logger LOG = LoggerFactory.getLogger(RedisUploads.class);
    /// After its ticket's end a file stays a while: a message may be on its way with it.
    private static final Duration WHILE = Duration.ofHours(1);
    private static final int BATCH = 200;

    private final RedisStore store;
    private final RedisKeys keys;
    private final BlobStore blobs;
    private final MemoryGuard memory;
    private final Clock clock;

    RedisUploads(RedisStore store, RedisKeys keys, BlobStore blobs, MemoryGuard memory, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.blobs = blobs;
        this.memory = memory;
        this.clock = clock;
    }

    @Override
    public Attachment keep(InputStream bytes, String claimedName, long maxBytes) throws IOException {
        if (memory.full()) {
            throw new BlobStore.FullException("Redis is nearly full.");
        }
        Attachment file = AttachmentContent.keep(blobs, bytes, claimedName, maxBytes, null);
        if (file.infected()) {
            throw new BlobStore.InfectedException(file.name());
        }
        try {
            remove(file.id(), FileTickets.LIFE.plus(WHILE));
            return file;
        } catch (StoreUnavailableException e) {
            blobs.delete(file.id());
            throw e;
        }
    }

    @Override
    public void used(List<Attachment> files) {
        if (!files.isEmpty()) {
            store.with(redis -> redis.zrem(keys.of(Family.UPLOADS), files.stream().map(Attachment::id).toArray(
                    String[]::new)));
        }
    }

    @Override
    public void remove(Collection<String> ids) {
        ids.forEach(this::remove);
    }

    /// Several nodes may do this at once: removing a file twice does no harm.
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void sweep() {
        try {
            for (List<String> over = over(); !over.isEmpty(); over = over()) {
                over.forEach(this::remove);
            }
        } catch (StoreUnavailableException e) {
            LOG.debug("Redis is away; files nobody sent are removed later.", e);
        }
    }

    private List<String> over() {
        double now = clock.instant().toEpochMilli();
        return store.with(redis -> redis.zrangeByScore(keys.of(Family.UPLOADS), Double.NEGATIVE_INFINITY, now, 0,
                BATCH));
    }

    /// The file first: whoever dies in between is followed by one who does it again.
    private void remove(String id) {
        try {
            blobs.delete(id);
            store.with(redis -> redis.zrem(keys.of(Family.UPLOADS), id));
        } catch (IOException e) {
            LOG.warn("The file {}, which nobody sent, cannot be removed; it is tried again.", id, e);
            remove(id, WHILE);
        }
    }

    private void remove(String id, Duration later) {
        store.with(redis -> redis.zadd(keys.of(Family.UPLOADS), clock.instant().plus(later).toEpochMilli(), id));
    }
}
