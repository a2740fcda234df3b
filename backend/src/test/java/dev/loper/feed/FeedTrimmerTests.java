package dev.loper.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.conversation.ConversationFixture;
import dev.loper.redis.LeasesFixture;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedTrimmerTests {

    @TempDir
    Path data;
    private final RedisServer.Fresh fresh = RedisServer.fresh();
    private final Feed feed = new Feed(fresh.store(), fresh.keys());
    private final ConversationFixture talk = new ConversationFixture(fresh);

    @Test
    void youngChangesStay() {
        talk.says("Hello?");
        trimAfter(Duration.ofHours(23));
        assertThat(length()).isEqualTo(1);
    }

    @Test
    void oldChangesGoAndAScreenThatMissedThemIsToldToLoadAnew() {
        talk.says("Hello?");
        Cursor before = feed.head();
        for (int i = 0; i < 1500; i++) {
            talk.says("Still there?");
        }
        trimAfter(Duration.ofHours(25));

        assertThat(length()).isZero();
        assertThat(feed.since(before, 10)).isEmpty();
        assertThat(feed.since(feed.head(), 10)).hasValueSatisfying(changes -> assertThat(changes).isEmpty());
    }

    @Test
    void afterTrimmingTheSequenceGoesOn() {
        talk.says("Hello?");
        Cursor before = feed.head();
        trimAfter(Duration.ofHours(25));
        talk.says("Again?");
        assertThat(feed.since(before, 10)).hasValueSatisfying(changes -> assertThat(changes).hasSize(1));
    }

    private long length() {
        return fresh.redis().xlen(fresh.keys().of(Family.FEED));
    }

    private void trimAfter(Duration passed) {
        new FeedTrimmer(fresh.store(), fresh.keys(), new FeedProperties(Duration.ofHours(24), 1_000_000),
                LeasesFixture.of(fresh, data), Clock.offset(Clock.systemUTC(), passed)).trim();
    }
}
