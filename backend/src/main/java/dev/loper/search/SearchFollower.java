package dev.loper.search;

import dev.loper.feed.Change;
import dev.loper.feed.Cursor;
import dev.loper.feed.Feed;
import dev.loper.feed.PacedFollower;
import dev.loper.feed.WorkPace;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Keeps the index up with the feed. Where it came to lies in the index, and is committed with the documents.
@Component
class SearchFollower extends PacedFollower {

    private final SearchIndex index;
    private final SearchIntake intake;
    private final SearchWalk walk;
    private final long commitNanos;
    private long committed = System.nanoTime();
    private boolean uncommitted;

    SearchFollower(Feed feed, SearchIndex index, SearchIntake intake, SearchWalk walk, WorkPace pace,
            SearchProperties properties) {
        super("search-follower", feed, pace);
        this.index = index;
        this.intake = intake;
        this.walk = walk;
        this.commitNanos = properties.commitEvery().toNanos();
    }

    @Override
    protected Optional<Cursor> place() {
        return index.whole() ? Optional.of(index.cursor()) : Optional.empty();
    }

    @Override
    protected int take(List<Change> changes) {
        return intake.take(changes);
    }

    @Override
    protected void reached(Cursor place) {
        index.followed(place);
        uncommitted = true;
    }

    @Override
    protected void beginAnew(Cursor head) throws InterruptedException {
        walk.walk(head);
        uncommitted = false;
    }

    @Override
    protected void rest(boolean ending) {
        if (uncommitted && (ending || System.nanoTime() - committed >= commitNanos)) {
            index.commit();
            uncommitted = false;
            committed = System.nanoTime();
        }
    }
}
