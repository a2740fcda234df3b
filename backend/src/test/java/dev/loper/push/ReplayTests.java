package dev.loper.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.conversation.Appended;
import dev.loper.feed.Cursor;
import dev.loper.message.ChannelAddress;
import dev.loper.push.Screen.Watches;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.StreamEntryID;
import tools.jackson.databind.JsonNode;

/// After a lost line a screen gets exactly what it missed, or is told to load everything anew.
class ReplayTests extends PushTest {

    private final ChannelAddress ada = stranger();
    private Appended.Stored first;
    private Watches thread;

    @BeforeEach
    void adaWrites() {
        first = says(ada, "Hello?");
        thread = Watches.thread(first.conversation());
    }

    @Test
    void aScreenThatComesBackGetsExactlyWhatItMissed() {
        Screen before = closing(node.screen("lotte", thread, node.head()));
        saysAll(1, 3);
        before.awaitCursor(node.head());
        before.cut();
        saysAll(4, 8);

        Screen after = closing(node.screen("lotte", thread, before.cursor()));
        saysAll(9, 11);

        after.awaitCursor(node.head());
        assertThat(before.texts()).containsExactlyElementsOf(words(1, 3));
        assertThat(after.texts()).containsExactlyElementsOf(words(4, 11));
        assertThat(after.frames()).noneMatch(frame -> frame.get("reload").asBoolean());
    }

    @Test
    void aScreenThatMissedNothingGetsNothing() {
        Cursor head = node.head();
        Screen screen = closing(node.screen("lotte", thread, head));

        JsonNode answer = screen.frame(frame -> true);

        assertThat(answer.get("changes")).isEmpty();
        assertThat(answer.get("reload").asBoolean()).isFalse();
        assertThat(answer.get("cursor").asString()).isEqualTo(head.toString());
    }

    @Test
    void whatChangedTwiceComesOnceAsItIsNow() {
        Cursor head = node.head();
        says(ada, "One.");
        says(ada, "Two.");

        Screen screen = closing(node.screen("lotte", Watches.view("all", first.topic().value()), head));

        screen.awaitCursor(node.head());
        assertThat(screen.changes("topic")).hasSize(1);
        assertThat(screen.changes("topic").getFirst().at("/item/preview").asString()).isEqualTo("Two.");
    }

    @Test
    void aCursorOfAnotherLifeOfTheStoreMeansReload() {
        reloads(new Cursor("0123456789ab", 1).toString());
    }

    @Test
    void aNumberTheFeedNeverGaveMeansReload() {
        Cursor head = node.head();
        reloads(head.at(head.sequence() + 1).toString());
    }

    @Test
    void aNumberThatWasTrimmedAwayMeansReload() {
        Cursor old = node.head();
        saysAll(1, 3);
        node.bean(RedisStore.class).with(redis -> redis.xtrim(feed(), 1, false));
        reloads(old.toString());
    }

    @Test
    void aGapMeansReload() {
        Cursor old = node.head();
        saysAll(1, 5);
        node.bean(RedisStore.class).with(redis -> redis.xdel(feed(), new StreamEntryID(old.sequence() + 3, 0)));
        reloads(old.toString());
    }

    @Test
    void moreThanIsQuickerLoadedAnewMeansReload() {
        Cursor old = node.head();
        saysAll(1, 2001);
        reloads(old.toString());
        closing(node.screen("lotte", thread, old.at(old.sequence() + 2))).frame(
                frame -> frame.get("changes").size() == 2001 && !frame.get("reload").asBoolean());
    }

    @Test
    void whatIsNoCursorMeansReload() {
        reloads("yesterday");
    }

    @Test
    void aScreenWithoutACursorIsToldFromNow() {
        Screen screen = closing(node.screen("lotte", thread, null));
        JsonNode answer = screen.frame(frame -> true);
        assertThat(answer.get("reload").asBoolean()).isFalse();
        assertThat(answer.get("changes")).isEmpty();

        saysAll(1, 1);

        screen.awaitCursor(node.head());
        assertThat(screen.texts()).containsExactly("Message 1");
    }

    /// It is told to, goes on from the head, and hears what comes then.
    private void reloads(String cursor) {
        Screen screen = closing(node.screen(node.signIn("lotte")));
        screen.watch(thread, cursor);
        JsonNode answer = screen.frame(frame -> true);
        assertThat(answer.get("reload").asBoolean()).isTrue();
        assertThat(answer.get("changes")).isEmpty();
        assertThat(answer.get("cursor").asString()).isEqualTo(node.head().toString());

        says(ada, "Afterwards.");
        screen.awaitCursor(node.head());
        assertThat(screen.texts()).containsExactly("Afterwards.");
    }

    private String feed() {
        return node.bean(RedisKeys.class).of(Family.FEED);
    }

    private void saysAll(int from, int to) {
        words(from, to).forEach(words -> says(ada, words));
    }

    private static List<String> words(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> "Message " + i).toList();
    }
}
