package dev.loper.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.access.Browser.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorTests extends AccessTest {

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/people", "/api/v1/nothing", "/v3/api-docs", "/v3/api-docs.yaml"})
    void theApiNeedsAPerson(String path) {
        assertThat(browser().get(path).type()).isEqualTo("sign-in-required");
    }

    @Test
    void aTokenInTheHeaderActsAsItsPersonWithoutAnyCookie() {
        Answer answer = browser().with("Authorization", "Bearer loper_demo").get("/api/v1/session");

        assertThat(answer.body().at("/person/name").asString()).isEqualTo("Noor de Wit");
        assertThat(Browser.setCookies(answer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token=loper_demo", "token=loper_demo", "bearer=loper_demo"})
    void aTokenInTheAddressIsRefused(String query) {
        assertThat(browser().get("/api/v1/people?" + query).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"loper_demo2", "loper_", "demo", "loper_DEMO", ""})
    void aWrongTokenIsRefusedEvenBesideAGoodSession(String token) {
        assertThat(signedIn("noor").with("Authorization", "Bearer " + token).get("/api/v1/people").status()).isEqualTo(
                401);
    }

    @Test
    void aTokenNeedsNoFormToken() {
        Answer answer = browser().with("Authorization", "Bearer loper_demo").patch("/api/v1/session", java.util.Map.of(
                "language", "en"));

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void anUnknownAddressOfTheApiIsNotThere() {
        Answer answer = signedIn("lotte").get("/api/v1/nothing");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.type()).isEqualTo("not-found");
    }

    @Test
    void everyAnswerCarriesTheHeadersOfAStrictPage() {
        for (String path : java.util.List.of("/", "/login", "/api/v1/session", "/hooks/twilio/nobody/message",
                "/actuator/health")) {
            Answer answer = browser().with("Accept", "text/html,application/json").get(path);

            assertThat(answer.header("Content-Security-Policy")).as(path).hasValueSatisfying(policy -> assertThat(
                    policy).contains("default-src 'none'").contains("script-src 'self'").contains(
                            "frame-ancestors 'none'").contains("ws://loper.test").doesNotContain("unsafe"));
            assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.header("Referrer-Policy")).contains("same-origin");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).contains("same-origin");
            assertThat(answer.header("Permissions-Policy")).isPresent();
            assertThat(answer.header("X-Request-Id")).hasValueSatisfying(id -> assertThat(id).hasSize(16));
        }
    }

    @Test
    void theFrameForAMailsPicturesLoadsPicturesAndNothingElse() {
        Answer answer = browser().get("/mail-frame.html");

        assertThat(answer.header("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy).contains(
                "default-src 'none'").contains("img-src http: https: data: blob:").contains(
                        "frame-ancestors 'self'").contains("sandbox").doesNotContain("script").doesNotContain(
                                "unsafe"));
        assertThat(answer.header("Referrer-Policy")).contains("no-referrer");
    }

    @Test
    void theOpenSideKnowsNoSessionsAndSetsNoCookies() {
        Browser browser = signedIn("lotte");
        for (String path : java.util.List.of("/hooks/twilio/sms-main/message", "/login", "/widget/test.js")) {
            assertThat(Browser.setCookies(browser.with("Accept", "*/*").get(path))).as(path).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"/,no-store", "/login,no-store", "/inbox/mine/42,no-store", "/index.html,no-store",
            "/assets/app-0a1b2c3d.js,immutable", "/widget/test.js,max-age=300"})
    void theAppsFilesAreKeptAsLongAsTheyAreTrue(String path, String caching) {
        Answer answer = browser().with("Accept", "text/html,*/*").get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).hasValueSatisfying(value -> assertThat(value).contains(caching));
        assertThat(answer.header("Last-Modified").isPresent()).isEqualTo(path.startsWith("/assets/"));
    }

    @Test
    void aProgramThatMistypesAnAddressGetsNoPage() {
        assertThat(browser().with("Accept", "application/json").get("/inbox/mine").status()).isEqualTo(404);
        assertThat(browser().with("Accept", "text/html").get("/assets/gone.js").status()).isEqualTo(404);
        assertThat(browser().with("Accept", "text/html").get("/hooks/gone").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/..%2f..%2fapplication.yml", "/%2e%2e/application.yml",
            "/assets/..%5c..%5capplication.yml",
            "//etc/passwd", "/;/api/v1/people", "/api/v1/people;x=1", "/api//v1/people", "/API/v1/people/"})
    void aTwistedPathOpensNothing(String path) {
        Answer answer = browser().get(path);

        assertThat(answer.status()).isGreaterThanOrEqualTo(400);
        assertThat(answer.raw().body()).doesNotContain("loper:").doesNotContain("Lotte");
    }

    @Test
    void theWidgetMayBeFetchedByOtherSitesAndTheAppMayNot() {
        assertThat(browser().get("/widget/test.js").header("Cross-Origin-Resource-Policy")).contains("cross-origin");
        assertThat(browser().get("/index.html").header("Cross-Origin-Resource-Policy")).contains("same-origin");
    }

    @Test
    void healthIsOpenAndTellsNothingElse() {
        Answer answer = browser().get("/actuator/health");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("status").asString()).isEqualTo("UP");
        assertThat(answer.raw().body()).doesNotContain("redis").doesNotContain("diskSpace");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/loggers",
            "/actuator/sessions"})
    void otherEndpointsOfOperationAreClosed(String path) {
        assertThat(browser().get(path).status()).isEqualTo(401);
        assertThat(browser().with("Authorization", "Bearer loper_demo").get(path).status()).isEqualTo(403);
    }

    @Test
    void theMetricsAreForThisMachineAndAdministrators() {
        assertThat(new Browser(port).get("/actuator/prometheus").status()).isEqualTo(200);
        assertThat(browser().get("/actuator/prometheus").status()).isEqualTo(401);
        assertThat(browser().with("Authorization", "Bearer loper_demo").get("/actuator/prometheus").status()).isEqualTo(
                200);
        assertThat(new Browser(port).with("X-Forwarded-For", "127.0.0.1, 203.0.113.7").get(
                "/actuator/prometheus").status()).isEqualTo(401);
    }

    @Test
    void aPeerThatIsNoProxyOfOursCannotNameItsAddress() throws IOException {
        // 127.0.0.2 is on this machine, but no proxy we trust: what it says about others is not believed.
        assertThat(statusFrom("127.0.0.2", "X-Forwarded-For: 203.0.113.7")).isEqualTo(401);
        assertThat(statusFrom("127.0.0.2", "Accept: */*")).isEqualTo(200);
    }

    private int statusFrom(String local, String header) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(local), 0)) {
            socket.getOutputStream().write(("GET /actuator/prometheus HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                    + header + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] start = socket.getInputStream().readNBytes(12);
            return Integer.parseInt(new String(start, StandardCharsets.US_ASCII).substring(9));
        }
    }
}
