package dev.loper.push;

import dev.loper.access.Viewer;
import dev.loper.conversation.ViewCounts;
import dev.loper.redis.StoreUnavailableException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Pushes the counts beside the views, at most four times a second, all people counted in one trip.
@Component
class CountsPusher {

    private static final Logger log = LoggerFactory.getLogger(CountsPusher.class);

    private final Watchers watchers;
    private final ViewCounts counts;
    private final PushJson json;
    private final AtomicBoolean stale = new AtomicBoolean();

    CountsPusher(Watchers watchers, ViewCounts counts, PushJson json) {
        this.watchers = watchers;
        this.counts = counts;
        this.json = json;
    }

    /// Something changed; the counts may have.
    void stale() {
        stale.set(true);
    }

    @Scheduled(fixedDelay = 250)
    void push() {
        if (!stale.getAndSet(false)) {
            return;
        }
        List<Watcher> screens = watchers.all().stream().filter(screen -> screen.watch().counts()).toList();
        if (screens.isEmpty()) {
            return;
        }
        try {
            Map<Viewer, ViewCounts.Counts> found = counts.of(
                    screens.stream().map(Watcher::viewer).collect(Collectors.toSet()));
            screens.forEach(screen -> send(screen, found.get(screen.viewer())));
        } catch (StoreUnavailableException e) {
            log.debug("Redis is away; the counts wait.", e);
            stale.set(true);
        }
    }

    private void send(Watcher screen, ViewCounts.@Nullable Counts counts) {
        if (counts != null) {
            screen.send(new Push.CountsPush(counts.views(), counts.waiting(), counts.longest()), json);
        }
    }
}
