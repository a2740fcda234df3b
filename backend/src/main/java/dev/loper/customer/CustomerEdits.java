package dev.loper.customer;

import dev.loper.message.CustomerId;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes down what people of ours know of a customer: a name, a language, a time zone.
@Component
public class CustomerEdits {

    private static final LuaScript EDIT = LuaScript.load("customer-edit");

    private final RedisStore store;
    private final RedisKeys keys;

    CustomerEdits(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /// What is to be known from now on; null leaves a field as it is, an empty word clears it.
    ///
    /// @param language a BCP 47 tag
    /// @param zone     an IANA time zone
    public record Edit(@Nullable String name, @Nullable String language, @Nullable String zone) {

        private Map<String, String> fields() {
            Map<String, String> fields = new HashMap<>();
            put(fields, "name", name);
            put(fields, "language", language);
            put(fields, "zone", zone);
            return fields;
        }

        private static void put(Map<String, String> fields, String field, @Nullable String value) {
            if (value != null) {
                fields.put(field, value);
            }
        }
    }

    /// @param customer whoever they are joined to is changed in their place
    public void edit(CustomerId customer, Edit edit) {
        Map<String, String> fields = edit.fields();
        if (fields.isEmpty()) {
            return;
        }
        CustomerId at = customer;
        for (int i = 0; i < Customers.JOINTS; i++) {
            List<Object> reply = store.run(EDIT,
                    List.of(keys.of(Family.CLOCK), keys.customer(at), keys.of(Family.FEED), keys.of(Family.NAMES)),
                    List.of(RedisJson.facts("customer", at.value(), "set", fields, "words",
                            edit.name() == null ? null : Names.words(edit.name()))));
            if (!"elsewhere".equals(reply.getFirst())) {
                return;
            }
            at = new CustomerId((String) reply.get(1));
        }
    }
}
