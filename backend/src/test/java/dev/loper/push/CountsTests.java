package dev.loper.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.conversation.Appended;
import dev.loper.message.PersonId;
import dev.loper.push.Screen.Watches;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.annotation.Scheduled;

/// The counts beside the views.
class CountsTests extends PushTest {

    @Test
    void manyChangesAreCountedOnce() {
        Screen screen = counting("lotte");
        int before = screen.changes("counts").size();
        long all = count(screen, "views", "all");

        for (int i = 0; i < 20; i++) {
            says(stranger(), "Hello?");
        }
        Screen other = closing(node.screen("bram", Watches.view("all"), node.head()));
        says(stranger(), "Hello?");
        other.frame(frame -> !frame.get("changes").isEmpty());
        node.count();

        screen.frame(frame -> frame.get("changes").size() == 1
                && frame.at("/changes/0/views/all").asLong() == all + 21);
        assertThat(screen.changes("counts")).hasSize(before + 1);
    }

    @Test
    void countsThatStayedTheSameAreNotToldAgain() {
        var ada = stranger();
        says(ada, "Hello?");
        Screen screen = counting("lotte");
        int before = screen.changes("counts").size();

        says(ada, "Is anybody there?");
        settle(screen);
        node.count();
        settle(screen);

        assertThat(screen.changes("counts")).hasSize(before);
    }

    @Test
    void everybodyHasTheirOwn() {
        Appended.Stored ada = says(stranger(), "Hello?");
        Screen lotte = counting("lotte");
        Screen bram = counting("bram");
        long unassigned = count(bram, "waiting", "unassigned");

        commands().assign(conversationOf(ada), topicOf(ada), new PersonId("lotte"), "Lotte Jansen", LOTTE);
        settle(lotte);
        node.count();

        lotte.frame(frame -> frame.at("/changes/0/views/mine").asLong() == 1);
        bram.frame(frame -> frame.at("/changes/0/waiting/unassigned").asLong() == unassigned - 1);
        assertThat(count(lotte, "waiting", "mine")).isEqualTo(1);
        assertThat(count(bram, "views", "mine")).isZero();
    }

    @Test
    void theyAreToldToWhoWatchesThemOnly() {
        Screen screen = closing(node.screen("lotte", Watches.NOTHING, node.head()));
        Screen other = counting("bram");
        says(stranger(), "Hello?");
        settle(other);
        node.count();
        settle(screen);
        assertThat(screen.changes("counts")).isEmpty();
    }

    @Test
    void theyAreToldAtMostFourTimesASecond() throws NoSuchMethodException {
        Scheduled often = CountsPusher.class.getDeclaredMethod("push").getAnnotation(Scheduled.class);
        assertThat(often.fixedDelay()).isGreaterThanOrEqualTo(250);
    }

    /// A screen that has the counts as they are.
    private Screen counting(String name) {
        Screen screen = closing(node.screen(name, Watches.ofCounts(), node.head()));
        screen.frame(frame -> true);
        org.awaitility.Awaitility.await().until(() -> {
            node.count();
            return !screen.changes("counts").isEmpty();
        });
        return screen;
    }

    private static long count(Screen screen, String kind, String view) {
        return screen.changes("counts").getLast().at("/" + kind + "/" + view).asLong();
    }
}
