package dev.loper.conversation;

import dev.loper.customer.Customer;
import dev.loper.message.ChannelAddress.Visitor;
import java.util.List;
import java.util.stream.Stream;

/// A customer who is to be erased, with all that was said.
///
/// @param topics  all of them
/// @param entries all of them
public record Erased(Customer customer, Conversation conversation, List<Topic> topics, List<Entry> entries) {

    /// Their browsers.
    public Stream<Visitor> visitors() {
        return customer.identities().stream().flatMap(
                identity -> identity.address() instanceof Visitor visitor ? Stream.of(visitor) : Stream.empty());
    }
}
