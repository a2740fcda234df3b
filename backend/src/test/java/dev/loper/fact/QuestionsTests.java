package dev.loper.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import dev.loper.Effort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/// The matcher against sentences that were labelled before it was written, half of them never looked at while it was.
class QuestionsTests {

    private record Labelled(String language, Set<String> kinds, String text) {

        static Labelled of(String line) {
            String[] parts = line.split("\t", 3);
            return new Labelled(parts[0], "-".equals(parts[1]) ? Set.of() : Set.of(parts[1].split(",")), parts[2]);
        }

        Set<String> found() {
            return Questions.of(List.of()).in(text).stream().map(Asked::kind).collect(Collectors.toCollection(
                    TreeSet::new));
        }
    }

    private record Score(int right, int missed, int wrong, List<String> faults) {

        double recall() {
            return (double) right / (right + missed);
        }

        double precision() {
            return (double) right / (right + wrong);
        }
    }

    @Test
    void onSentencesNeverLookedAtItFindsNineOfTenAndIsRightNineteenOfTwenty() {
        List<Labelled> heldOut = read("sentences-held-out");
        assertThat(heldOut).hasSize(200);
        Score score = score(heldOut);
        System.out.println(summary("held out", score));
        assertThat(score.recall()).isGreaterThanOrEqualTo(0.90);
        assertThat(score.precision()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void onTheSentencesItWasWrittenWithItIsBetter() {
        Score score = score(read("sentences-development"));
        System.out.println(summary("development", score));
        assertThat(score.recall()).as("%s", score.faults()).isGreaterThanOrEqualTo(0.95);
        assertThat(score.precision()).as("%s", score.faults()).isGreaterThanOrEqualTo(0.98);
    }

    private static String summary(String what, Score score) {
        return "%s: %d found, %d missed, %d wrong; recall %.3f, precision %.3f".formatted(what, score.right(),
                score.missed(), score.wrong(), score.recall(), score.precision());
    }

    @Test
    void noSentenceIsInBothSets() {
        List<String> development = read("sentences-development").stream().map(Labelled::text).toList();
        assertThat(read("sentences-held-out").stream().map(Labelled::text)).doesNotContainAnyElementsOf(development);
    }

    @Test
    void itSaysWhereTheQuestionStandsAndInWhichLanguage() {
        String text = "Wat vervelend! Kun je me je bestelnummer sturen? Dan kijk ik het na.";
        Asked asked = Questions.of(List.of()).in(text).getFirst();
        assertThat(text.substring(asked.from(), asked.to())).isEqualTo("Kun je me je bestelnummer sturen?");
        assertThat(asked.language()).isEqualTo("nl");
    }

    @Test
    void aKindDefinedHereIsAskedForAsItsQuestionsSay() {
        FactKind member = new FactKind("member", new FactKind.Words("Lidnummer", "Membership number"),
                Pattern.compile("L-\\d+"),
                new FactKind.Asking(List.of("Wat is je lidnummer?", "klantpas"), List.of(
                        "What is your membership number?")));
        assertThat(kinds("Mag ik je lidnummer?", member)).containsExactly("member");
        assertThat(kinds("Wat staat er op je klantpas?", member)).isEmpty();
        assertThat(kinds("Could you send me your membership number?", member)).containsExactly("member");
        assertThat(kinds("Your membership number is L-12.", member)).isEmpty();
    }

    @Test
    void whatIsProposedToBeAskedIsNoticedWhenItIsAsked() {
        QuestionPlan.USEFUL.forEach((kind, question) -> {
            String asks = kind == BuiltIn.PREFERRED_CHANNEL ? BuiltIn.PREFERENCE.id() : kind.id();
            assertThat(Questions.of(List.of()).in(question.nl())).as(question.nl()).extracting(
                    Asked::kind).containsExactly(
                            asks);
            assertThat(Questions.of(List.of()).in(question.en())).as(question.en()).extracting(
                    Asked::kind).containsExactly(
                            asks);
        });
    }

    @Test
    void tenThousandCharactersOfAlmostAQuestionTakeNoTime() {
        String text = "could you please ".repeat(2000);
        assertThat(Effort.of(() -> Questions.of(List.of()).in(text))).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void lookingAgainAndAgainIsCheapWithFiftyKindsOfOurOwn() {
        Questions questions = Questions.of(IntStream.range(0, 50).mapToObj(i -> new FactKind("kind-" + i,
                new FactKind.Words(
                        "Soort " + i, "Kind " + i),
                null, new FactKind.Asking(List.of("Wat is je soort" + i + "?"), List.of()))).toList());
        String text = "Thank you for your message. I will look into it at once. ".repeat(10) + "Wat is je soort7?";
        assertThat(questions.in(text)).extracting(Asked::kind).containsExactly("kind-7");
        assertThat(Effort.of(() -> {
            for (int i = 0; i < 100; i++) {
                questions.in(text);
            }
        })).isLessThan(Duration.ofSeconds(5));
    }

    private static List<String> kinds(String text, FactKind kind) {
        return Questions.of(List.of(kind)).in(text).stream().map(Asked::kind).toList();
    }

    private static Score score(List<Labelled> all) {
        int right = 0;
        int missed = 0;
        int wrong = 0;
        List<String> faults = new ArrayList<>();
        for (Labelled one : all) {
            Set<String> found = one.found();
            right += (int) one.kinds().stream().filter(found::contains).count();
            missed += (int) one.kinds().stream().filter(kind -> !found.contains(kind)).count();
            wrong += (int) found.stream().filter(kind -> !one.kinds().contains(kind)).count();
            if (!found.equals(new TreeSet<>(one.kinds()))) {
                faults.add("\n" + one.kinds() + " found " + found + ": " + one.text());
            }
        }
        return new Score(right, missed, wrong, faults);
    }

    private static List<Labelled> read(String name) {
        try {
            return new ClassPathResource("facts/" + name + ".tsv").getContentAsString(
                    StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).map(Labelled::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
