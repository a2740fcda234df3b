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
/// @param to        the customer first
/// @param cc        who gets a copy
/// @param newcomers whom the newest message names, and neither one of us nor the message that began the thread has: whoever
///                  forges a sender names themselves, so nothing goes there unless a person adds them
/// @param replyTo   where the newest message asks for answers instead
record Addressing(List<String> to, List<String> cc, List<String> newcomers, @Nullable Elsewhere replyTo) {

    static final Addressing NONE = new Addressing(List.of(), List.of(), List.of(), null);

    /// Another address than the sender's, at which a message asks for answers (RFC 5322, Reply-To). Nothing goes there
    /// without a person's yes.
    record Elsewhere(String entry, String from, String address) {}

    /// @param customer    the customer's address that is answered
    /// @param newestFirst the topic's newest entries
    static Addressing of(Customer whose, ReplyOption way, String customer, List<Entry> newestFirst,
            Channels channels) {
        List<Entry> letters = letters(newestFirst, way);
        if (letters.isEmpty()) {
            return new Addressing(List.of(customer), List.of(), List.of(), null);
        }
        EntryBody newest = letters.getFirst().body();
        Set<String> left = new LinkedHashSet<>(addresses(whose));
        left.add(customer);
        letters.stream().flatMap(entry -> asked(entry, whose).stream()).filter(
                address -> !invited(letters, address, whose)).forEach(left::add);
        List<String> newcomers = Stream.of(sender(newest), newest.to().stream(), newest.cc().stream()).flatMap(
                all -> all).distinct().filter(
                        address -> !left.contains(address) && !channels.ours(address)
                                && !invited(letters, address, whose)).toList();
        left.addAll(newcomers);
        Set<String> to = Stream.concat(sender(newest), newest.to().stream()).filter(
                address -> !left.contains(address) && !channels.ours(address)).collect(
                        Collectors.toCollection(LinkedHashSet::new));
        List<String> cc = newest.cc().stream().filter(
                address -> !left.contains(address) && !to.contains(address) && !channels.ours(address)).toList();
        return new Addressing(Stream.concat(Stream.of(customer), to.stream()).toList(), cc, newcomers,
                elsewhere(letters, whose));
    }

    /// The message whose Reply-To an address is, if nobody but that message ever named it.
    static Optional<Entry> whoAskedFor(String address, Customer whose, ReplyOption way, List<Entry> newestFirst) {
        List<Entry> letters = letters(newestFirst, way);
        return invited(letters, address, whose)
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

    /// Whether the letter that began the thread named it openly, or one of us wrote there unasked. Where any letter asks for
    /// answers at it, neither that letter nor a yes to it says so: whoever forges a sender writes both, and each needs a yes of its own.
    private static boolean invited(List<Entry> letters, String address, Customer whose) {
        @Nullable
        Entry first = letters.isEmpty() ? null : letters.getLast();
        boolean asks = letters.stream().anyMatch(entry -> asked(entry, whose).filter(address::equals).isPresent());
        return letters.stream().filter(entry -> entry.equals(first)
                ? asked(entry, whose).filter(address::equals).isEmpty()
                : !asks && "out".equals(entry.body().direction())).map(Entry::body).anyMatch(
                        body -> body.to().contains(address) || body.cc().contains(address)
                                || address.equals(body.from()));
    }

    private static Set<String> addresses(Customer whose) {
        return whose.identities().stream().map(identity -> identity.address().value()).collect(
                Collectors.toUnmodifiableSet());
    }
}
