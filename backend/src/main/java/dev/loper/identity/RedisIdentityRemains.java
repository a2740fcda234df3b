package dev.loper.identity;

import dev.loper.conversation.Erased;
import dev.loper.conversation.Remains;
import dev.loper.customer.Customers;
import dev.loper.message.ConversationId;
import dev.loper.message.CustomerId;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import dev.loper.redis.Removal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;
import redis.clients.jedis.resps.Tuple;

/// Who they were: their record and those of whoever was joined to them, their addresses, the clues these gave, their names in
/// the look-up, and the journal of what was done about who is who. A deed that also concerns another customer goes, too: it
/// names this one, and without them there is nothing to undo.
@Component
class RedisIdentityRemains implements Remains {

    private static final String IDENTITY = "identity:";
    private static final ScanParams PACE = new ScanParams().count(1000);

    private final RedisStore store;
    private final RedisKeys keys;
    private final RedisWholes wholes;
    private final RedisDeeds deeds;

    RedisIdentityRemains(RedisStore store, RedisKeys keys, RedisWholes wholes, RedisDeeds deeds) {
        this.store = store;
        this.keys = keys;
        this.wholes = wholes;
        this.deeds = deeds;
    }

    @Override
    public void of(Erased erased, Removal removal) {
        CustomerId today = erased.customer().id();
        Set<CustomerId> theirs = new HashSet<>(wholes.below(today));
        List<Deed> all = allDeeds();
        // Who was left without anything leads to them without having been joined.
        all.stream().flatMap(RedisIdentityRemains::parties).distinct().filter(id -> !theirs.contains(id)).filter(
                id -> wholes.exactly(id).map(Whole::into).filter(theirs::contains).isPresent()).toList().forEach(
                        theirs::add);
        List<String> addresses = addresses(today);
        all.stream().filter(deed -> parties(deed).anyMatch(theirs::contains)).forEach(deed -> {
            removal.field(keys.of(Family.DEEDS), deed.id().value());
            parties(deed).filter(id -> !theirs.contains(id)).forEach(other -> lent(other, addresses, removal));
        });
        theirs.forEach(id -> record(id, removal));
        removal.fields(keys.of(Family.IDENTITIES), addresses);
        addresses.forEach(address -> clues(address, removal));
        names(theirs, removal);
    }

    private static Stream<CustomerId> parties(Deed deed) {
        return Stream.of(deed.from().id(), deed.to().id());
    }

    private void record(CustomerId id, Removal removal) {
        removal.key(keys.customer(id));
        String conversation = store.with(redis -> redis.hget(keys.customer(id), "conversation"));
        if (conversation != null && !conversation.isEmpty()) {
            removal.key(keys.conversation(new ConversationId(conversation)));
            removal.key(keys.conversationTopics(new ConversationId(conversation)));
        }
        store.with(redis -> redis.zrangeByLex(keys.of(Family.APART), "[" + id.value() + "|",
                "(" + id.value() + "}")).forEach(pair -> removal.members(keys.of(Family.APART),
                        List.of(pair,
                                pair.substring(pair.indexOf('|') + 1) + "|" + id.value())));
    }

    /// Their fields of the index: those that are theirs today.
    private List<String> addresses(CustomerId id) {
        List<String> named = store.with(redis -> redis.hkeys(keys.customer(id))).stream().filter(
                field -> field.startsWith(IDENTITY)).map(field -> field.substring(IDENTITY.length())).toList();
        if (named.isEmpty()) {
            return List.of();
        }
        List<String> found = store.with(redis -> redis.hmget(keys.of(Family.IDENTITIES), named.toArray(
                String[]::new)));
        List<String> theirs = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            String json = found.get(i);
            if (json != null && Customers.read(named.get(i), json).customer().equals(id)) {
                theirs.add(named.get(i));
            }
        }
        return theirs;
    }

    /// Addresses of theirs on which another customer was to be answered.
    private void lent(CustomerId other, List<String> addresses, Removal removal) {
        removal.fields(keys.customer(other), store.with(redis -> redis.hkeys(keys.customer(other))).stream().filter(
                field -> field.startsWith("lent:") && addresses.stream().anyMatch(
                        address -> field.endsWith(":" + address))).toList());
    }

    private void clues(String address, Removal removal) {
        String of = "of|" + address + "|";
        store.with(redis -> redis.zrangeByLex(keys.of(Family.CLUES), "[" + of, "(of|" + address + "}")).forEach(
                clue -> removal.members(keys.of(Family.CLUES), List.of(clue,
                        "at|" + clue.substring(of.length()) + "|" + address)));
    }

    /// All the names they ever had.
    private void names(Set<CustomerId> theirs, Removal removal) {
        String cursor = ScanParams.SCAN_POINTER_START;
        do {
            String from = cursor;
            ScanResult<Tuple> page = store.with(redis -> redis.zscan(keys.of(Family.NAMES), from, PACE));
            removal.members(keys.of(Family.NAMES), page.getResult().stream().map(Tuple::getElement).filter(
                    word -> theirs.contains(new CustomerId(word.substring(word.lastIndexOf('|') + 1)))).toList());
            cursor = page.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
    }

    private List<Deed> allDeeds() {
        List<Deed> all = new ArrayList<>();
        String cursor = ScanParams.SCAN_POINTER_START;
        do {
            String from = cursor;
            ScanResult<Map.Entry<String, String>> page = store.with(redis -> redis.hscan(keys.of(Family.DEEDS), from,
                    PACE));
            page.getResult().forEach(kept -> deeds.find(new DeedId(kept.getKey())).ifPresent(all::add));
            cursor = page.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
        return all.stream().filter(Objects::nonNull).toList();
    }
}
