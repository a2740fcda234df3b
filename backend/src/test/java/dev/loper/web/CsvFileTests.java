package dev.loper.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CsvFileTests {

    @Test
    void aNameIsNeverAFormulaAndKeepsItsCommasAndQuotes() {
        byte[] body = Objects.requireNonNull(CsvFile.of("x.csv", List.of("name", "count"), Stream.of(
                List.of("=HYPERLINK(1)", "1"), List.of("Ada, \"the\" first", "2"))).getBody());
        assertThat(new String(body, StandardCharsets.UTF_8)).isEqualTo(
                "name,count\r\n'=HYPERLINK(1),1\r\n\"Ada, \"\"the\"\" first\",2\r\n");
    }
}
