package dev.loper.feed;

import dev.loper.redis.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Follows the feed on this node and tells every [FeedFollower], in order, each change once.
///
/// One thread waits in a blocking read. When Redis is away it keeps trying; when Redis is another one afterwards, the
/// followers are told to begin anew.
@Component
class FeedReader implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FeedReader.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int BATCH = 512;

    private final Feed feed;
    private final List<FeedFollower> followers;
    private volatile boolean running;
    private @Nullable Thread thread;

    FeedReader(Feed feed, List<FeedFollower> followers) {
        this.feed = feed;
        this.followers = followers;
    }

    @Override
    public void start() {
        running = true;
        // A thread of its own: what is pushed waits for no request that has a processor just now.
        thread = Thread.ofPlatform().name("feed-reader").daemon().start(this::follow);
    }

    @Override
    public void stop() {
        running = false;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void follow() {
        Cursor at = null;
        while (isRunning()) {
            try {
                at = at == null ? begin(null) : read(at);
            } catch (StoreUnavailableException e) {
                log.info("The feed cannot be read: {} Trying again.", e.getMessage());
                at = reconnect(at);
            } catch (RuntimeException e) {
                log.error("The feed could not be read.", e);
                at = reconnect(null);
            }
        }
    }

    private Cursor read(Cursor at) {
        List<Change> changes = feed.await(at.sequence(), BATCH, PATIENCE);
        if (changes.isEmpty()) {
            return at;
        }
        Cursor head = at.at(changes.getLast().sequence());
        followers.forEach(follower -> tell(follower, changes, head));
        return head;
    }

    private static void tell(FeedFollower follower, List<Change> changes, Cursor head) {
        try {
            follower.changed(changes, head);
        } catch (RuntimeException e) {
            log.error("{} could not follow the feed to {}.", follower.getClass().getSimpleName(), head, e);
            follower.restarted(head);
        }
    }

    private Cursor begin(@Nullable Cursor known) {
        Cursor head = feed.head();
        if (known != null && known.epoch().equals(head.epoch()) && known.sequence() <= head.sequence()) {
            return known;
        }
        followers.forEach(follower -> follower.restarted(head));
        return head;
    }

    private @Nullable Cursor reconnect(@Nullable Cursor at) {
        while (isRunning()) {
            try {
                Thread.sleep(PAUSE);
                Cursor head = begin(at);
                followers.forEach(FeedFollower::returned);
                return head;
            } catch (StoreUnavailableException e) {
                log.debug("Redis is still away.", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return at;
            }
        }
        return at;
    }
}
