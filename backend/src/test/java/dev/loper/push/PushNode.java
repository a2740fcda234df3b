package dev.loper.push;

import dev.loper.Days;
import dev.loper.access.Browser;
import dev.loper.conversation.Added;
import dev.loper.conversation.Appended;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.Conversations;
import dev.loper.conversation.EntryBody;
import dev.loper.conversation.EntryWriter;
import dev.loper.feed.Cursor;
import dev.loper.feed.Feed;
import dev.loper.message.AccountId;
import dev.loper.message.Author;
import dev.loper.message.HomeId;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisServer;
import dev.loper.redis.RedisStore;
import dev.loper.reply.OutboundQueue;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import redis.clients.jedis.StreamEntryID;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/// One node with live screens, on the Redis all tests share, with the demo's people.
final class PushNode implements AutoCloseable {

    static final String ORIGIN = "http://loper.test";
    private static final AccountId SMS = new AccountId("sms-main");

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

    /// A screen of one of the demo's people that says something of itself when it subscribes.
    Screen screen(String name, Map<String, String> headers) {
        return Screen.open(port(), signIn(name), headers);
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

    /// Has the feed say that a promise in somebody's topic changed, as `publish_promise` in `promises.lua` does.
    void promiseChanged(Appended.Stored message) {
        RedisKeys keys = bean(RedisKeys.class);
        bean(RedisStore.class).with(redis -> redis.xadd(keys.of(Family.FEED), new StreamEntryID(redis.hincrBy(keys.of(
                Family.CLOCK), "seq", 1), 0),
                Map.of("ms", "1", "kind", "promise", "conversation",
                        message.conversation().value(), "topic", message.topic().value(), "promise", "p1")));
    }

    /// Has the feed say that somebody complains, or has a day, as `complaint-note.lua` and `fact-say.lua` do.
    void occasionChanged(Appended.Stored message) {
        RedisKeys keys = bean(RedisKeys.class);
        bean(RedisStore.class).with(redis -> redis.xadd(keys.of(Family.FEED), new StreamEntryID(redis.hincrBy(keys.of(
                Family.CLOCK), "seq", 1), 0),
                Map.of("ms", "1", "kind", "occasion", "conversation", message.conversation().value())));
    }

    /// Lotte answers, and thereby takes the topic.
    ///
    /// @return takes the answer back
    Runnable answered(Appended.Stored message) {
        Conversation conversation = bean(Conversations.class).find(message.conversation()).orElseThrow();
        HomeId home = conversation.homes().getFirst();
        EntryBody body = new EntryBody("message", "sms", SMS.value(), "out", null, List.of("+316"), List.of(), null,
                "Good morning.", null, null, new Author(Author.Kind.AGENT, "lotte", "Lotte"), null, List.of(), null,
                UUID.randomUUID().toString(), null, "phone:+316", null, null);
        Added.Stored answer = (Added.Stored) bean(EntryWriter.class).answer(new EntryWriter.Answer(conversation, home,
                message.topic(), body, null, Duration.ofHours(1)));
        OutboundQueue queue = new OutboundQueue(bean(RedisStore.class), bean(RedisKeys.class), Clock.systemUTC(),
                Days.UTC);
        return () -> queue.withdraw(new OutboundQueue.Job(SMS, answer.home(), answer.entry()), message.topic());
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
