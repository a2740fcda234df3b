package dev.loper.reply;

import dev.loper.conversation.Entry;
import dev.loper.conversation.EntryBody;
import dev.loper.customer.Customer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whom an answer goes to if everybody who takes part is to read it.
///
/// @param to      the customer first
/// @param cc      who gets a copy
/// @param replyTo where the newest message asks for answers instead
record Addressing(List<String> to, List<String> cc, @Nullable Elsewhere replyTo) {

    static final Addressing NONE = new Addressing(List.of(), List.of(), null);

    /// Another address than the sender's, at which a message asks for answers (RFC 5322, Reply-To). Nothing goes there
    /// without a person's yes.
    record Elsewhere(String entry, String from, String address) {}

    /// @param customer    the customer's address that is answered
    /// @param newestFirst the topic's newest entries
    static Addressing of(Customer whose, ReplyOption way, String customer, List<Entry> newestFirst,
            Channels channels) {
        List<Entry> letters = letters(newestFirst, way);
        if (letters.isEmpty()) {
            return new Addressing(List.of(customer), List.of(), null);
        }
        EntryBody newest = letters.getFirst().body();
        Set<String> left = new LinkedHashSet<>(addresses(whose));
        left.add(customer);
        letters.stream().flatMap(entry -> asked(entry, whose).stream()).filter(
                address -> !invited(letters, address)).forEach(left::add);
        Set<String> to = Stream.concat(sender(newest), newest.to().stream()).filter(
                address -> !left.contains(address) && !channels.ours(address)).collect(
                        Collectors.toCollection(LinkedHashSet::new));
        List<String> cc = newest.cc().stream().filter(
                address -> !left.contains(address) && !to.contains(address) && !channels.ours(address)).toList();
        return new Addressing(Stream.concat(Stream.of(customer), to.stream()).toList(), cc, elsewhere(letters, whose));
    }

    /// The message whose Reply-To an address is, if nobody but that message ever named it.
    static Optional<Entry> whoAskedFor(String address, Customer whose, ReplyOption way, List<Entry> newestFirst) {
        List<Entry> letters = letters(newestFirst, way);
        return invited(letters, address)
                ? Optional.empty()
                : letters.stream().filter(entry -> asked(entry, whose).filter(address::equals).isPresent()).findFirst();
    }

    private static @Nullable Elsewhere elsewhere(List<Entry> letters, Customer whose) {
        return letters.stream().filter(entry -> "in".equals(entry.body().direction())).findFirst().flatMap(
                entry -> asked(entry, whose).map(address -> new Elsewhere(entry.id().value(),
                        Optional.ofNullable(entry.body().from()).orElse(""), address))).orElse(null);
    }

    private static List<Entry> letters(List<Entry> newestFirst, ReplyOption way) {
        String channel = way.account().channel().wire();
        return newestFirst.stream().filter(entry -> channel.equals(entry.body().channel())).toList();
    }

    private static Stream<String> sender(EntryBody body) {
        return "in".equals(body.direction()) ? Stream.ofNullable(body.from()) : Stream.empty();
    }

    /// Where it asks for answers, unless we know that address as the customer's.
    private static Optional<String> asked(Entry entry, Customer whose) {
        return Optional.ofNullable(entry.body().replyTo()).filter(address -> !addresses(whose).contains(address));
    }

    /// Whether somebody who takes part addressed it openly.
    private static boolean invited(List<Entry> letters, String address) {
        return letters.stream().map(Entry::body).filter(body -> "in".equals(body.direction())).anyMatch(
                body -> body.to().contains(address) || body.cc().contains(address) || address.equals(body.from()));
    }

    private static Set<String> addresses(Customer whose) {
        return whose.identities().stream().map(identity -> identity.address().value()).collect(
                Collectors.toUnmodifiableSet());
    }
}
