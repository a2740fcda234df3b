package dev.loper.push;

import dev.loper.feed.Change;
import dev.loper.feed.Cursor;
import dev.loper.feed.FeedFollower;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Follows the feed for the screens of this node.
@Component
class ChangePush implements FeedFollower {

    private final Watchers watchers;
    private final Hydration hydration;
    private final CountsPusher counts;
    private final BoardPusher board;

    ChangePush(Watchers watchers, Hydration hydration, CountsPusher counts, BoardPusher board) {
        this.watchers = watchers;
        this.hydration = hydration;
        this.counts = counts;
        this.board = board;
    }

    @Override
    public void changed(List<Change> changes, Cursor head) {
        List<Look> looks = watchers.looks();
        if (looks.isEmpty()) {
            return;
        }
        Batch batch = hydration.load(changes, looks);
        looks.forEach(look -> look.screen().follow(look.watch(), batch, head));
        counts.stale();
        board.stale();
    }

    @Override
    public void restarted(Cursor head) {
        watchers.all().forEach(screen -> screen.reload(head));
    }

    /// Every screen learns the feed's head at least every five seconds, so that a lost tail is noticed.
    @Scheduled(fixedRate = 4000)
    void heartbeat() {
        watchers.all().forEach(screen -> screen.send(List.of()));
    }
}
