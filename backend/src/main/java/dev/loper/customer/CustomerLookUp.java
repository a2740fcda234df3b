package dev.loper.customer;

import dev.loper.message.ChannelAddress;
import dev.loper.message.CustomerId;
import dev.loper.message.Level;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Finds customers by what a person types: an address of any kind, the beginning of a name, an id.
///
/// Names are looked up by one word, the longest typed, in a sorted set; the rest is compared with the names they have. So a
/// search reads a few hundred short words at the most, however many customers there are.
@Component
public class CustomerLookUp {

    private static final int CANDIDATES = 300;
    private static final String ID = "c[0-9a-z]{10,40}";

    private final RedisStore store;
    private final RedisKeys keys;
    private final Customers customers;

    CustomerLookUp(RedisStore store, RedisKeys keys, Customers customers) {
        this.store = store;
        this.keys = keys;
        this.customers = customers;
    }

    /// Who may be meant, each once and under the id of today; addresses first.
    public List<CustomerId> find(String typed) {
        Set<CustomerId> found = new LinkedHashSet<>();
        if (typed.strip().matches(ID)) {
            found.add(new CustomerId(typed.strip()));
        }
        addresses(typed.strip()).forEach(address -> List.of(Level.OBSERVED, Level.CLAIMED).forEach(
                level -> customers.identity(address, level).ifPresent(identity -> found.add(identity.customer()))));
        found.addAll(named(Names.words(typed)));
        return List.copyOf(found);
    }

    private List<CustomerId> named(List<String> words) {
        if (words.isEmpty()) {
            return List.of();
        }
        String word = words.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
        List<String> members = store.with(redis -> redis.zrangeByLex(keys.of(Family.NAMES), "[" + word,
                "(" + word + "\uffff", 0, CANDIDATES));
        Map<CustomerId, String> names = customers.names(members.stream().map(
                member -> new CustomerId(member.substring(member.lastIndexOf('|') + 1))).toList());
        return names.entrySet().stream().filter(entry -> begins(words, entry.getValue())).map(
                Map.Entry::getKey).toList();
    }

    private static boolean begins(List<String> words, String name) {
        List<String> has = Names.words(name);
        return words.stream().allMatch(word -> has.stream().anyMatch(one -> one.startsWith(word)));
    }

    /// The addresses that what was typed may be. A number without a country is taken for a Dutch one.
    static List<ChannelAddress> addresses(String typed) {
        List<ChannelAddress> found = new ArrayList<>();
        if (typed.indexOf('@') > 0) {
            found.add(new ChannelAddress.Email(typed.toLowerCase(Locale.ROOT)));
        }
        String digits = typed.replaceAll("[\\s().\\-/]", "");
        if (digits.matches("(\\+|00)?[0-9]{7,15}")) {
            String number = digits.replaceFirst("^00", "+").replaceFirst("^0", "+31");
            String international = number.startsWith("+") ? number : "+" + number;
            found.add(new ChannelAddress.Phone(international));
            found.add(new ChannelAddress.WhatsApp(international));
        }
        return found;
    }
}
