package dev.loper.feed;

import dev.loper.redis.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Follows the feed for work that nobody waits for, on a thread of its own and at its own pace: it is only woken by what
/// happens, and reads the changes itself from where it came to, so that neither a burst nor a restart loses one.
///
/// The thread is one of the platform's: such work takes a processor for long, which a virtual thread would not share with
/// those that answer requests.
public abstract class PacedFollower implements FeedFollower, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PacedFollower.class);
    private static final int BATCH = 250;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /// What comes within this time is taken in together, for each batch costs as many trips as any other.
    private static final Duration GATHERED = Duration.ofMillis(200);

    private final String name;
    private final Feed feed;
    private final WorkPace pace;
    private final Object news = new Object();
    private boolean awake = true;
    private volatile boolean running;
    private @Nullable Thread thread;

    /// @param name of its thread
    protected PacedFollower(String name, Feed feed, WorkPace pace) {
        this.name = name;
        this.feed = feed;
        this.pace = pace;
    }

    /// Where it came to; empty if it came nowhere yet.
    protected abstract Optional<Cursor> place();

    /// Takes changes in, in order; a second time must not harm.
    ///
    /// @return how many pieces of work that was
    protected abstract int take(List<Change> changes);

    /// Remembers where it came to.
    protected abstract void reached(Cursor place);

    /// The feed cannot tell what was missed, or it came nowhere yet: afterwards it has a place.
    ///
    /// @param head where the feed stands
    protected abstract void beginAnew(Cursor head) throws InterruptedException;

    /// Between two batches, at least every second while it runs, and once at the end.
    protected void rest(boolean ending) {}

    @Override
    public final void changed(List<Change> changes, Cursor head) {
        wake();
    }

    @Override
    public final void restarted(Cursor head) {
        wake();
    }

    @Override
    public final void start() {
        running = true;
        thread = Thread.ofPlatform().name(name).daemon().priority(Thread.MIN_PRIORITY).start(this::work);
    }

    /// It is asked to end, never interrupted: an interrupt closes the files a thread reads.
    @Override
    public final void stop() {
        running = false;
        pace.end();
        wake();
        if (thread != null) {
            join(thread);
        }
    }

    @Override
    public final boolean isRunning() {
        return running;
    }

    private void work() {
        try {
            boolean behind = true;
            while (running) {
                behind = behind && !follow();
                rest(false);
                pace.gather(GATHERED);
                behind |= awaitNews();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        rest(true);
    }

    /// @return whether it came to the end
    private boolean follow() throws InterruptedException {
        try {
            while (running && step()) {
                rest(false);
            }
            return true;
        } catch (StoreUnavailableException e) {
            log.debug("Redis is away; {} goes on later.", name, e);
        } catch (RuntimeException e) {
            log.error("{} could not go on.", name, e);
        }
        return false;
    }

    /// @return whether there may be more
    private boolean step() throws InterruptedException {
        Optional<Cursor> place = place();
        Optional<List<Change>> since = place.flatMap(from -> feed.since(from, BATCH));
        if (place.isEmpty() || since.isEmpty()) {
            beginAnew(feed.head());
            return true;
        }
        List<Change> changes = since.get();
        if (changes.isEmpty()) {
            return false;
        }
        pace.spend(takeAll(changes));
        reached(place.get().at(changes.getLast().sequence()));
        return changes.size() == BATCH;
    }

    /// One that cannot be taken in holds nobody up.
    private int takeAll(List<Change> changes) {
        try {
            return take(changes);
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            return changes.stream().mapToInt(this::takeOne).sum();
        }
    }

    private int takeOne(Change change) {
        try {
            return take(List.of(change));
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("{} could not take in the change {}.", name, change.sequence(), e);
            return 1;
        }
    }

    private void wake() {
        synchronized (news) {
            awake = true;
            news.notifyAll();
        }
    }

    /// @return whether there are any; without, it comes back after a while
    private boolean awaitNews() throws InterruptedException {
        synchronized (news) {
            if (!awake) {
                news.wait(PAUSE.toMillis());
            }
            boolean any = awake;
            awake = false;
            return any;
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
