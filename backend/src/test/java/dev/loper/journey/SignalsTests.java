package dev.loper.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignalsTests {

    private static final Instant NOW = Instant.parse("2026-06-11T12:00:00Z");

    @Test
    void theThirdContactInOneMatterIsNoticedAndThreeMessagesOfOneEveningAreOne() {
        assertThat(noticed(List.of(wrote("t1", 1), wrote("t1", 3), wrote("t1", 5)), List.of())).containsExactly(
                "third-contact");
        assertThat(noticed(List.of(wrote("t1", 1), wrote("t2", 3), wrote("t1", 5)), List.of())).isEmpty();
        Instant evening = NOW.minus(Duration.ofDays(1));
        assertThat(noticed(IntStream.range(0, 5).mapToObj(i -> new Signals.Wrote("t1", evening.plusSeconds(
                i * 600L))).toList(), List.of())).isEmpty();
    }

    @Test
    void whoWroteEveryWeekAndNoLongerDoesIsNoticed() {
        assertThat(noticed(weekly(22), List.of())).contains("silent");
        assertThat(noticed(weekly(5), List.of())).doesNotContain("silent");
        assertThat(noticed(List.of(wrote("a", 30), wrote("b", 90)), List.of())).isEmpty();
    }

    @Test
    void aBasketLeftTwiceIsNoticedButNotTheOneOfThisMoment() {
        assertThat(noticed(List.of(), List.of(left(1), left(3)))).containsExactly("basket-left-twice");
        assertThat(noticed(List.of(), List.of(left(0), left(3)))).isEmpty();
        assertThat(noticed(List.of(), List.of(left(1), left(40)))).isEmpty();
    }

    @Test
    void aThirdContactIsAboutWhatIsOpenWhileSilenceIsSilenceWhereverTheyWroteBefore() {
        List<Signals.Wrote> thrice = List.of(wrote("done", 1), wrote("done", 3), wrote("done", 5));
        assertThat(Signals.of(thrice, Set.of(), List.of(), NOW)).isEmpty();
        assertThat(Signals.of(weekly(22), Set.of(), List.of(), NOW)).containsExactly("silent");
    }

    /// All of it in matters that are open.
    private static List<String> noticed(List<Signals.Wrote> wrote, List<Visits.Visit> visits) {
        return Signals.of(wrote, wrote.stream().map(Signals.Wrote::topic).collect(Collectors.toSet()), visits, NOW);
    }

    private static List<Signals.Wrote> weekly(int since) {
        return IntStream.range(0, 4).mapToObj(i -> wrote("t" + i, since + 7 * i)).toList();
    }

    private static Signals.Wrote wrote(String topic, int daysAgo) {
        return new Signals.Wrote(topic, NOW.minus(Duration.ofDays(daysAgo)));
    }

    private static Visits.Visit left(int daysAgo) {
        Instant at = NOW.minus(Duration.ofDays(daysAgo));
        return new Visits.Visit(at, at, "Basket", null, new Visits.Basket("84", "EUR", List.of()), false, 1, null);
    }
}
