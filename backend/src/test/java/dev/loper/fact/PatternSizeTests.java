package dev.loper.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternSizeTests {

    @ParameterizedTest
    @ValueSource(strings = {"(?:(?:a{1000}){1000}){1000}", "(((a{100}){100}){100})", "a{1000}b{1000}",
            "(?:[]a]{0,1000}x){20}",
            "(?:[[:alpha:]]{999}\\{{999}){3}", "((((((a{9}b){9}c){9}d){9}e){9}f){9}g"})
    void whatIsShortToTypeAndLargeToKeepIsSeen(String pattern) {
        assertThat(PatternSize.of(pattern)).isGreaterThan(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"L-\\d{4}", "(?i)\\b(?:lid|member) *(?:nr|number)?[ :]*([A-Z]{2}\\d{6,10})\\b",
            "[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){3,7}", "[^]{1000}]x", "\\Qa{9\\E", "a{,5}", "{", ")(", "[", "\\"})
    void whatPeopleWriteIsSmall(String pattern) {
        assertThat(PatternSize.of(pattern)).isLessThan(100);
    }

    @Test
    void aRepetitionCountsWhatItRepeats() {
        assertThat(PatternSize.of("ab{3}")).isEqualTo(4);
        assertThat(PatternSize.of("(ab){3}")).isEqualTo(12);
    }
}
