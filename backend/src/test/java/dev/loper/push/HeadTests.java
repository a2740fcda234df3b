package dev.loper.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loper.conversation.Appended;
import dev.loper.message.ChannelAddress;
import dev.loper.push.Screen.Watches;
import dev.loper.feed.Cursor;
import dev.loper.redis.FragileStore;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.annotation.Scheduled;
import tools.jackson.databind.JsonNode;

/// Every frame says how far the screen has come; order is kept.
class HeadTests extends PushTest {

    @Test
    void aScreenOfWhichNothingChangesHearsTheHeadAllTheSame() {
        Appended.Stored ada = says(stranger(), "Hello?");
        Screen screen = closing(node.screen("lotte", Watches.thread(ada.conversation()), node.head()));
        says(stranger(), "Somebody else.");
        says(stranger(), "And another.");

        settle(screen);

        assertThat(screen.changes("entry")).isEmpty();
    }

    /// Its own cursor would tell it nothing: the feed is asked.
    @Test
    void aScreenThatLostATailHearsSo() {
        Appended.Stored ada = says(stranger(), "Hello?");
        Screen screen = closing(node.screen("lotte", Watches.thread(ada.conversation()), node.head()));
        settle(screen);
        Cursor before = node.head();
        node.bean(RedisStore.class).with(redis -> redis.hincrBy(node.bean(RedisKeys.class).of(Family.CLOCK), "seq", 1));

        node.heartbeat();

        Cursor head = before.at(before.sequence() + 1);
        JsonNode frame = screen.frame(one -> head.toString().equals(one.path("head").asString("")));
        assertThat(frame.get("cursor").asString()).isEqualTo(before.toString());
    }

    @Test
    void noScreenPassesForLiveWhileTheStoreIsAway() {
        Appended.Stored ada = says(stranger(), "Hello?");
        Screen screen = closing(node.screen("lotte", Watches.thread(ada.conversation()), node.head()));
        settle(screen);
        FragileStore store = node.bean(FragileStore.class);
        store.goAway();
        try {
            node.heartbeat();
            JsonNode frame = screen.frame(one -> "away".equals(one.path("store").asString("")));
            assertThat(frame.has("head")).isFalse();
        } finally {
            store.comeBack();
        }
        node.heartbeat();
        await().until(() -> screen.frames().getLast().has("head"));
        assertThat(screen.frames().getLast().has("store")).isFalse();
    }

    @Test
    void theHeadIsToldAtLeastEveryFiveSeconds() throws NoSuchMethodException {
        Scheduled often = ChangePush.class.getDeclaredMethod("heartbeat").getAnnotation(Scheduled.class);
        assertThat(often.fixedRate()).isBetween(1L, 5000L);
    }

    @Test
    void theOrderIsKeptAndCursorsNeverGoBack() {
        ChannelAddress ada = stranger();
        Appended.Stored first = says(ada, "Hello?");
        Screen screen = closing(node.screen("lotte", Watches.thread(first.conversation()), node.head()));
        List<String> said = IntStream.range(0, 300).mapToObj(i -> "Message " + i).toList();

        said.forEach(words -> says(ada, words));

        screen.awaitCursor(node.head());
        assertThat(screen.texts()).containsExactlyElementsOf(said);
        List<Long> cursors = new ArrayList<>();
        screen.frames().forEach(frame -> cursors.add(Cursor.parse(frame.get(
                "cursor").asString()).orElseThrow().sequence()));
        assertThat(cursors).isSorted();
    }
}
