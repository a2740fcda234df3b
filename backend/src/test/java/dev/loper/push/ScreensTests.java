package dev.loper.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loper.message.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Whom a screen makes be here.
class ScreensTests extends PushTest {

    private static final PersonId INGE = new PersonId("inge");
    private static final String ON_WALL = "{\"watches\":{\"board\":true,\"wall\":true},\"number\":1}";
    private static final String ON_DESK = "{\"watches\":{\"board\":true},\"number\":2}";

    @Test
    void aLineThatComesBackIsNoInput() {
        closing(node.screen("inge", Map.of("idle", "900000")));

        await().until(() -> inputs().containsKey(INGE));
        assertThat(Duration.between(Objects.requireNonNull(inputs().get(INGE)), Instant.now())).isGreaterThanOrEqualTo(
                Duration.ofMinutes(15));
    }

    @Test
    void whoeverSaysNothingOfTheirInputOpenedTheScreenJustNow() {
        closing(node.screen("inge", Map.of("idle", "-1; soon")));

        await().until(() -> inputs().containsKey(INGE));
        assertThat(Duration.between(Objects.requireNonNull(inputs().get(INGE)), Instant.now())).isLessThan(
                Duration.ofMinutes(5));
    }

    @Test
    void aBoardOnTheWallMakesNobodyBeHere() {
        closing(node.screen("inge", Map.of("wall", "true")));
        Screen desk = closing(node.screen("inge", Map.of()));
        await().until(() -> inputs().containsKey(INGE));

        desk.command("watch", ON_WALL);
        await().until(() -> !inputs().containsKey(INGE));

        desk.command("watch", ON_DESK);
        await().until(() -> inputs().containsKey(INGE));
    }

    private Map<PersonId, Instant> inputs() {
        return node.bean(Watchers.class).lastInputs();
    }
}
