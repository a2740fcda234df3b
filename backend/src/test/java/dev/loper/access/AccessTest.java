package dev.loper.access;

import dev.loper.redis.RedisServer;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The doors over real HTTP with the demo's people behind them, and a workspace of their own.
@SpringBootTest(classes = AccessApp.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "loper.public-url=http://loper.test", "loper.access.sign-in.per-account=5",
        "loper.access.sign-in.everywhere=12", "loper.access.sign-in.per-address=8"})
@ActiveProfiles("demo")
abstract class AccessTest {

    static final String PASSWORD = "loper-demo";

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Passwords passwords;

    @DynamicPropertySource
    static void redis(DynamicPropertyRegistry registry) {
        RedisServer.register(registry);
    }

    /// A browser at a network address of its own, so that tests do not use up each other's attempts.
    Browser browser() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new Browser(port).with("X-Forwarded-For", "198.18." + random.nextInt(256) + "." + random.nextInt(256));
    }

    Browser signedIn(String name) {
        Browser browser = browser();
        Browser.Answer answer = browser.signIn(name + "@loper.test", PASSWORD);
        if (answer.status() != 200) {
            throw new AssertionError("Not signed in: " + answer.status() + " " + answer.body());
        }
        return browser;
    }

    /// Somebody of their own for one test.
    Person somebody(Role role) {
        String id = "p" + UUID.randomUUID().toString().substring(0, 8);
        Person person = Person.fresh(new dev.loper.message.PersonId(id), "Somebody " + id, id + "@loper.test",
                DemoPassword.HASH, java.util.Set.of(role), "en");
        people.create(person);
        return person;
    }
}
