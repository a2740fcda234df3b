package dev.loper.reply;

import dev.loper.conversation.Entry;
import dev.loper.customer.Customer;
import dev.loper.message.ChannelAddress;
import dev.loper.message.EntryId;
import dev.loper.web.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// Whom one answer goes to, checked.
///
/// @param to the customer's address, or the one a message asked for, and others
/// @param cc who gets a copy
record Recipients(List<String> to, List<String> cc) {

    private static final int MAX = 50;
    private static final Pattern MAIL = Pattern.compile(
            "[^\\s\\p{Cc}@<>(),;:\"\\[\\]\\\\]{1,64}@[^\\s\\p{Cc}@<>(),;:\"\\[\\]\\\\]{1,250}");

    /// Checks whom an agent wants to write to. Our own addresses are left out: what goes there only comes back.
    ///
    /// @param customer    the customer's address that is answered
    /// @param newestFirst the topic's newest entries
    /// @throws ProblemException 422 if the answer cannot go there
    static Recipients of(Replies.Draft draft, Customer whose, ReplyOption way, String customer,
            List<Entry> newestFirst, Channels channels) {
        List<String> to = draft.to().isEmpty() ? List.of(customer) : outside(draft.to(), channels).distinct().toList();
        List<String> cc = outside(draft.cc(), channels).filter(address -> !to.contains(address)).distinct().toList();
        if (!way.capabilities().letters()) {
            return alone(to, cc);
        }
        readable("to", to);
        readable("cc", cc);
        if (to.size() + cc.size() > MAX) {
            throw ProblemException.field("too-many-recipients", "cc",
                    "A message goes to " + MAX + " addresses at the most. Leave some out.");
        }
        Stream.concat(to.stream(), cc.stream()).forEach(
                address -> agreed(Addressing.whoAskedFor(address, whose, way, newestFirst), address,
                        draft.replyToOf()));
        return new Recipients(to, cc);
    }

    /// Who takes part from now on besides the customer.
    List<ChannelAddress> participants(ChannelAddress customer) {
        return Stream.concat(to.stream(), cc.stream()).map(
                address -> ChannelAddress.of(customer.kind(), address)).filter(
                        address -> !address.equals(customer)).distinct().toList();
    }

    private static Recipients alone(List<String> to, List<String> cc) {
        if (to.size() > 1 || !cc.isEmpty()) {
            throw ProblemException.field("one-recipient", cc.isEmpty() ? "to" : "cc",
                    "This channel reaches one person at a time. Leave the others out, or answer by email.");
        }
        return new Recipients(to, cc);
    }

    private static Stream<String> outside(List<String> addresses, Channels channels) {
        return addresses.stream().map(Recipients::normalised).filter(address -> !channels.ours(address));
    }

    static String normalised(String address) {
        return address.contains("@") ? address.strip().toLowerCase(Locale.ROOT) : address.strip();
    }

    private static void readable(String field, List<String> addresses) {
        addresses.stream().filter(address -> !MAIL.matcher(address).matches()).findFirst().ifPresent(wrong -> {
            throw ProblemException.field("no-mail-address", field,
                    "“" + wrong + "” is not a mail address. Check how it is spelled.");
        });
    }

    private static void agreed(Optional<Entry> asked, String address, @Nullable EntryId yes) {
        if (asked.isPresent() && !asked.get().id().equals(yes)) {
            String from = String.valueOf(asked.get().body().from());
            throw new ProblemException("reply-to-unconfirmed", HttpStatus.UNPROCESSABLE_CONTENT,
                    "The mail came from " + from + " and asks for answers at " + address
                            + ". Nothing goes there until somebody has said yes to that.",
                    Map.of("field", "replyToOf", "entry", asked.get().id().value(), "from", from, "address", address));
        }
    }
}
