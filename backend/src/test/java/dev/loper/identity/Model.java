package dev.loper.identity;

import dev.loper.message.ChannelAddress;
import dev.loper.message.CustomerId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Who is who, as plain as can be: each address belongs to a customer by origin, each customer may be joined to another.
///
/// What the store says is compared with this after every step.
final class Model {

    /// Whether a customer who began with something given has anything left.
    Predicate<CustomerId> exists = customer -> true;
    /// Address → the customer it is of by origin.
    final Map<ChannelAddress, CustomerId> origin = new LinkedHashMap<>();
    /// Customer → whom they were joined to.
    final Map<CustomerId, CustomerId> into = new HashMap<>();
    /// What was said on each address, in order.
    final Map<ChannelAddress, List<String>> said = new LinkedHashMap<>();

    /// What was given to somebody else: words → by which moves, to whom, the last one last.
    final Map<String, Deque<Given>> given = new HashMap<>();
    /// Customers who began with something that was given to them.
    final Set<CustomerId> begun = new LinkedHashSet<>();

    record Given(DeedId move, CustomerId to) {}

    void gives(String words, DeedId move, CustomerId to) {
        given.computeIfAbsent(words, key -> new ArrayDeque<>()).addLast(new Given(move, to));
    }

    /// Whose these words are by origin, wherever they were said.
    CustomerId originOf(ChannelAddress address, String words) {
        Deque<Given> moves = given.get(words);
        return moves == null || moves.isEmpty() ? originOf(address) : moves.getLast().to();
    }

    void says(ChannelAddress address, CustomerId customer, String words) {
        origin.putIfAbsent(address, customer);
        said.computeIfAbsent(address, key -> new ArrayList<>()).add(words);
    }

    CustomerId today(CustomerId customer) {
        CustomerId next = into.get(customer);
        return next == null ? customer : today(next);
    }

    CustomerId owner(ChannelAddress address) {
        return today(originOf(address));
    }

    CustomerId originOf(ChannelAddress address) {
        return Objects.requireNonNull(origin.get(address));
    }

    List<CustomerId> everybody() {
        return Stream.concat(origin.values().stream(), begun.stream().filter(exists)).map(
                this::today).distinct().toList();
    }

    List<ChannelAddress> addressesOf(CustomerId today) {
        return origin.keySet().stream().filter(address -> owner(address).equals(today)).toList();
    }
}
