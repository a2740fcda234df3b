package dev.loper.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RestartPauseTests {

    private final RestartPause pause = new RestartPause();

    @Test
    void itDoublesFromASecondToHalfAMinute() {
        for (int seconds : new int[]{1, 2, 4, 8, 16, 30, 30}) {
            assertThat(pause.after(Duration.ofMillis(50))).hasSeconds(seconds);
        }
    }

    @Test
    void afterAMinutesLifeThereIsNoneAndThenItBeginsAnew() {
        pause.after(Duration.ZERO);
        pause.after(Duration.ZERO);
        assertThat(pause.after(Duration.ofMinutes(1))).isZero();
        assertThat(pause.after(Duration.ofSeconds(59))).hasSeconds(1);
    }
}
