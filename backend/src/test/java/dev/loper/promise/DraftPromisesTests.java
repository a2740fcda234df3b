package dev.loper.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Effort;
import dev.loper.calendar.BusinessCalendar;
import dev.loper.calendar.CalendarId;
import dev.loper.calendar.DayHours;
import dev.loper.calendar.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Which sentences of a draft read like a promise, by sentences labelled by hand.
class DraftPromisesTests {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final DayHours OFFICE = new DayHours(List.of(new Span(LocalTime.of(9, 0), LocalTime.of(17, 30))));
    private static final BusinessCalendar CALENDAR = new BusinessCalendar(new CalendarId("c"), "c", AMSTERDAM,
            Arrays.stream(DayOfWeek.values()).limit(5).collect(Collectors.toMap(Function.identity(), day -> OFFICE)),
            List.of());
    private static final Instant THURSDAY_TEN = Instant.parse("2026-06-11T08:00:00Z");

    private final DraftPromises drafts = new DraftPromises(CALENDAR, AMSTERDAM, THURSDAY_TEN);

    record Labelled(boolean promises, String words, String moment) {

        static Labelled of(String line) {
            String[] parts = line.substring(2).split("\\|", 2);
            return new Labelled(line.startsWith("+"), parts[0].strip(), parts[1].strip());
        }

        @Override
        public String toString() {
            return words;
        }
    }

    @ParameterizedTest
    @MethodSource
    void aSentenceIsReadAsLabelled(Labelled sentence) {
        Optional<DraftPromises.Noticed> noticed = drafts.in(sentence.words());
        assertThat(noticed.isPresent()).isEqualTo(sentence.promises());
        assertThat(noticed.map(DraftPromises.Noticed::due).map(
                due -> LocalDateTime.ofInstant(due, AMSTERDAM).toString()).orElse("")).isEqualTo(sentence.moment());
    }

    static List<Labelled> aSentenceIsReadAsLabelled() throws IOException {
        return read("drafts.txt");
    }

    /// Sentences nobody looked at while the forms were made.
    @Test
    void ofSentencesNeverSeenHardlyAnyIsReadWrongly() throws IOException {
        List<Labelled> all = read("drafts-held-out.txt");
        List<String> alarms = all.stream().filter(one -> !one.promises() && drafts.in(one.words()).isPresent()).map(
                Labelled::words).toList();
        List<String> missed = all.stream().filter(one -> one.promises() && drafts.in(one.words()).isEmpty()).map(
                Labelled::words).toList();
        assertThat(alarms).as("false alarms").hasSizeLessThanOrEqualTo(1);
        assertThat(missed).as("missed").hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void itSaysWhereInTheDraftItStands() {
        String draft = "Hi Ada,\n\nThanks for the photo. I'll call you tomorrow. Best, Lotte";
        DraftPromises.Noticed noticed = drafts.in(draft).orElseThrow();
        assertThat(draft.substring(noticed.from(), noticed.to())).isEqualTo("I'll call you tomorrow.").isEqualTo(
                noticed.words());
    }

    @Test
    void aLongDraftIsReadQuickly() {
        String draft = "We are open from nine to five and you will find us in the harbour ".repeat(1500);
        assertThat(Effort.of(() -> drafts.in(draft))).isLessThan(Duration.ofSeconds(2));
    }

    private static List<Labelled> read(String file) throws IOException {
        try (InputStream lines = Objects.requireNonNull(DraftPromisesTests.class.getResourceAsStream("/promise/"
                + file))) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().filter(
                    line -> line.startsWith("+") || line.startsWith("-")).map(Labelled::of).toList();
        }
    }
}
