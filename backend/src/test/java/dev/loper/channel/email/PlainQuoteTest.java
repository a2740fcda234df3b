package dev.loper.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainQuoteTest {

    @ParameterizedTest
    @ValueSource(strings = {
            "On Sun, 22 Nov 2026 at 10:00, Support <support@loper.test> wrote:\n\n> Which order?\n> Lotte",
            "Op zo 22 nov 2026 om 10:00 schreef Support <support@loper.test>:\n\n> Welke bestelling?",
            "Am So., 22. Nov. 2026 um 10:00 Uhr schrieb Support <support@loper.test>:\n> Welche?",
            "Le dim. 22 nov. 2026 à 10:00, Support <support@loper.test> a écrit :\n> Laquelle ?",
            "On Sun, 22 Nov 2026 at 10:00, A Very Long Name Of A Department\n<support@loper.test> wrote:\n\n> Which?",
            "Lotte schreef op 22-11-2026 om 10:00:\n> Welke?",
            "------- Original Message -------\nOn Sunday, 22 November 2026 at 10:00, Support <s@loper.test> wrote:\n\n> Which?",
            "-----Original Message-----\nFrom: Support <support@loper.test>\nSent: Sunday\nSubject: Order\n\nWhich order?",
            "-----Oorspronkelijk bericht-----\nVan: Support\nVerzonden: zondag\nOnderwerp: Bestelling\n\nWelke?",
            "-----Ursprüngliche Nachricht-----\nVon: Support\n\nWelche?",
            "________________________________\nFrom: Support <support@loper.test>\nSent: Sunday\nTo: Ada\nSubject: Order\n\nWhich?",
            "Van: Support <support@loper.test>\nDatum: zondag 22 november 2026\nAan: Ada\nOnderwerp: Bestelling\n\nWelke?",
            "> Which order?\n> Lotte"})
    void historyIsFolded(String history) {
        Words words = PlainQuote.split("Number 12, thanks!\n\n" + history);

        assertThat(words.fresh()).isEqualTo("Number 12, thanks!");
        assertThat(words.quote()).isEqualTo(history);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-- \nAda Lovelace\n+44 20", "Sent from my iPhone", "Verstuurd vanaf mijn iPad"})
    void signaturesAreFolded(String signature) {
        Words words = PlainQuote.split("Number 12\n\n" + signature);

        assertThat(words.fresh()).isEqualTo("Number 12");
        assertThat(words.quote()).isEqualTo(signature);
    }

    @Test
    void anAnswerBelowItsQuoteIsFound() {
        Words words = PlainQuote.split("On Sunday 22 November, Lotte wrote:\n> Which order?\n\nNumber 12");

        assertThat(words.fresh()).isEqualTo("Number 12");
        assertThat(words.quote()).contains("Which order?");
    }

    @Test
    void anAnswerLineByLineStaysWhole() {
        String text = "On Sunday 22 November, Lotte wrote:\n> Which order?\nNumber 12\n> Which colour?\nRed";

        assertThat(PlainQuote.split(text)).isEqualTo(new Words(text, null));
    }

    @Test
    void aForwardedMailIsNotHistory() {
        String text = "See below\n\n---------- Forwarded message ---------\nFrom: Shop <shop@example.org>\nDate: Sunday\nSubject: Invoice\n\nPay 12";

        assertThat(PlainQuote.split(text)).isEqualTo(new Words(text, null));
    }

    @Test
    void aMailOfNothingButHistoryStaysWhole() {
        assertThat(PlainQuote.split("> one\n> two")).isEqualTo(new Words("> one\n> two", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"On Friday I wrote you: nothing came.\nPlease look.", "Van: wie is dit pakket?\nGroet",
            "I paid --- twice.\n\nBye", "5 > 3, and that is so"})
    void ordinaryWordsAreNoHistory(String text) {
        assertThat(PlainQuote.split(text)).isEqualTo(new Words(text, null));
    }

    @Test
    void aHostileTextTakesNoTime() {
        String hostile = ("On " + "a <".repeat(200) + "\n").repeat(5_000) + "x".repeat(500_000);

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> PlainQuote.split(hostile));
    }
}
