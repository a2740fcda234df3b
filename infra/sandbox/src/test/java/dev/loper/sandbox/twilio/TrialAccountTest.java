package dev.loper.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.loper.sandbox.SandboxSettings;
import tools.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.Test;

class TrialAccountTest {

    private static final String SMS = "+3197010280001";

    @Test
    void aTrialAccountReachesOnlyTheCast() {
        SendChecks checks = checks();

        assertThat(checks.check(to("+31612345601"))).isInstanceOf(Verdict.Fine.class);
        assertThat(checks.check(to("+31687654321"))).isInstanceOfSatisfying(Verdict.Refused.class,
                refused -> assertThat(refused.error().code()).isEqualTo(21608));
    }

    private static SendRequest to(String number) {
        return new SendRequest(number, SMS, null, "Hello", List.of(), null, null, null);
    }

    private static SendChecks checks() {
        SandboxSettings.Twilio trial = new SandboxSettings.Twilio("AC1", "token", true, Duration.ZERO,
                List.of(new SandboxSettings.Number("sms-main", SMS, true, "/hook", null)), Map.of(), Map.of());
        SandboxSettings settings = new SandboxSettings(URI.create("http://localhost:8080"), 0, 0,
                new SandboxSettings.Mail("a@loper.test", "b"), trial,
                List.of(new SandboxSettings.Person("Eva", "+31612345601", "eva@example.com", "en")));
        return new SendChecks(settings, new Templates(settings, new JsonMapper()), new OptOuts());
    }
}
