package dev.loper.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatsAppNumbersTest {

    @ParameterizedTest(name = "{0}: {1} is kept as {2} and sent to as {3}")
    @CsvSource({"Mexico by its network form, +5215512345678, +525512345678, +5215512345678",
            "Mexico as people write it, +525512345678, +525512345678, +5215512345678",
            "Argentina with the 9, +5491123456789, +5491123456789, +5491123456789",
            "Argentina without it, +541123456789, +5491123456789, +5491123456789",
            "São Paulo with the ninth digit, +5511987654321, +5511987654321, +5511987654321",
            "São Paulo without it, +551187654321, +5511987654321, +5511987654321",
            "Belo Horizonte by its network form, +553187654321, +5531987654321, +553187654321",
            "Belo Horizonte as people write it, +5531987654321, +5531987654321, +553187654321",
            "a Brazilian landline, +551132654321, +551132654321, +551132654321",
            "the Netherlands, +31612345678, +31612345678, +31612345678",
            "a number of Mexican length elsewhere, +5212345, +5212345, +5212345"})
    void aNumberHasOneFormToKeepAndOneToSendTo(String who, String written, String kept, String sentTo) {
        assertThat(WhatsAppNumbers.canonical(written)).isEqualTo(kept);
        assertThat(WhatsAppNumbers.network(kept)).isEqualTo(sentTo);
        assertThat(WhatsAppNumbers.canonical(sentTo)).isEqualTo(kept);
    }
}
