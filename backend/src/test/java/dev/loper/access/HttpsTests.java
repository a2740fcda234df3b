package dev.loper.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.access.Browser.Answer;
import dev.loper.redis.RedisServer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// An installation people reach by https, behind a proxy that ends it, with a chat on one site.
@SpringBootTest(classes = AccessApp.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "loper.public-url=https://support.example.com/")
@ActiveProfiles("demo")
@Import(HttpsTests.Shop.class)
class HttpsTests {

    /// A web chat whose account `shop` lives on one site.
    static class Shop {

        @Bean
        WidgetOrigins shopOrigins() {
            return (account, origin) -> account.equals("shop") && origin.equals("https://shop.example.com");
        }
    }

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void redis(DynamicPropertyRegistry registry) {
        RedisServer.register(registry);
    }

    @Test
    void everyCookieIsForHttpsOnly() {
        Answer answer = new Browser(port).signIn("lotte@loper.test", "loper-demo");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Browser.setCookies(answer)).isNotEmpty().allSatisfy(
                cookie -> assertThat(cookie).contains("Secure").contains("SameSite=Lax"));
    }

    @Test
    void browsersAreToldToStayOnHttpsAndWhereTheSocketIs() {
        Answer answer = new Browser(port).with("Accept", "text/html").get("/login");

        assertThat(answer.header("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(answer.header("Content-Security-Policy").orElseThrow()).contains(
                "connect-src 'self' wss://support.example.com");
    }

    @Test
    void theDescriptionOfTheApiIsForPeople() {
        assertThat(new Browser(port).with("Authorization", "Bearer loper_demo").get("/v3/api-docs").body().at(
                "/paths/~1api~1v1~1session").isMissingNode()).isFalse();
    }

    @Test
    void onlyTheSitesOfAnAccountMayUseItsChat() {
        assertThat(preflight("shop", "https://shop.example.com").header("Access-Control-Allow-Origin")).contains(
                "https://shop.example.com");
        assertThat(preflight("shop", "https://shop.example.com").header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(preflight("shop", "https://evil.example.com").status()).isEqualTo(403);
        assertThat(preflight("other", "https://shop.example.com").status()).isEqualTo(403);
        assertThat(preflight("other&account=shop", "https://shop.example.com").status()).isEqualTo(403);
    }

    private Answer preflight(String account, String origin) {
        return new Browser(port).with("Origin", origin).with("Access-Control-Request-Method", "POST").with(
                "Access-Control-Request-Headers", "loper-visitor").send("OPTIONS", "/widget/uploads?account=" + account,
                        null);
    }
}
