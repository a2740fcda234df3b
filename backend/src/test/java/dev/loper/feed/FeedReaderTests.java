package dev.loper.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loper.conversation.ConversationFixture;
import dev.loper.redis.FragileStore;
import dev.loper.redis.RedisServer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class FeedReaderTests {

    private final RedisServer.Fresh fresh = workspace();
    private final Feed feed = new Feed(fresh.store(), fresh.keys());
    private final Follower follower = new Follower();
    private final FeedReader reader = new FeedReader(feed, List.of(follower));
    private final ConversationFixture talk = new ConversationFixture(fresh);

    /// Where it runs; on a Cluster in the subclass.
    RedisServer.Fresh workspace() {
        return RedisServer.fresh();
    }

    @AfterEach
    void stop() {
        reader.stop();
    }

    @RepeatedTest(5)
    void everyChangeArrivesOnceAndInOrder() {
        reader.start();
        await().until(() -> follower.begun);
        for (int i = 0; i < 50; i++) {
            talk.says("Message " + i);
        }
        await().until(() -> follower.seen.size() >= 50);
        assertThat(follower.seen).isSorted().doesNotHaveDuplicates().hasSize(50);
    }

    @Test
    void aFollowerThatFailsIsToldToBeginAnew() {
        reader.start();
        await().until(() -> follower.begun);
        follower.begun = false;
        follower.fails = true;
        talk.says("Hello?");
        await().until(() -> follower.begun);
    }

    @Test
    void aStoreThatWasAwayAndIsTheSameIsToldToBeBack() {
        FragileStore store = FragileStore.of(fresh);
        FeedReader fragile = new FeedReader(new Feed(store, fresh.keys()), List.of(follower));
        fragile.start();
        try {
            await().until(() -> follower.begun);
            follower.begun = false;
            store.goAway();
            await().until(() -> store.refused() > 0);
            store.comeBack();
            await().until(() -> follower.back);
            assertThat(follower.begun).isFalse();
        } finally {
            fragile.stop();
        }
    }

    @Test
    void whatWasMissedIsToldFromACursor() {
        talk.says("One");
        Cursor seen = feed.head();
        talk.says("Two");
        talk.says("Three");

        assertThat(feed.since(seen, 10)).hasValueSatisfying(changes -> assertThat(changes).hasSize(2));
        assertThat(feed.since(feed.head(), 10)).hasValueSatisfying(changes -> assertThat(changes).isEmpty());
    }

    @Test
    void aCursorOfAnotherLifeOrAheadOfTheFeedOrTrimmedAwayCannotBeAnswered() {
        talk.says("One");
        Cursor old = feed.head();
        talk.says("Two");
        talk.says("Three");

        assertThat(feed.since(new Cursor("another", 1), 10)).isEmpty();
        assertThat(feed.since(old.at(99), 10)).isEmpty();
        fresh.redis().xtrim(fresh.keys().of(dev.loper.redis.RedisKeys.Family.FEED), 1, false);
        assertThat(feed.since(old, 10)).isEmpty();
    }

    private static final class Follower implements FeedFollower {

        private final List<Long> seen = new CopyOnWriteArrayList<>();
        private volatile boolean begun;
        private volatile boolean fails;
        private volatile boolean back;

        @Override
        public void changed(List<Change> changes, Cursor head) {
            if (fails) {
                throw new IllegalStateException("It fails on purpose.");
            }
            changes.forEach(change -> seen.add(change.sequence()));
        }

        @Override
        public void restarted(Cursor head) {
            begun = true;
        }

        @Override
        public void returned() {
            back = true;
        }
    }
}
