package dev.loper.identity;

import dev.loper.customer.Customer;
import dev.loper.message.CustomerId;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Of which customers it was said that they are not one: by a person, or by taking them apart. They are neither suggested
/// to each other again nor joined by themselves.
@Component
class RedisApart {

    private static final LuaScript SAY = LuaScript.load("apart");
    private static final int AT_MOST = 200;

    private final RedisStore store;
    private final RedisKeys keys;
    private final RedisWholes wholes;

    RedisApart(RedisStore store, RedisKeys keys, RedisWholes wholes) {
        this.store = store;
        this.keys = keys;
        this.wholes = wholes;
    }

    void say(Customer one, Customer other) {
        store.run(SAY, List.of(keys.of(Family.CLOCK), keys.of(Family.FEED), keys.of(Family.APART)),
                List.of(RedisJson.facts("customer", one.id().value(), "other", other.id().value(),
                        "conversation", one.conversation().value(), "otherConversation",
                        other.conversation().value())));
    }

    /// Everybody who is not this customer, nor anybody joined to them.
    Set<CustomerId> from(CustomerId customer) {
        Set<CustomerId> apart = new HashSet<>();
        for (CustomerId one : wholes.below(customer)) {
            String before = one.value() + "|";
            store.with(redis -> redis.zrangeByLex(keys.of(Family.APART), "[" + before, "(" + one.value() + "}", 0,
                    AT_MOST)).forEach(member -> apart.add(new CustomerId(member.substring(before.length()))));
        }
        return apart;
    }

    /// Whether it was said of two, or of any who were joined to them.
    boolean said(CustomerId one, CustomerId other) {
        return anyOf(from(one), other);
    }

    /// Whether a customer, or anybody joined to them, is one of these.
    boolean anyOf(Set<CustomerId> apart, CustomerId customer) {
        return !apart.isEmpty() && wholes.below(customer).stream().anyMatch(apart::contains);
    }
}
