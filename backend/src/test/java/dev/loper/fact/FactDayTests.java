package dev.loper.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Days that come round, however people write them.
class FactDayTests {

    @ParameterizedTest
    @CsvSource({"12-05-1990, 12-05-1990", "12/5, 12-05", "1990-05-12, 12-05-1990", "12 mei 1990, 12-05-1990",
            "12th May, 12-05", "3 oktober, 03-10", "29-02-2000, 29-02-2000", "29 feb, 29-02", "1.1.2020, 01-01-2020"})
    void aDayIsReadHoweverItIsWritten(String said, String kept) {
        assertThat(FactDay.read(said).orElseThrow().value()).isEqualTo(kept);
        assertThat(FactDay.read(kept).orElseThrow().value()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "31-02-1990", "29-02-1990", "12-13", "12-05-90", "0-5", "12 foo",
            "12-05-1200",
            "<script>"})
    void whatIsNoDayIsNone(String said) {
        assertThat(FactDay.read(said)).isEmpty();
    }

    @Test
    void daysStandInTheOrderOfTheYear() {
        assertThat(FactDay.key(FactDay.read("2 oktober").orElseThrow().day())).isGreaterThan(FactDay.key(FactDay.read(
                "28-09").orElseThrow().day()));
    }
}
