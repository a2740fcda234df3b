package dev.loper.identity;

import dev.loper.conversation.EntryBody;
import dev.loper.conversation.Topic;
import dev.loper.conversation.Topics;
import dev.loper.customer.Customers;
import dev.loper.customer.Identity;
import dev.loper.message.Author;
import dev.loper.message.HomeId;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Marks addresses as used by several people. Such an address threads as before, and proves nothing about who is who.
@Component
class RedisSharing {

    private static final LuaScript SHARE = LuaScript.load("share");
    private static final int TRIES = 5;

    private final RedisStore store;
    private final RedisKeys keys;
    private final Customers customers;
    private final Topics topics;

    RedisSharing(RedisStore store, RedisKeys keys, Customers customers, Topics topics) {
        this.store = store;
        this.keys = keys;
        this.customers = customers;
        this.topics = topics;
    }

    /// How many use an address.
    enum Users {
        ONE,
        SEVERAL
    }

    /// @return false if there is no such address
    boolean mark(String field, Users users, Author by) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Identity> identity = customers.byField(field);
            Optional<Topic> topic = identity.flatMap(
                    found -> topics.of(found.conversation()).stream().findFirst());
            if (topic.isEmpty()) {
                return false;
            }
            if (!"stale".equals(run(identity.orElseThrow(), topic.get(), users, by))) {
                return true;
            }
        }
        throw new IllegalStateException(
                "The address " + field + " changed its place " + TRIES + " times in one write.");
    }

    private String run(Identity identity, Topic topic, Users users, Author by) {
        HomeId home = topic.home();
        String event = users == Users.SEVERAL ? "shared" : "unshared";
        String body = RedisJson.write(EntryBody.system(by, EntryBody.Event.about(event, identity.address().value())));
        return String.valueOf(store.run(SHARE,
                List.of(keys.of(Family.CLOCK), keys.of(Family.FEED), keys.of(Family.IDENTITIES), keys.of(Family.TOPICS),
                        keys.conversation(identity.conversation()), keys.thread(home), keys.lanes(home),
                        keys.entries(home), keys.states(home)),
                List.of(RedisJson.facts("identity", identity.id(), "conversation", identity.conversation().value(),
                        "shared", users == Users.SEVERAL, "topic", topic.id().value(), "home", home.value()),
                        body)).getFirst());
    }
}
