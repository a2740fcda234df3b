package dev.loper.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loper.conversation.Appended;
import dev.loper.push.Screen.Watches;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One destination to hear, two to send to, and nothing beside them.
class DestinationTests extends PushTest {

    @ParameterizedTest
    @ValueSource(strings = {"/queue/changes", "/queue/*", "/queue/**", "/**", "/user/queue/*", "/user/**",
            "/user/lotte/queue/changes", "/user/queue/changes/", "/app/watch", "/topic/all"})
    void toHearAnythingElseClosesTheSocket(String destination) {
        Appended.Stored ada = says(stranger(), "Hello?");
        Screen lotte = closing(node.screen("lotte", Watches.thread(ada.conversation()), node.head()));
        Screen bram = closing(Screen.connect(node.port(), node.signIn("bram")));

        bram.send("SUBSCRIBE\nid:1\ndestination:" + destination + "\n\n");

        await().until(() -> bram.closed().isDone());
        commands().rename(conversationOf(ada), ada.topic(), "Lamp", LOTTE);
        lotte.awaitCursor(node.head());
        assertThat(bram.frames()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/queue/changes", "/user/queue/changes", "/user/lotte/queue/changes", "/topic/all",
            "/app/other", "/app/watch/../other"})
    void toSendAnywhereElseClosesTheSocketAndReachesNobody(String destination) {
        Screen lotte = closing(node.screen("lotte", Watches.view("all"), node.head()));
        Screen bram = closing(node.screen("bram", Watches.view("all"), node.head()));

        bram.send("SEND\ndestination:" + destination + "\n\n{\"forged\":true}");

        await().until(() -> bram.closed().isDone());
        says(stranger(), "Hello?");
        lotte.awaitCursor(node.head());
        assertThat(lotte.frames()).noneMatch(frame -> frame.has("forged"));
    }

    /// Its session is watched no longer, so it must hear nothing any more, whether or not it hangs up.
    @Test
    void aSocketThatTakesLeaveIsClosed() {
        Screen bram = closing(node.screen("bram", Watches.view("all"), node.head()));
        settle(bram);

        bram.send("DISCONNECT\nreceipt:bye\n\n");

        await().until(() -> bram.closed().isDone());
    }

    @Test
    void aSocketWithoutASubscriptionHearsNothing() {
        Appended.Stored ada = says(stranger(), "Hello?");
        Screen silent = closing(Screen.connect(node.port(), node.signIn("bram")));
        silent.watch(Watches.thread(ada.conversation()), node.head());
        Screen lotte = closing(node.screen("lotte", Watches.thread(ada.conversation()), node.head()));

        commands().rename(conversationOf(ada), ada.topic(), "Lamp", LOTTE);

        settle(lotte);
        assertThat(silent.frames()).isEmpty();
    }
}
