package dev.loper.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.access.Browser.Answer;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/// A new installation, started as a user would.
@ExtendWith(OutputCaptureExtension.class)
class SetupTests {

    private static final Pattern LINK = Pattern.compile("http://loper\\.test/setup#([A-Za-z0-9_-]{43})");

    private final String workspace = "t-" + java.util.UUID.randomUUID().toString().substring(0, 12);

    @Test
    void theFirstPersonComesInByTheLinkInTheLogAndAdministers(CapturedOutput output) {
        try (ConfigurableApplicationContext app = start()) {
            String token = token(output);
            Browser browser = browser(app);

            assertThat(look(browser, token).status()).isEqualTo(204);
            assertThat(look(browser, token).status()).isEqualTo(204);
            browser.get("/api/v1/session");
            Map<String, Object> form = new HashMap<>(form(token, "ada"));
            form.put("language", "nl");
            Answer answer = browser.post("/api/v1/setup", form);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().at("/person/roles/0").asString()).isEqualTo("administrator");
            assertThat(browser.get("/api/v1/session").body().at("/person/language").asString()).isEqualTo("nl");
            assertThat(look(browser, token).type()).isEqualTo("setup-link-used");
            assertThat(browser.post("/api/v1/setup", form(token, "eve")).status()).isEqualTo(404);
        }
    }

    @Test
    void ofTwentyWhoSetUpAtOnceOneSucceeds(CapturedOutput output) throws Exception {
        try (ConfigurableApplicationContext app = start();
                ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            String token = token(output);
            List<Callable<Integer>> attempts = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                Browser browser = browser(app);
                browser.get("/api/v1/session");
                String name = "person" + i;
                attempts.add(() -> browser.post("/api/v1/setup", form(token, name)).status());
            }

            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> attempt : pool.invokeAll(attempts)) {
                statuses.add(attempt.get());
            }

            assertThat(statuses).containsOnlyOnce(200);
            assertThat(app.getBean(People.class).all()).hasSize(1);
        }
    }

    @Test
    void everyStartEndsTheLinkBefore(CapturedOutput output) {
        String first;
        try (ConfigurableApplicationContext app = start()) {
            first = token(output);
        }
        try (ConfigurableApplicationContext app = start()) {
            assertThat(look(browser(app), first).status()).isEqualTo(404);
            assertThat(look(browser(app), token(output)).status()).isEqualTo(204);
        }
    }

    @Test
    void onlyTheDigestOfTheLinkIsKept(CapturedOutput output) {
        try (ConfigurableApplicationContext app = start()) {
            String kept = RedisServer.fresh().redis().get(app.getBean(RedisKeys.class).of(RedisKeys.Family.SETUP));

            assertThat(kept).isEqualTo(Secrets.sha256(token(output)));
        }
    }

    @Test
    void aPasswordEverybodyGuessesIsRefused(CapturedOutput output) {
        try (ConfigurableApplicationContext app = start()) {
            Browser browser = browser(app);
            browser.get("/api/v1/session");

            for (String bad : List.of("short", "welkom1234", "WACHTWOORD123", "aaaaaaaaaaaa", "ada@example.com")) {
                Answer answer = browser.post("/api/v1/setup", Map.of("token", token(output), "name", "Ada", "email",
                        "ada@example.com", "password", bad));
                assertThat(answer.status()).as(bad).isEqualTo(422);
                assertThat(answer.body().path("field").asString()).isEqualTo("password");
            }
        }
    }

    @Test
    void aDataFolderOfADemoLetsNobodyInWithTheDemosSecrets() {
        try (ConfigurableApplicationContext app = start("demo")) {
            assertThat(browser(app).signIn("noor@loper.test", "loper-demo").status()).isEqualTo(200);
            assertThat(
                    browser(app).with("Authorization", "Bearer loper_demo").get("/api/v1/people").status()).isEqualTo(
                            200);
        }
        try (ConfigurableApplicationContext app = start()) {
            assertThat(browser(app).signIn("noor@loper.test", "loper-demo").status()).isEqualTo(401);
            assertThat(
                    browser(app).with("Authorization", "Bearer loper_demo").get("/api/v1/people").status()).isEqualTo(
                            401);
        }
    }

    private static Answer look(Browser browser, String token) {
        return browser.copy().with("Loper-Link", token).get("/api/v1/setup");
    }

    private ConfigurableApplicationContext start(String... profiles) {
        List<String> properties = new ArrayList<>(RedisServer.springProperties(workspace));
        properties.addAll(List.of("server.port=0", "loper.public-url=http://loper.test"));
        return new SpringApplicationBuilder(AccessApp.class).profiles(profiles).run(properties.stream().map(
                property -> "--" + property).toArray(String[]::new));
    }

    private static Browser browser(ConfigurableApplicationContext app) {
        return new Browser(app.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    private static String token(CapturedOutput output) {
        Matcher matcher = LINK.matcher(output.getOut());
        String token = "";
        while (matcher.find()) {
            token = matcher.group(1);
        }
        assertThat(token).isNotEmpty();
        return token;
    }

    private static Map<String, String> form(String token, String name) {
        return Map.of("token", token, "name", name, "email", name + "@example.com", "password",
                "drie paarse olifanten");
    }
}
