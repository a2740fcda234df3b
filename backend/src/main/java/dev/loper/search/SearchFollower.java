package dev.loper.search;

import dev.loper.feed.Change;
import dev.loper.feed.Cursor;
import dev.loper.feed.Feed;
import dev.loper.feed.FeedFollower;
import dev.loper.redis.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Keeps the index up with the feed, at its own pace: it is only woken by changes, and reads them itself from where it came
/// to last, so that neither a burst nor a restart loses one.
@Component
class SearchFollower implements FeedFollower, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SearchFollower.class);
    private static final int BATCH = 250;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Feed feed;
    private final SearchIndex index;
    private final SearchIntake intake;
    private final SearchWalk walk;
    private final Pace pace;
    private final long commitNanos;
    private final Object news = new Object();
    private boolean awake = true;
    private volatile boolean running;
    private @Nullable Thread thread;
    private long committed = System.nanoTime();
    private boolean uncommitted;

    SearchFollower(Feed feed, SearchIndex index, SearchIntake intake, SearchWalk walk, Pace pace,
            SearchProperties properties) {
        this.feed = feed;
        this.index = index;
        this.intake = intake;
        this.walk = walk;
        this.pace = pace;
        this.commitNanos = properties.commitEvery().toNanos();
    }

    @Override
    public void changed(List<Change> changes, Cursor head) {
        wake();
    }

    @Override
    public void restarted(Cursor head) {
        wake();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("search-follower").daemon().priority(Thread.MIN_PRIORITY).start(this::work);
    }

    /// It is asked to end, never interrupted: an interrupt would close the index's files under it.
    @Override
    public void stop() {
        running = false;
        pace.end();
        wake();
        if (thread != null) {
            join(thread);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        try {
            while (running) {
                follow();
                commit(commitNanos);
                sleepUntilNews();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        commit(0);
    }

    private void follow() throws InterruptedException {
        try {
            while (running && step()) {
                commit(commitNanos);
            }
        } catch (StoreUnavailableException e) {
            log.debug("Redis is away; the search index goes on later.", e);
        } catch (RuntimeException e) {
            log.error("The search index could not go on.", e);
        }
    }

    /// @return whether there may be more
    private boolean step() throws InterruptedException {
        Optional<List<Change>> since = index.whole() ? feed.since(index.cursor(), BATCH) : Optional.empty();
        if (since.isEmpty()) {
            walk.walk();
            uncommitted = false;
            return true;
        }
        List<Change> changes = since.get();
        if (changes.isEmpty()) {
            return false;
        }
        pace.spend(intake.take(changes));
        index.followed(index.cursor().at(changes.getLast().sequence()));
        uncommitted = true;
        return true;
    }

    private void commit(long after) {
        if (uncommitted && System.nanoTime() - committed >= after) {
            index.commit();
            uncommitted = false;
            committed = System.nanoTime();
        }
    }

    private void wake() {
        synchronized (news) {
            awake = true;
            news.notifyAll();
        }
    }

    /// Also without news it looks now and then, so that a commit is not put off for good.
    private void sleepUntilNews() throws InterruptedException {
        synchronized (news) {
            if (!awake) {
                news.wait(PAUSE.toMillis());
            }
            awake = false;
        }
    }

    private static void join(Thread ending) {
        try {
            ending.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
