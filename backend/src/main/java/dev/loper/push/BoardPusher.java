package dev.loper.push;

import dev.loper.access.Viewer;
import dev.loper.board.Board;
import dev.loper.board.Boards;
import dev.loper.redis.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Pushes the board, at most once a second, everybody's read together; and now and then anyway, because its hours pass also
/// when nothing happens.
@Component
class BoardPusher {

    private static final Logger log = LoggerFactory.getLogger(BoardPusher.class);
    private static final Duration ANYWAY = Duration.ofSeconds(20);

    private final Watchers watchers;
    private final ObjectProvider<Boards> boards;
    private final PushJson json;
    private final Clock clock;
    private final AtomicBoolean stale = new AtomicBoolean();
    private volatile Instant next = Instant.MIN;

    BoardPusher(Watchers watchers, ObjectProvider<Boards> boards, PushJson json, Clock clock) {
        this.watchers = watchers;
        this.boards = boards;
        this.json = json;
        this.clock = clock;
    }

    /// Something changed; the board may have.
    void stale() {
        stale.set(true);
    }

    @Scheduled(fixedDelay = 1000)
    void push() {
        boolean changed = stale.getAndSet(false);
        List<Watcher> screens = watchers.all().stream().filter(screen -> screen.watch().board()).toList();
        if (screens.isEmpty() || !changed && clock.instant().isBefore(next)) {
            return;
        }
        next = clock.instant().plus(ANYWAY);
        try {
            boards.ifAvailable(all -> send(screens, all.of(screens.stream().map(Watcher::viewer).collect(
                    Collectors.toSet()))));
        } catch (StoreUnavailableException e) {
            log.debug("Redis is away; the board waits.", e);
            stale.set(true);
        }
    }

    private void send(List<Watcher> screens, Map<Viewer, Board> found) {
        screens.forEach(screen -> Optional.ofNullable(found.get(screen.viewer())).ifPresent(
                board -> screen.send(new Push.BoardPush(board), json)));
    }
}
