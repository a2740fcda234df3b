package dev.loper.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.access.Browser.Answer;
import dev.loper.access.OwnPassword.Result;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class OwnPasswordTests extends AccessTest {

    private static final String PATH = "/api/v1/session/password";
    private static final String NEXT = "vier groene giraffen";

    @Autowired
    OwnPassword own;

    @Autowired
    Tokens tokens;

    private Person somebody;
    private Browser here;

    @BeforeEach
    void somebodySignsIn() {
        somebody = somebody(Role.AGENT);
        here = in();
    }

    @Test
    void whoeverKnowsThePasswordChangesItAndGoesOn() {
        Answer answer = change(here, PASSWORD, NEXT);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/person/id").asString()).isEqualTo(somebody.id().value());
        assertThat(answer.raw().body()).doesNotContain(NEXT).doesNotContain("argon");
        assertThat(here.get("/api/v1/session").status()).isEqualTo(200);
        assertThat(here.patch("/api/v1/session", Map.of("language", "nl")).status()).isEqualTo(200);
        assertThat(browser().signIn(somebody.email(), PASSWORD).status()).isEqualTo(401);
        assertThat(browser().signIn(somebody.email(), NEXT).status()).isEqualTo(200);
        assertThat(kept()).startsWith("{argon2id}").doesNotContain(NEXT);
    }

    @Test
    void everyOtherSessionEndsAndSoDoesAStolenCopyOfThisOne() {
        Browser elsewhere = in();
        Browser thief = here.copy();
        String cookie = here.sessionCookie();
        String formToken = here.cookies.get("XSRF-TOKEN");

        change(here, PASSWORD, NEXT);

        assertThat(elsewhere.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(thief.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(here.sessionCookie()).isNotEqualTo(cookie);
        assertThat(here.cookies.get("XSRF-TOKEN")).isNotEmpty().isNotEqualTo(formToken);
    }

    @Test
    void aWrongPasswordChangesNothingAndEndsNothing() {
        Browser elsewhere = in();

        Answer answer = change(here, "not-the-password", NEXT);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.type()).isEqualTo("wrong-password");
        assertThat(answer.field()).isEqualTo("current");
        assertThat(kept()).isEqualTo(somebody.passwordHash());
        assertThat(here.get("/api/v1/session").status()).isEqualTo(200);
        assertThat(elsewhere.get("/api/v1/session").status()).isEqualTo(200);
    }

    @Test
    void aStolenSessionDoesNotGuessOn() {
        for (int i = 0; i < 5; i++) {
            assertThat(change(here, "guess-number-" + i, NEXT).type()).isEqualTo("wrong-password");
        }

        Answer answer = change(here, PASSWORD, NEXT);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.type()).isEqualTo("too-many-attempts");
        assertThat(answer.header("Retry-After").map(Long::parseLong)).hasValueSatisfying(seconds -> assertThat(
                seconds).isBetween(1L, 600L));
        assertThat(here.copy().signIn(somebody.email(), PASSWORD).status()).isEqualTo(429);
        assertThat(kept()).isEqualTo(somebody.passwordHash());
        assertThat(browser().signIn(somebody.email(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void guessesAtTheSignInAndHereAreCountedTogether() {
        for (int i = 0; i < 3; i++) {
            here.copy().signIn(somebody.email(), "guess-number-" + i);
        }
        for (int i = 0; i < 2; i++) {
            assertThat(change(here, "guess-again-" + i, NEXT).status()).isEqualTo(422);
        }

        assertThat(change(here, PASSWORD, NEXT).status()).isEqualTo(429);
    }

    @Test
    void guessingStopsAlthoughEveryGuessComesFromElsewhere() {
        for (int i = 0; i < 12; i++) {
            assertThat(change(fromElsewhere(), "guess-number-" + i, NEXT).status()).isEqualTo(422);
        }

        assertThat(change(fromElsewhere(), PASSWORD, NEXT).status()).isEqualTo(429);
    }

    @Test
    void aTokenChangesNoPasswordNotEvenBesideASession() {
        String token = tokens.create(somebody.id(), "theirs", TokenScope.ALL, somebody.id()).secret();

        for (Browser browser : List.of(browser(), here.copy())) {
            Answer answer = change(browser.with("Authorization", "Bearer " + token), PASSWORD, NEXT);

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.type()).isEqualTo("forbidden");
        }
        assertThat(kept()).isEqualTo(somebody.passwordHash());
    }

    @Test
    void noStrangerAndNoOtherSitesPageGetsThrough() {
        Browser withoutFormToken = here.copy();
        withoutFormToken.cookies.remove("XSRF-TOKEN");
        Browser stranger = browser();
        stranger.get("/api/v1/session");

        assertThat(change(stranger, PASSWORD, NEXT).status()).isEqualTo(401);
        assertThat(change(withoutFormToken, PASSWORD, NEXT).type()).isEqualTo("form-token-missing");
        assertThat(change(here.copy().with("Sec-Fetch-Site", "same-site"), PASSWORD, NEXT).type()).isEqualTo(
                "wrong-origin");
        assertThat(kept()).isEqualTo(somebody.passwordHash());
    }

    @Test
    void whatEverybodyGuessesFirstIsNoNewPasswordAndCostsNoAttempt() {
        for (int round = 0; round < 2; round++) {
            for (String bad : List.of("short", "password123", somebody.email().toUpperCase(java.util.Locale.ROOT),
                    somebody.name(), "abababababab")) {
                Answer answer = change(here, PASSWORD, bad);

                assertThat(answer.status()).as(bad).isEqualTo(422);
                assertThat(answer.type()).startsWith("password-too-");
                assertThat(answer.field()).isEqualTo("next");
            }
        }
        assertThat(change(here, PASSWORD, NEXT).status()).isEqualTo(200);
    }

    @Test
    void onlyOnesOwnPasswordIsChangedWhateverTheBodySays() {
        Person other = somebody(Role.AGENT);

        here.send("PUT", PATH, Map.of("current", PASSWORD, "next", NEXT, "id", other.id().value(), "person",
                other.id().value(), "email", other.email()));

        assertThat(people.byId(other.id())).contains(other);
        assertThat(here.patch("/api/v1/people/" + other.id(), Map.of("password", NEXT)).type()).isEqualTo("forbidden");
        assertThat(people.byId(other.id())).contains(other);
    }

    @Test
    void whatAnAdministratorSetMeanwhileStays() {
        people.change(somebody.id(), person -> person.withPasswordHash("{argon2id}theirs"));

        assertThat(own.change(somebody, PASSWORD, NEXT, "198.18.7.7")).isInstanceOf(Result.Overtaken.class);
        assertThat(kept()).isEqualTo("{argon2id}theirs");
    }

    @Test
    void theAuditTellsOfItWithoutAnySecret() {
        change(here, "not-a-password-of-ours", NEXT);
        change(here, PASSWORD, NEXT);

        Answer audit = signedIn("noor").get("/api/v1/audit");

        List<JsonNode> theirs = audit.body().get("items").valueStream().filter(
                item -> item.path("who").asString().equals(somebody.id().value())).toList();
        assertThat(theirs).extracting(item -> item.path("what").asString()).containsExactly("password-changed",
                "password-refused", "signed-in");
        assertThat(theirs.getFirst().path("details").propertyNames()).containsExactly("address");
        assertThat(audit.raw().body()).doesNotContain(NEXT).doesNotContain("not-a-password-of-ours").doesNotContain(
                kept());
    }

    private Browser in() {
        Browser browser = browser();
        browser.signIn(somebody.email(), PASSWORD);
        return browser;
    }

    /// The session stolen and used from another network address.
    private Browser fromElsewhere() {
        Browser thief = here.copy();
        browser().headers.forEach(thief::with);
        return thief;
    }

    private static Answer change(Browser browser, String current, String next) {
        return browser.send("PUT", PATH, Map.of("current", current, "next", next));
    }

    private String kept() {
        return people.byId(somebody.id()).orElseThrow().passwordHash();
    }
}
