package dev.loper.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignalsTests {

    private static final Instant NOW = Instant.parse("2026-06-11T12:00:00Z");

    @Test
    void theThirdContactInOneMatterIsNoticedAndThreeMessagesOfOneEveningAreOne() {
        assertThat(Signals.of(List.of(wrote("t1", 1), wrote("t1", 3), wrote("t1", 5)), List.of(), NOW)).containsExactly(
                "third-contact");
        assertThat(Signals.of(List.of(wrote("t1", 1), wrote("t2", 3), wrote("t1", 5)), List.of(), NOW)).isEmpty();
        Instant evening = NOW.minus(Duration.ofDays(1));
        assertThat(Signals.of(IntStream.range(0, 5).mapToObj(i -> new Signals.Wrote("t1", evening.plusSeconds(
                i * 600L))).toList(), List.of(), NOW)).isEmpty();
    }

    @Test
    void whoWroteEveryWeekAndNoLongerDoesIsNoticed() {
        assertThat(Signals.of(weekly(22), List.of(), NOW)).contains("silent");
        assertThat(Signals.of(weekly(5), List.of(), NOW)).doesNotContain("silent");
        assertThat(Signals.of(List.of(wrote("a", 30), wrote("b", 90)), List.of(), NOW)).isEmpty();
    }

    @Test
    void aBasketLeftTwiceIsNoticedButNotTheOneOfThisMoment() {
        assertThat(Signals.of(List.of(), List.of(left(1), left(3)), NOW)).containsExactly("basket-left-twice");
        assertThat(Signals.of(List.of(), List.of(left(0), left(3)), NOW)).isEmpty();
        assertThat(Signals.of(List.of(), List.of(left(1), left(40)), NOW)).isEmpty();
    }

    private static List<Signals.Wrote> weekly(int since) {
        return IntStream.range(0, 4).mapToObj(i -> wrote("t" + i, since + 7 * i)).toList();
    }

    private static Signals.Wrote wrote(String topic, int daysAgo) {
        return new Signals.Wrote(topic, NOW.minus(Duration.ofDays(daysAgo)));
    }

    private static Visits.Visit left(int daysAgo) {
        Instant at = NOW.minus(Duration.ofDays(daysAgo));
        return new Visits.Visit(at, at, "Basket", null, new Visits.Basket("84", "EUR", List.of()), false, 1);
    }
}
