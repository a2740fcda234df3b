package dev.loper.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loper.conversation.Appended;
import dev.loper.feed.Cursor;
import dev.loper.message.PersonId;
import dev.loper.push.Screen.Watches;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// A screen that takes nothing in any more.
class SlowScreenTests extends PushTest {

    @Test
    void itDelaysNobodyLosesItsSocketAndIsToldToLoadAnew() {
        var ada = stranger();
        Appended.Stored first = says(ada, "Hello?");
        Cursor before = node.head();
        Watches thread = Watches.thread(first.conversation());
        Screen slow = closing(node.screen("bram", thread, before));
        Screen quick = closing(node.screen("lotte", thread, before));
        slow.frame(frame -> true);
        slow.hang();
        String long400K = "x".repeat(400_000);

        int messages = 0;
        while (listens("bram") && messages < 200) {
            says(ada, ++messages + " " + long400K);
            quick.awaitCursor(node.head());
        }

        assertThat(quick.texts()).hasSize(messages);
        await().atMost(Duration.ofSeconds(30)).until(() -> !listens("bram"));
        Screen again = closing(node.screen("bram", thread, slow.cursor()));
        assertThat(again.frame(frame -> true).get("reload").asBoolean()).isTrue();
    }

    private boolean listens(String person) {
        return node.bean(Watchers.class).lastInputs().containsKey(new PersonId(person));
    }
}
