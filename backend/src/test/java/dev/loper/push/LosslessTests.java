package dev.loper.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loper.redis.RedisServer;
import dev.loper.access.Browser;
import dev.loper.feed.Cursor;
import dev.loper.message.ConversationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What was loaded once and then followed equals what is loaded now, whatever happened and however often the line was
/// lost, on whichever node it came back.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LosslessTests {

    private static final int STEPS = 250;
    private static final int CUSTOMERS = 4;
    private static final List<String> VIEWS = List.of("all", "unassigned", "mine", "resolved", "snoozed");
    private static final List<String> PEOPLE = List.of("lotte", "bram", "fatima", "noor", "inge");

    private final String workspace = RedisServer.newWorkspace();
    private List<PushNode> nodes;

    @BeforeAll
    void start() {
        nodes = List.of(PushNode.start(workspace), PushNode.start(workspace));
    }

    @AfterAll
    void stop() {
        nodes.forEach(PushNode::close);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatAScreenFollowedEqualsWhatItWouldLoadNow(long seed) throws Exception {
        Random random = new Random(seed);
        History history = new History(nodes.getFirst(), new Random(seed), CUSTOMERS);
        List<Shown> screens = new ArrayList<>();
        for (int i = 0; i < VIEWS.size(); i++) {
            Browser person = nodes.get(i % 2).signIn(PEOPLE.get(i));
            screens.add(new Shown(person, VIEWS.get(i), any(history.conversations(), random)));
        }

        Thread happening = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < STEPS; i++) {
                history.step();
            }
        });
        while (happening.isAlive()) {
            disturb(any(screens, random), history.conversations(), random);
        }
        happening.join();

        settle(screens, random);
        for (int i = 0; i < screens.size(); i++) {
            Shown followed = screens.get(i);
            Shown loaded = followed.loadedNow();
            String whose = " of the screen of " + PEOPLE.get(i) + " after history " + seed;
            assertThat(followed.beside(loaded)).as("what is no longer so" + whose).isEmpty();
            assertThat(loaded.beside(followed)).as("what is missing" + whose).isEmpty();
        }
        screens.forEach(Shown::close);
    }

    /// Its line is cut or comes back, it turns elsewhere, or it just takes in what came.
    private void disturb(Shown screen, List<ConversationId> conversations, Random random) {
        switch (random.nextInt(6)) {
            case 0 -> screen.cut();
            case 1 -> screen.open(any(conversations, random));
            default -> screen.apply();
        }
        if (!screen.connected() && random.nextInt(3) > 0) {
            screen.connect(any(nodes, random));
        }
    }

    /// Nothing happens any more: everybody comes back and hears the rest.
    private void settle(List<Shown> screens, Random random) {
        Cursor head = nodes.getFirst().head();
        for (Shown screen : screens) {
            if (!screen.connected()) {
                screen.connect(any(nodes, random));
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                nodes.forEach(PushNode::heartbeat);
                return screen.reached(head);
            });
        }
        nodes.forEach(PushNode::count);
        nodes.forEach(PushNode::heartbeat);
        await().atMost(Duration.ofSeconds(20)).until(() -> screens.stream().allMatch(Shown::countsAreNew));
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
