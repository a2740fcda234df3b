package dev.loper.push;

import dev.loper.feed.Change;
import dev.loper.feed.Cursor;
import dev.loper.feed.Feed;
import dev.loper.feed.FeedFollower;
import dev.loper.redis.StoreUnavailableException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Follows the feed for the screens of this node.
@Component
class ChangePush implements FeedFollower {

    private static final Logger log = LoggerFactory.getLogger(ChangePush.class);

    private final Feed feed;
    private final Watchers watchers;
    private final Hydration hydration;
    private final CountsPusher counts;
    private final BoardPusher board;

    ChangePush(Feed feed, Watchers watchers, Hydration hydration, CountsPusher counts, BoardPusher board) {
        this.feed = feed;
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

    /// Every screen learns the feed's head at least every five seconds, so that a lost tail is noticed; or that Redis does not
    /// tell it, so that no screen passes for live. It is asked once for all of them.
    @Scheduled(fixedRate = 4000)
    void heartbeat() {
        if (!watchers.all().isEmpty()) {
            Pulse pulse = pulse();
            watchers.all().forEach(screen -> screen.beat(pulse));
        }
    }

    private Pulse pulse() {
        try {
            return new Pulse.Here(feed.head());
        } catch (StoreUnavailableException e) {
            log.debug("Redis is away; the screens are told.", e);
            return new Pulse.Away();
        }
    }
}
