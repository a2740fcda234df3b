package dev.loper.identity;

import dev.loper.message.ChannelAddress;
import dev.loper.message.CustomerId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Who is who, as plain as can be: each address belongs to a customer by origin, each customer may be joined to another.
///
/// What the store says is compared with this after every step.
final class Model {

    /// Address → the customer it is of by origin.
    final Map<ChannelAddress, CustomerId> origin = new LinkedHashMap<>();
    /// Customer → whom they were joined to.
    final Map<CustomerId, CustomerId> into = new HashMap<>();
    /// What was said on each address, in order.
    final Map<ChannelAddress, List<String>> said = new LinkedHashMap<>();

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
        return origin.values().stream().map(this::today).distinct().toList();
    }

    List<ChannelAddress> addressesOf(CustomerId today) {
        return origin.keySet().stream().filter(address -> owner(address).equals(today)).toList();
    }
}
