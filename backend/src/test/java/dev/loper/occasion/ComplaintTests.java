package dev.loper.occasion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whether somebody complains.
class ComplaintTests {

    @ParameterizedTest
    @ValueSource(strings = {"Ik heb een klacht over de bezorging", "Wat een SCHANDALIGE service, ik ben boos",
            "Ik ben erg teleurgesteld.", "I want to complain about this", "This is unacceptable!",
            "We are very disappointed with the lamp", "Ik wil mijn geld terug"})
    void thisIsOne(String said) {
        assertThat(Complaint.in(List.of("Hallo", said))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Waar is mijn lamp?", "Bedankt, alles is klachtenvrij geleverd", "Can I change the date?",
            "De boosterkabel is binnen", "My daughter plays outside"})
    void thisIsNone(String said) {
        assertThat(Complaint.in(List.of(said))).isFalse();
    }
}
