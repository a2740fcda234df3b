package dev.loper.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.access.Browser.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionTests extends AccessTest {

    @Test
    void withoutASignInThereIsNoSession() {
        Answer answer = browser().get("/api/v1/session");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.type()).isEqualTo("sign-in-required");
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
    }

    @Test
    void aRightPasswordSignsIn() {
        Browser browser = browser();
        Answer answer = browser.signIn("Lotte@Loper.test ", PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/person/name").asString()).isEqualTo("Lotte Jansen");
        assertThat(answer.body().at("/person/roles/0").asString()).isEqualTo("agent");
        assertThat(answer.raw().body()).doesNotContain("password").doesNotContain("argon");
        assertThat(browser.get("/api/v1/session").body()).isEqualTo(answer.body());
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressGetTheSameAnswer() {
        Answer wrong = browser().signIn("bram@loper.test", "not-the-password");
        Answer unknown = browser().signIn("stranger@loper.test", "not-the-password");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.type()).isEqualTo("wrong-sign-in");
        assertThat(unknown.raw().body()).isEqualTo(wrong.raw().body());
    }

    @Test
    void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() {
        Browser browser = browser();
        Answer answer = browser.signIn("lotte@loper.test", PASSWORD);

        assertThat(Browser.setCookies(answer)).filteredOn(
                cookie -> cookie.startsWith("LOPER_SESSION=")).singleElement().asString().contains("HttpOnly").contains(
                        "SameSite=Lax").contains("Path=/");
    }

    @Test
    void signingOutEndsTheSessionOnTheServer() {
        Browser browser = signedIn("lotte");
        String stolen = browser.cookies.get("LOPER_SESSION");

        assertThat(browser.delete("/api/v1/session").status()).isEqualTo(204);

        Browser thief = browser();
        thief.cookies.put("LOPER_SESSION", stolen);
        assertThat(thief.get("/api/v1/session").status()).isEqualTo(401);
    }

    @Test
    void aSessionPlantedBeforeTheSignInIsNotTheOneAfterIt() {
        Browser attacker = signedIn("bram");
        String planted = attacker.cookies.get("LOPER_SESSION");
        Browser victim = browser();
        victim.cookies.put("LOPER_SESSION", planted);

        victim.signIn("inge@loper.test", PASSWORD);

        assertThat(victim.cookies.get("LOPER_SESSION")).isNotEqualTo(planted);
        assertThat(attacker.get("/api/v1/session").status()).isEqualTo(401);
    }

    @Test
    void anInventedSessionIdIsNotTakenOver() {
        Browser victim = browser();
        victim.cookies.put("LOPER_SESSION", "YXR0YWNrZXItY2hvc2UtdGhpcw==");

        victim.signIn("inge@loper.test", PASSWORD);

        assertThat(victim.cookies.get("LOPER_SESSION")).isNotEqualTo("YXR0YWNrZXItY2hvc2UtdGhpcw==");
    }

    @Test
    void aChangeWithoutTheFormTokenIsRefused() {
        Browser browser = signedIn("lotte");
        browser.cookies.remove("XSRF-TOKEN");

        Answer answer = browser.patch("/api/v1/session", Map.of("language", "nl"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.type()).isEqualTo("form-token-missing");
    }

    @Test
    void aFormTokenThatIsNotTheCookiesIsRefused() {
        Browser browser = signedIn("lotte").with("X-XSRF-TOKEN", "00000000-0000-0000-0000-000000000000");

        assertThat(browser.patch("/api/v1/session", Map.of("language", "nl")).status()).isEqualTo(403);
    }

    @Test
    void evenASignInNeedsTheFormToken() {
        Answer answer = browser().post("/api/v1/session", Map.of("email", "lotte@loper.test", "password", PASSWORD));

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void theFormTokenChangesWithTheSignIn() {
        Browser browser = browser();
        browser.get("/api/v1/session");
        String before = browser.cookies.get("XSRF-TOKEN");

        browser.signIn("lotte@loper.test", PASSWORD);

        assertThat(before).isNotEmpty();
        assertThat(browser.cookies.get("XSRF-TOKEN")).isNotEmpty().isNotEqualTo(before);
        assertThat(browser.patch("/api/v1/session", Map.of("language", "en")).status()).isEqualTo(200);
    }

    @Test
    void aChangeFromAnotherSitesPageIsRefusedEvenWithAToken() {
        Browser browser = signedIn("lotte").with("Sec-Fetch-Site", "same-site");

        Answer answer = browser.patch("/api/v1/session", Map.of("language", "nl"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.type()).isEqualTo("wrong-origin");
    }

    @Test
    void theLanguageOfTheScreenIsKept() {
        Person somebody = somebody(Role.AGENT);
        Browser browser = browser();
        browser.signIn(somebody.email(), PASSWORD);

        assertThat(browser.patch("/api/v1/session", Map.of("language", "nl")).body().at(
                "/person/language").asString()).isEqualTo("nl");
        assertThat(browser.get("/api/v1/session").body().at("/person/language").asString()).isEqualTo("nl");
        Answer wrong = browser.patch("/api/v1/session", Map.of("language", "de"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().path("field").asString()).isEqualTo("language");
    }

    @Test
    void rolesInTheBodyChangeNothing() {
        Person somebody = somebody(Role.AGENT);
        Browser browser = browser();
        browser.signIn(somebody.email(), PASSWORD);

        browser.patch("/api/v1/session", Map.of("language", "nl", "roles", java.util.List.of("administrator"),
                "person", Map.of("roles", java.util.List.of("administrator")), "id", "noor"));

        assertThat(people.byId(somebody.id()).orElseThrow().roles()).containsExactly(Role.AGENT);
        assertThat(browser.get("/api/v1/session").body().at("/person/roles").size()).isEqualTo(1);
    }

    @Test
    void endingAPersonsSessionsEndsThemAll() {
        Person somebody = somebody(Role.AGENT);
        Browser one = browser();
        Browser other = browser();
        one.signIn(somebody.email(), PASSWORD);
        other.signIn(somebody.email(), PASSWORD);

        people.change(somebody.id(), Person::withSessionsEnded);

        assertThat(one.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(other.get("/api/v1/session").status()).isEqualTo(401);
    }

    @Test
    void aBodyThatIsNoJsonIsAProblemWithoutInternals() {
        Browser browser = signedIn("lotte");

        Answer answer = browser.patch("/api/v1/session", "{\"language\":");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.type()).isEqualTo("bad-request");
        assertThat(answer.raw().body()).doesNotContain("jackson").doesNotContain("Exception").doesNotContain("loper.");
    }
}
