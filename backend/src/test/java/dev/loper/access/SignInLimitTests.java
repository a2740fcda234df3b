package dev.loper.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Effort;
import dev.loper.access.Browser.Answer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

class SignInLimitTests extends AccessTest {

    @Test
    void guessingOnOneAccountStopsAlthoughEveryGuessComesFromElsewhere() {
        Person somebody = somebody(Role.AGENT);
        for (int i = 0; i < 12; i++) {
            assertThat(browser().signIn(somebody.email(), "guess-number-" + i).status()).isEqualTo(401);
        }

        Answer answer = browser().signIn(somebody.email(), PASSWORD);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.type()).isEqualTo("too-many-attempts");
        assertThat(answer.header("Retry-After").map(Long::parseLong)).hasValueSatisfying(seconds -> assertThat(
                seconds).isBetween(1L, 600L));
    }

    @Test
    void aStrangerWhoGuessesDoesNotLockOutWhoeverHasTheAccount() {
        Person somebody = somebody(Role.AGENT);
        Browser stranger = browser();
        for (int i = 0; i < 5; i++) {
            assertThat(stranger.signIn(somebody.email(), "guess-number-" + i).status()).isEqualTo(401);
        }

        assertThat(stranger.signIn(somebody.email(), "guess-again").status()).isEqualTo(429);
        assertThat(browser().signIn(somebody.email(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void theAddressesOfOneHouseholdAreOne() {
        String network = "2001:db8:" + Integer.toHexString(ThreadLocalRandom.current().nextInt(0x10000)) + ":1::";
        for (int i = 0; i < 8; i++) {
            assertThat(new Browser(port).with("X-Forwarded-For", network + i).signIn("six-" + i + "@loper.test",
                    "guess-guess").status()).isEqualTo(401);
        }

        assertThat(new Browser(port).with("X-Forwarded-For", network + "9").signIn("six-9@loper.test",
                "guess-guess").status()).isEqualTo(429);
    }

    @Test
    void anUnknownAccountIsLimitedInTheSameWay() {
        for (int i = 0; i < 12; i++) {
            browser().signIn("nobody-here@loper.test", "guess-number-" + i);
        }

        assertThat(browser().signIn("nobody-here@loper.test", "guess-again").status()).isEqualTo(429);
    }

    @Test
    void guessingOnManyAccountsFromOneAddressStops() {
        Browser guesser = browser();
        for (int i = 0; i < 8; i++) {
            assertThat(guesser.signIn("person-" + i + "@loper.test", "guess-guess").status()).isEqualTo(401);
        }

        assertThat(guesser.signIn("person-9@loper.test", "guess-guess").status()).isEqualTo(429);
    }

    @Test
    void aForgedClientAddressDoesNotHelpBehindAProxy() {
        String own = "203.0.113." + System.nanoTime() % 200;
        for (int i = 0; i < 8; i++) {
            new Browser(port).with("X-Forwarded-For", "10.0.0." + i + ", " + own).signIn("target-" + i
                    + "@loper.test", "guess-guess");
        }

        Answer answer = new Browser(port).with("X-Forwarded-For", "10.9.9.9, " + own).signIn("target-9@loper.test",
                "guess-guess");

        assertThat(answer.status()).isEqualTo(429);
    }

    @Test
    void aRightPasswordForgetsTheTypingErrorsBefore() {
        Person somebody = somebody(Role.AGENT);
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 4; i++) {
                browser().signIn(somebody.email(), "typing-error");
            }
            assertThat(browser().signIn(somebody.email(), PASSWORD).status()).isEqualTo(200);
        }
    }

    @Test
    void anUnknownAddressTakesAsLongAsAWrongPassword() {
        Person real = Person.fresh(new dev.loper.message.PersonId("slow"), "Slow", "slow@loper.test", passwords.hash(
                "a-long-enough-one"), java.util.Set.of(Role.AGENT), "en");
        people.create(real);
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            known.add(Effort.of(() -> passwords.matches("a-wrong-guess", real.passwordHash())).toNanos());
            unknown.add(Effort.of(() -> passwords.matches("a-wrong-guess", null)).toNanos());
        }

        assertThat((double) median(unknown) / median(known)).isBetween(0.5, 2.0);
        assertThat(passwords.matches("nobody has this password", null)).isFalse();
        assertThat(passwords.matches("a-long-enough-one", real.passwordHash())).isTrue();
    }

    private static long median(List<Long> times) {
        long[] sorted = times.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
