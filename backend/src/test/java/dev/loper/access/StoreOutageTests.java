package dev.loper.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.access.Browser.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class StoreOutageTests {

    @TempDir
    Path folder;

    @Test
    void withoutRedisEveryGuardedDoorSays503AndTheAppIsStillServed() throws Exception {
        try (ConfigurableApplicationContext app = new SpringApplicationBuilder(AccessApp.class).profiles("demo").run(
                "--server.port=0", "--loper.public-url=http://loper.test", "--loper.data-dir=" + folder,
                "--loper.redis.mode=embedded", "--loper.redis.timeout=500ms", "--loper.redis.durability=relaxed")) {
            int port = app.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            Browser browser = new Browser(port);
            assertThat(browser.signIn("lotte@loper.test", "loper-demo").status()).isEqualTo(200);

            ((AutoCloseable) app.getBean("embeddedRedis")).close();

            Browser guest = new Browser(port);
            guest.cookies.putAll(browser.cookies);
            guest.cookies.remove("LOPER_SESSION");
            Answer signIn = guest.post("/api/v1/session", Map.of("email", "lotte@loper.test", "password",
                    "loper-demo"));
            for (Answer answer : List.of(signIn, browser.get("/api/v1/session"), browser.get("/api/v1/people"),
                    new Browser(port).with("Authorization", "Bearer loper_demo").get("/api/v1/people"))) {
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.type()).isEqualTo("store-unavailable");
                assertThat(answer.header("Retry-After")).isPresent();
                assertThat(answer.raw().body()).doesNotContain("Redis").doesNotContain("127.0.0.1");
            }
            assertThat(new Browser(port).with("Accept", "text/html").get("/login").status()).isEqualTo(200);
        }
    }
}
