package dev.loper.customer;

import dev.loper.message.ChannelAddress;
import dev.loper.message.ConversationId;
import dev.loper.message.CustomerId;
import dev.loper.message.HomeId;
import dev.loper.message.Level;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;

/// Reads customers and the index of their identities. One who was joined to another is found there, under either id.
@Component
public class Customers {

    /// How many joints are followed, from a customer to the one they were joined to.
    static final int JOINTS = 64;

    private static final String IDENTITY = "identity:";
    private static final String CLAIM = "claim:";
    /// `lent:<home>:<identity>`: another customer's address, on which something was said that is this one's now.
    private static final Pattern LENT = Pattern.compile("lent:([^:]+):(.+)");

    private final RedisStore store;
    private final RedisKeys keys;

    public Customers(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /// Whose address this is.
    public Optional<Identity> identity(ChannelAddress address, Level level) {
        return byField(Identity.field(address, level));
    }

    /// Whose addresses these are, in one trip; nobody's are left out.
    public <A extends ChannelAddress> Map<A, Identity> identities(List<A> addresses, Level level) {
        if (addresses.isEmpty()) {
            return Map.of();
        }
        List<String> fields = addresses.stream().map(address -> Identity.field(address, level)).toList();
        List<String> found = store.with(
                redis -> redis.hmget(keys.of(Family.IDENTITIES), fields.toArray(String[]::new)));
        Map<A, Identity> identities = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            String json = found.get(i);
            if (json != null) {
                identities.put(addresses.get(i), read(fields.get(i), json));
            }
        }
        return identities;
    }

    /// The identity in a field of the index, as [Identity#id()] and a topic's `address` name it.
    public Optional<Identity> byField(String field) {
        String found = store.with(redis -> redis.hget(keys.of(Family.IDENTITIES), field));
        return Optional.ofNullable(found).map(json -> read(field, json));
    }

    /// @return the customer, or the one they were joined to: the id may be another than the one asked for
    public Optional<Customer> find(CustomerId id) {
        CustomerId at = id;
        for (int i = 0; i < JOINTS; i++) {
            Map<String, String> fields = fields(at);
            String into = fields.get("into");
            if (into == null) {
                return fields.isEmpty() ? Optional.empty() : Optional.of(customer(at, fields));
            }
            at = new CustomerId(into);
        }
        throw new IllegalStateException("The customer " + id + " was joined in a circle.");
    }

    private Map<String, String> fields(CustomerId id) {
        return store.with(redis -> redis.hgetAll(keys.customer(id)));
    }

    /// The names of several customers, in one trip.
    public Map<CustomerId, String> names(Collection<CustomerId> ids) {
        List<CustomerId> distinct = ids.stream().distinct().toList();
        if (distinct.isEmpty()) {
            return Map.of();
        }
        return store.with(redis -> {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                List<Response<String>> names = distinct.stream().map(
                        id -> pipeline.hget(keys.customer(id), "name")).toList();
                pipeline.sync();
                Map<CustomerId, String> found = new LinkedHashMap<>();
                for (int i = 0; i < distinct.size(); i++) {
                    String name = names.get(i).get();
                    found.put(distinct.get(i), name == null ? "" : name);
                }
                return found;
            }
        });
    }

    /// Reads an identity that a script returned as the index holds it.
    public static Identity read(String field, String json) {
        return Identity.of(field, RedisJson.read(json, Identity.Stored.class));
    }

    private Customer customer(CustomerId id, Map<String, String> fields) {
        return new Customer(id, fields.getOrDefault("name", ""),
                new ConversationId(fields.getOrDefault("conversation", "")), emptyToNull(fields.get("language")),
                emptyToNull(fields.get("zone")),
                Instant.ofEpochMilli(Long.parseLong(fields.getOrDefault("since", "0"))),
                identities(id, fields));
    }

    private List<Identity> identities(CustomerId id, Map<String, String> fields) {
        List<String> names = fields.keySet().stream().filter(field -> field.startsWith(IDENTITY)).map(
                field -> field.substring(IDENTITY.length())).toList();
        List<String> found = names.isEmpty()
                ? List.of()
                : store.with(redis -> redis.hmget(keys.of(Family.IDENTITIES), names.toArray(String[]::new)));
        List<Identity> identities = new ArrayList<>(claims(id, fields));
        identities.addAll(lent(id, fields));
        for (int i = 0; i < names.size(); i++) {
            String json = found.get(i);
            if (json != null) {
                identities.add(read(names.get(i), json));
            }
        }
        identities.sort(Comparator.comparing(Identity::seen, Comparator.nullsLast(Comparator.reverseOrder())));
        return List.copyOf(identities);
    }

    /// Addresses of other customers, on which this one may be answered: used by both, they prove nothing about either.
    private List<Identity> lent(CustomerId id, Map<String, String> fields) {
        Map<String, HomeId> homes = new TreeMap<>();
        fields.keySet().stream().sorted().map(LENT::matcher).filter(Matcher::matches).filter(
                field -> !fields.containsKey(IDENTITY + field.group(2))).forEach(
                        field -> homes.put(field.group(2), new HomeId(field.group(1))));
        ConversationId conversation = new ConversationId(fields.getOrDefault("conversation", ""));
        return homes.entrySet().stream().flatMap(lent -> byField(lent.getKey()).stream().map(
                identity -> identity.lentTo(id, conversation, lent.getValue()))).toList();
    }

    /// Addresses the customer only typed.
    private static List<Identity> claims(CustomerId id, Map<String, String> fields) {
        ConversationId conversation = new ConversationId(fields.getOrDefault("conversation", ""));
        return fields.entrySet().stream().filter(field -> field.getKey().startsWith(CLAIM)).map(
                field -> new Identity(ChannelAddress.ofKey(field.getKey().substring(CLAIM.length())), id,
                        conversation, new HomeId(field.getValue()), Level.CLAIMED, false, null, null, null)).toList();
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
