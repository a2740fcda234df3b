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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
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
        Map<String, Identity> found = byFields(
                addresses.stream().map(address -> Identity.field(address, level)).distinct().toList());
        Map<A, Identity> identities = new LinkedHashMap<>();
        addresses.forEach(address -> Optional.ofNullable(found.get(Identity.field(address, level))).ifPresent(
                identity -> identities.put(address, identity)));
        return identities;
    }

    /// The identity in a field of the index, as [Identity#id()] and a topic's `address` name it.
    public Optional<Identity> byField(String field) {
        String found = store.with(redis -> redis.hget(keys.of(Family.IDENTITIES), field));
        return Optional.ofNullable(found).map(json -> read(field, json));
    }

    /// @return the customer, or the one they were joined to: the id may be another than the one asked for
    public Optional<Customer> find(CustomerId id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    /// Several, by the ids asked for, in two trips and one more for each joint that is followed; those that are gone are left
    /// out.
    public Map<CustomerId, Customer> find(Collection<CustomerId> ids) {
        Map<CustomerId, Kept> kept = new LinkedHashMap<>();
        Map<CustomerId, CustomerId> at = new LinkedHashMap<>();
        ids.forEach(id -> at.put(id, id));
        for (int i = 0; i < JOINTS && !at.isEmpty(); i++) {
            Map<CustomerId, Map<String, String>> fields = fields(Set.copyOf(at.values()));
            at.entrySet().removeIf(asked -> {
                Map<String, String> there = fields.getOrDefault(asked.getValue(), Map.of());
                String into = there.get("into");
                if (into != null) {
                    asked.setValue(new CustomerId(into));
                    return false;
                }
                if (!there.isEmpty()) {
                    kept.put(asked.getKey(), new Kept(asked.getValue(), there));
                }
                return true;
            });
        }
        if (!at.isEmpty()) {
            throw new IllegalStateException("The customers " + at.keySet() + " were joined in a circle.");
        }
        return customers(kept);
    }

    /// A customer's fields, and under which id they lie.
    private record Kept(CustomerId id, Map<String, String> fields) {

        List<String> identities() {
            return fields.keySet().stream().filter(field -> field.startsWith(IDENTITY)).map(
                    field -> field.substring(IDENTITY.length())).toList();
        }
    }

    private Map<CustomerId, Customer> customers(Map<CustomerId, Kept> kept) {
        Map<String, Identity> identities = byFields(
                kept.values().stream().flatMap(one -> one.identities().stream()).distinct().toList());
        Map<CustomerId, Customer> customers = new LinkedHashMap<>();
        kept.forEach((asked, one) -> customers.put(asked, customer(one, identities)));
        return customers;
    }

    private Map<String, Identity> byFields(List<String> fields) {
        if (fields.isEmpty()) {
            return Map.of();
        }
        List<String> found = store.with(
                redis -> redis.hmget(keys.of(Family.IDENTITIES), fields.toArray(String[]::new)));
        Map<String, Identity> identities = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            String json = found.get(i);
            if (json != null) {
                identities.put(fields.get(i), read(fields.get(i), json));
            }
        }
        return identities;
    }

    /// One is asked for by itself: where a Cluster has just moved it, that is followed, and a pipeline is not.
    private Map<CustomerId, Map<String, String>> fields(Set<CustomerId> ids) {
        if (ids.size() == 1) {
            CustomerId only = ids.iterator().next();
            return Map.of(only, store.with(redis -> redis.hgetAll(keys.customer(only))));
        }
        return store.with(redis -> {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                Map<CustomerId, Response<Map<String, String>>> asked = new LinkedHashMap<>();
                ids.forEach(id -> asked.put(id, pipeline.hgetAll(keys.customer(id))));
                pipeline.sync();
                Map<CustomerId, Map<String, String>> fields = new LinkedHashMap<>();
                asked.forEach((id, reply) -> fields.put(id, reply.get()));
                return fields;
            }
        });
    }

    /// The names of several customers, in one trip.
    public Map<CustomerId, String> names(Collection<CustomerId> ids) {
        List<CustomerId> distinct = ids.stream().distinct().toList();
        if (distinct.isEmpty()) {
            return Map.of();
        }
        return store.with(redis -> {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                Supplier<Map<CustomerId, String>> names = askNames(pipeline, distinct);
                pipeline.sync();
                return names.get();
            }
        });
    }

    /// The same, as a part of a trip that asks for other things besides.
    ///
    /// @return to be asked after the trip
    public Supplier<Map<CustomerId, String>> askNames(AbstractPipeline trip, List<CustomerId> ids) {
        List<Response<String>> names = ids.stream().map(id -> trip.hget(keys.customer(id), "name")).toList();
        return () -> {
            Map<CustomerId, String> found = new LinkedHashMap<>();
            for (int i = 0; i < ids.size(); i++) {
                String name = names.get(i).get();
                found.put(ids.get(i), name == null ? "" : name);
            }
            return found;
        };
    }

    /// Reads an identity that a script returned as the index holds it.
    public static Identity read(String field, String json) {
        return Identity.of(field, RedisJson.read(json, Identity.Stored.class));
    }

    private Customer customer(Kept kept, Map<String, Identity> known) {
        Map<String, String> fields = kept.fields();
        return new Customer(kept.id(), fields.getOrDefault("name", ""),
                new ConversationId(fields.getOrDefault("conversation", "")), emptyToNull(fields.get("language")),
                emptyToNull(fields.get("zone")),
                Instant.ofEpochMilli(Long.parseLong(fields.getOrDefault("since", "0"))), identities(kept, known));
    }

    private List<Identity> identities(Kept kept, Map<String, Identity> known) {
        List<Identity> identities = new ArrayList<>(claims(kept.id(), kept.fields()));
        identities.addAll(lent(kept.id(), kept.fields()));
        kept.identities().stream().map(known::get).filter(Objects::nonNull).forEach(identities::add);
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
