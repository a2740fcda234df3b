package dev.loper.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loper.Given;
import dev.loper.conversation.Appended;
import dev.loper.conversation.Rig;
import dev.loper.conversation.TopicSearch;
import dev.loper.conversation.View;
import dev.loper.feed.Feed;
import dev.loper.feed.FeedFixture;
import dev.loper.feed.WorkPace;
import dev.loper.message.ChannelAddress;
import dev.loper.message.HomeId;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The index keeps up with what is said, over restarts, gaps and damage.
class SearchFollowerTests {

    @TempDir
    Path folder;

    private final RedisServer.Fresh fresh = RedisServer.fresh();
    private final Rig rig = new Rig(fresh);
    private final Feed feed = FeedFixture.of(fresh);
    private @Nullable Node node;
    private int people;

    @BeforeEach
    void start() {
        node = new Node();
    }

    @AfterEach
    void stop() throws IOException {
        if (node != null) {
            node.close();
        }
    }

    @Test
    void whatIsSaidWhileItRunsIsFound() {
        TopicId lamp = says("A lamp flickers");
        awaitFound("flickers", lamp);
    }

    @Test
    void whatWasSaidWhileItWasStoppedIsFoundAfterwardsWithoutReadingEverythingAgain() throws IOException {
        awaitFound("before", says("Said before"));
        restart(() -> says("Said meanwhile"));

        awaitFound("meanwhile", says("More, meanwhile"), newest("Said meanwhile"));
        assertThat(node().walks()).isZero();
    }

    @Test
    void whatTheFeedCannotTellAnyMoreIsReadFromTheThreads() throws IOException {
        TopicId before = says("Said before");
        awaitFound("before", before);
        restart(() -> {
            says("Said meanwhile");
            fresh.redis().xtrim(fresh.keys().of(Family.FEED), 0, false);
        });

        await().until(() -> find("meanwhile").size() == 1 && find("before").equals(List.of(before)));
        assertThat(node().walks()).isOne();
    }

    @Test
    void whatIsGoneFromTheThreadsIsGoneFromAnIndexThatWasMadeAnew() throws IOException {
        Appended.Stored said = rig.says(Given.sms().from(Given.ADA).saying("To be forgotten"));
        node().follower.changed(List.of(), feed.head());
        awaitFound("forgotten", said.topic());
        HomeId home = rig.conversations.find(said.conversation()).orElseThrow().homes().getFirst();
        restart(() -> {
            fresh.redis().hdel(fresh.keys().entries(home), said.entry().value());
            says("Said meanwhile");
            fresh.redis().xtrim(fresh.keys().of(Family.FEED), 0, false);
        });

        await().until(() -> find("forgotten").isEmpty());
    }

    @Test
    void anIndexThatCannotBeReadIsMadeAnew() throws IOException {
        TopicId lamp = says("A lamp flickers");
        awaitFound("flickers", lamp);
        restart(() -> {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(path -> !path.endsWith("write.lock")).toList()) {
                    Files.writeString(file, "not an index");
                }
            }
        });

        awaitFound("flickers", lamp);
    }

    /// Clearing it away would take it from whoever is searching in it.
    @Test
    void aSecondNodeOnTheFolderLeavesTheIndexOfTheFirstAlone() throws IOException {
        TopicId lamp = says("A lamp flickers");
        awaitFound("flickers", lamp);
        SearchIndexes second = new SearchIndexes();
        try (SearchIndex other = second.searchIndex(new SearchProperties(folder, 1, Duration.ofMinutes(1)),
                new SearchText())) {
            assertThat(other.whole()).isFalse();
        }
        second.destroy();

        assertThat(find("flickers")).containsExactly(lamp);
        awaitFound("again", says("It flickers again"));
    }

    /// A node that was stopped while it read the threads reads them again.
    @Test
    void onlyAnIndexThatWasFinishedIsWholeWhenItIsOpenedAgain() throws IOException {
        Path other = folder.resolve("other");
        try (SearchIndex index = SearchIndex.open(other, new SearchText())) {
            assertThat(index.whole()).isFalse();
            index.beginAnew(feed.head());
        }
        try (SearchIndex index = SearchIndex.open(other, new SearchText())) {
            assertThat(index.whole()).isFalse();
            index.becomeWhole();
        }
        try (SearchIndex index = SearchIndex.open(other, new SearchText())) {
            assertThat(index.whole()).isTrue();
            assertThat(index.cursor()).isEqualTo(feed.head());
        }
    }

    @FunctionalInterface
    private interface Meanwhile {

        void happens() throws IOException;
    }

    private void restart(Meanwhile meanwhile) throws IOException {
        node().close();
        node = null;
        meanwhile.happens();
        node = new Node();
    }

    private Node node() {
        return Objects.requireNonNull(node);
    }

    private TopicId says(String words) {
        TopicId topic = rig.says(Given.sms().from(new ChannelAddress.Phone("+3161" + (1_000_000 + people++))).saying(
                words)).topic();
        if (node != null) {
            node.follower.changed(List.of(), feed.head());
        }
        return topic;
    }

    private TopicId newest(String words) {
        return rig.views.page(new View("all"), null, 50).topics().stream().filter(
                topic -> rig.topics.find(topic).orElseThrow().preview().equals(words)).findFirst().orElseThrow();
    }

    private void awaitFound(String words, TopicId... topics) {
        await().until(() -> find(words).equals(List.of(topics)));
    }

    private List<TopicId> find(String words) {
        return node().search.find(words, null, 50, topic -> true).hits().stream().map(hit -> hit.topic().id()).toList();
    }

    /// The search of one node, which runs on its own.
    private final class Node implements AutoCloseable {

        private final SearchProperties properties = new SearchProperties(folder, 100_000, Duration.ofMinutes(1));
        private final SearchText words = new SearchText();
        private final SearchIndex index = new SearchIndexes().searchIndex(properties, words);
        private final SearchFollower follower;
        private final TopicSearch search;
        private final long generation = index.generation();

        Node() {
            WorkPace pace = new WorkPace(properties.perSecond());
            SearchIntake intake = new SearchIntake(rig.timeline, rig.conversations, rig.customers, index);
            SearchWalk walk = new SearchWalk(rig.views, rig.topics, rig.conversations, rig.timeline, intake,
                    index, pace);
            follower = new SearchFollower(feed, index, intake, walk, pace, properties);
            search = new LuceneTopicSearch(index, words, new Passages(words), rig.topics, rig.timeline);
            follower.start();
        }

        /// How often everything was read since it started.
        long walks() {
            return index.generation() - generation;
        }

        @Override
        public void close() throws IOException {
            follower.stop();
            index.close();
        }
    }
}
