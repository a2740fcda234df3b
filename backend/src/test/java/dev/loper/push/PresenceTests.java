package dev.loper.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loper.conversation.Appended;
import dev.loper.push.Screen.Watches;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Who is looking and who is typing.
class PresenceTests extends PushTest {

    private Appended.Stored ada;
    private Screen lotte;
    private Screen bram;
    private Screen elsewhere;

    @BeforeEach
    void lotteAndBramLookAtAda() {
        ada = says(stranger(), "Hello?");
        Appended.Stored grace = says(stranger(), "Good morning.");
        lotte = watching("lotte", ada);
        bram = watching("bram", ada);
        elsewhere = watching("fatima", grace);
    }

    @Test
    void typingReachesWhoWatchesTheConversationAndNobodyElse() {
        lotte.says(ada.conversation(), "typing");

        await().until(() -> people(bram).equals(List.of("lotte typing")));
        assertThat(people(lotte)).isEmpty();
        assertThat(elsewhere.changes("presence")).isEmpty();
    }

    @Test
    void whoComesLaterIsToldWhoIsThere() {
        lotte.says(ada.conversation(), "viewing");
        await().until(() -> people(bram).equals(List.of("lotte viewing")));

        Screen noor = watching("noor", ada);

        await().until(() -> people(noor).equals(List.of("lotte viewing")));
    }

    @Test
    void nothingIsHeardOfAConversationThatTheirScreenDoesNotShow() {
        elsewhere.says(ada.conversation(), "typing");
        elsewhere.says(ada.conversation(), "viewing");
        elsewhere.says(ada.conversation(), "hiding");
        lotte.says(ada.conversation(), "viewing");

        await().until(() -> people(bram).equals(List.of("lotte viewing")));
        assertThat(bram.changes("presence")).allSatisfy(
                change -> assertThat(change.toString()).doesNotContain("fatima"));
    }

    @Test
    void whoLeavesIsGone() {
        lotte.says(ada.conversation(), "viewing");
        await().until(() -> people(bram).equals(List.of("lotte viewing")));

        lotte.says(ada.conversation(), "left");

        await().until(() -> people(bram).isEmpty());
    }

    @Test
    void whoFallsSilentIsForgotten() {
        lotte.says(ada.conversation(), "typing");
        await().until(() -> people(bram).equals(List.of("lotte typing")));

        node.bean(PushApp.Hurried.class).advance(Duration.ofSeconds(7));
        node.bean(Presence.class).forget();

        await().until(() -> people(bram).isEmpty());
    }

    @Test
    void screensOfAnotherNodeHearItToo() {
        try (PushNode other = PushNode.start(workspace)) {
            Screen noor = closing(other.screen("noor", Watches.thread(ada.conversation()), node.head()));
            noor.frame(frame -> true);

            await().until(() -> {
                lotte.says(ada.conversation(), "typing");
                return people(noor).equals(List.of("lotte typing"));
            });
        }
    }

    private Screen watching(String name, Appended.Stored message) {
        Screen screen = closing(node.screen(name, Watches.thread(message.conversation()), node.head()));
        screen.frame(frame -> true);
        return screen;
    }

    private static List<String> people(Screen screen) {
        List<JsonNode> told = screen.changes("presence");
        return told.isEmpty()
                ? List.of()
                : told.getLast().get("people").valueStream().map(person -> person.get("id").asString() + " "
                        + person.get("state").asString()).toList();
    }
}
