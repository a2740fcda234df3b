package dev.loper.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CluesTest {

    @ParameterizedTest
    @ValueSource(strings = {"My order 4711-82 has not arrived.", "bestelnummer: 471182", "Order #4711-82?",
            "Factuur nr. 4711-82", "order number 471182", "Mijn bestelnummer is 4711-82.",
            "My order number was 4711-82"})
    void anOrderNumberIsFoundHoweverItIsWritten(String text) {
        assertThat(Clues.in(null, text)).containsExactly("order:471182");
    }

    @ParameterizedTest
    @ValueSource(strings = {"I ordered 3 lamps in 2026.", "Call me on +31612345678.", "order 12", "In 2026 we moved.",
            "an order of magnitude"})
    void otherNumbersAreNone(String text) {
        assertThat(Clues.in(null, text)).isEmpty();
    }

    @Test
    void aPostcodeIsFoundAndTheSubjectCounts() {
        assertThat(Clues.in("Bestelling WEB-20933", "Javastraat 21, 1094 HA Amsterdam")).containsExactly(
                "order:WEB20933", "postcode:1094HA");
    }

    @Test
    void aLongTextIsLookedAtOnlySoFar() {
        assertThat(Clues.in(null, "x".repeat(5_000) + " order 4711-82")).isEmpty();
    }

    @Test
    void namesAgreeWhenOneMayBeTheOther() {
        assertThat(Names.agree("Ada", "Ada Lovelace")).isTrue();
        assertThat(Names.agree("A. Lovelace", "Ada Lovelace")).isTrue();
        assertThat(Names.agree("Ada Lovelace", "LOVELACE, Ada")).isTrue();
        assertThat(Names.agree("Jan de Vries", "Jan de Boer")).isFalse();
        assertThat(Names.agree("Jan", "Jans")).isFalse();
        assertThat(Names.same("Zoë de Wit", "zoe de wit")).isTrue();
        assertThat(Names.same("Jan", "Jan")).isFalse();
    }
}
