package dev.loper.identity;

import dev.loper.Given;
import dev.loper.access.Browser;
import dev.loper.conversation.Appended;
import dev.loper.conversation.InboundStore;
import dev.loper.customer.Customers;
import dev.loper.message.ChannelAddress;
import dev.loper.message.Level;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisServer;
import dev.loper.redis.RedisStore;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Who is who over real HTTP. Every test has people of its own.
@SpringBootTest(classes = IdentityApp.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "loper.public-url=http://loper.test")
@ActiveProfiles("demo")
abstract class IdentityApiTest {

    private static int people;

    @LocalServerPort
    int port;

    @Autowired
    InboundStore inbound;

    @Autowired
    Customers customers;

    @Autowired
    RedisStore store;

    @Autowired
    RedisKeys keys;

    @DynamicPropertySource
    static void redis(DynamicPropertyRegistry registry) {
        RedisServer.register(registry);
    }

    Browser lotte() {
        return new Browser(port).with("Authorization", "Bearer loper_demo");
    }

    static ChannelAddress.Phone somebodysPhone() {
        return new ChannelAddress.Phone("+3161000%04d".formatted(people++));
    }

    static ChannelAddress.Email somebodysMail() {
        return new ChannelAddress.Email("somebody" + people++ + "@example.com");
    }

    Appended.Stored says(Given.Message message) {
        return (Appended.Stored) inbound.append(message.build());
    }

    /// Something is promised in what was said, and open until much later.
    void promisedIn(Appended.Stored said, ChannelAddress address) {
        String id = "p-" + said.entry();
        String home = customers.identity(address, Level.OBSERVED).orElseThrow().home().value();
        store.with(redis -> {
            redis.hset(keys.of(RedisKeys.Family.PROMISES), id, RedisJson.write(Map.of("topic", said.topic().value(),
                    "home", home, "entry", said.entry().value(), "state", "open", "due", 4_102_444_800_000L, "owner",
                    "lotte")));
            return redis.zadd(keys.topicPromises(said.topic()), 4_102_444_800_000.0, id);
        });
    }

    String customerOf(ChannelAddress address) {
        return customers.identity(address, Level.OBSERVED).orElseThrow().customer().value();
    }
}
