package dev.loper.push;

import dev.loper.access.Browser;
import dev.loper.feed.Cursor;
import dev.loper.feed.Feed;
import dev.loper.redis.RedisServer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/// One node with live screens, on the Redis all tests share, with the demo's people.
final class PushNode implements AutoCloseable {

    static final String ORIGIN = "http://loper.test";

    private final ServletWebServerApplicationContext context;

    private PushNode(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    /// A node of a workspace; nodes of one workspace see each other's changes.
    static PushNode start(String workspace) {
        List<String> settings = new ArrayList<>(RedisServer.springProperties(workspace));
        settings.addAll(List.of("server.port=0", "loper.public-url=" + ORIGIN, "loper.data-dir=target/push",
                "logging.level.root=warn"));
        return new PushNode((ServletWebServerApplicationContext) new SpringApplicationBuilder(PushApp.class).profiles(
                "demo").run(settings.stream().map(setting -> "--" + setting).toArray(String[]::new)));
    }

    static String newWorkspace() {
        return "t-" + UUID.randomUUID().toString().substring(0, 12);
    }

    int port() {
        return java.util.Objects.requireNonNull(context.getWebServer()).getPort();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Cursor head() {
        return bean(Feed.class).head();
    }

    /// Somebody of the demo's people, signed in.
    Browser signIn(String name) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        Browser browser = new Browser(port()).with("X-Forwarded-For", "198.18." + random.nextInt(256) + "."
                + random.nextInt(256));
        Browser.Answer answer = browser.signIn(name + "@loper.test", "loper-demo");
        if (answer.status() != 200) {
            throw new AssertionError(name + " could not sign in: " + answer.status() + " " + answer.body());
        }
        return browser;
    }

    /// A screen of somebody who is signed in; it watches nothing yet.
    Screen screen(Browser browser) {
        return Screen.open(port(), browser);
    }

    /// A screen of one of the demo's people that watches from a cursor.
    Screen screen(String name, Screen.Watches watches, @Nullable Cursor cursor) {
        Screen screen = screen(signIn(name));
        screen.watch(watches, cursor);
        return screen;
    }

    /// Lets every screen of this node hear where the feed stands.
    void heartbeat() {
        bean(ChangePush.class).heartbeat();
    }

    /// Counts what was not counted yet.
    void count() {
        bean(CountsPusher.class).push();
    }

    @Override
    public void close() {
        context.close();
    }
}
