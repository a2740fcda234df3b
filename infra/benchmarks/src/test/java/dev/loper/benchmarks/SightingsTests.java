package dev.loper.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SightingsTests {

    private static final int CONVERSATIONS = 2;
    private final Sightings sightings = new Sightings(CONVERSATIONS, 4);

    @Test
    void aRowIsTimedFromWhenItsMessageLeft() {
        sightings.leaves(0, 1_000_000);
        row(0, 0, 3_000_000);

        assertThat(sightings.rowLatencies().millis(0.5)).isEqualTo(2);
    }

    @Test
    void aRowOfAnEarlierRoundIsNoSighting() {
        row(0, 2, 3_000_000);
        row(0, 7, 3_000_000);
        assertThat(sightings.rowLatencies().count()).isZero();

        sightings.leaves(0, 1_000_000);
        row(0, 0, 2_000_000);
        assertThat(sightings.rowLatencies().count()).isOne();
    }

    private void row(int screen, int message, long at) {
        byte[] frame = ("{\"type\":\"topic\",\"preview\":\"" + Sightings.mark(message)
                + " Hello, is anybody there?\"}").getBytes(StandardCharsets.UTF_8);
        sightings.screen(screen).arrived(frame, frame.length, at);
    }
}
