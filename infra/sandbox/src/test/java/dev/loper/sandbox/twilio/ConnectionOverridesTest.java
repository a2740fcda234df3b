package dev.loper.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class ConnectionOverridesTest {

    @Test
    void byDefaultOnlyAFailedConnectionIsTriedOnceMore() {
        ConnectionOverrides rules = ConnectionOverrides.in("https://a.example/hook");

        assertThat(rules.retries()).isEqualTo(1);
        assertThat(rules.retries("ct")).isTrue();
        assertThat(rules.retries("5xx")).isFalse();
        assertThat(rules.total()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void theFragmentOverrides() {
        ConnectionOverrides rules = ConnectionOverrides.in("https://a.example/hook?x=1#rc=3&rp=5xx,rt&ct=250&tt=9000");

        assertThat(rules).isEqualTo(new ConnectionOverrides(3, java.util.Set.of("5xx", "rt"), Duration.ofMillis(250),
                Duration.ofSeconds(15), Duration.ofSeconds(9)));
    }

    @Test
    void valuesBeyondTwiliosRangesAreCutOff() {
        ConnectionOverrides rules = ConnectionOverrides.in("https://a.example/hook#rc=99&ct=1&rt=999999&tt=abc");

        assertThat(rules.retries()).isEqualTo(5);
        assertThat(rules.connect()).isEqualTo(Duration.ofMillis(100));
        assertThat(rules.read()).isEqualTo(Duration.ofSeconds(15));
        assertThat(rules.total()).isEqualTo(Duration.ofSeconds(15));
    }
}
