package dev.loper.handover;

import dev.loper.conversation.EntryBody;
import dev.loper.conversation.Said;
import dev.loper.customer.Clues;
import dev.loper.customer.Customer;
import dev.loper.customer.CustomerDetails;
import dev.loper.customer.Customers;
import dev.loper.customer.Identity;
import dev.loper.identity.Conflict;
import dev.loper.identity.Done;
import dev.loper.identity.Merges;
import dev.loper.message.Author;
import dev.loper.message.ChannelAddress;
import dev.loper.message.CustomerId;
import dev.loper.message.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Lets customers arrive: the address they come from becomes theirs, once, and everything about it is one step.
///
/// Where that address is another customer's already, both are one person if they sent the text we gave one from an address that
/// the network vouches for; they are joined, which can be undone. They are not joined where that would be a guess after all: if
/// the number is only shown, as callers and text messages show it, and anybody can show any; if a browser with a customer of its
/// own opened a link, which may have been passed on; if the address is used by several people; if both are known by different
/// addresses of one kind; or if they merely answered what we wrote to an address that somebody typed. Then whoever it is takes
/// part in the topic, the two are suggested to each other, and people decide (`docs/decisions/0068`).
@Component
class Arrivals {

    /// The message they arrive with comes first; then we say that we know.
    static final Duration GREETED_AFTER = Duration.ofMillis(1500);

    private static final int TRIES = 8;

    private final RedisHandovers handovers;
    private final RedisHandoverWriter writer;
    private final Places places;
    private final Customers customers;
    private final Merges merges;
    private final CustomerDetails details;

    Arrivals(RedisHandovers handovers, RedisHandoverWriter writer, Places places, Customers customers, Merges merges,
            CustomerDetails details) {
        this.handovers = handovers;
        this.writer = writer;
        this.places = places;
        this.customers = customers;
        this.merges = merges;
        this.details = details;
    }

    /// @param from the address they come from; none if nobody knows it
    /// @param code the spoken code, if it was one
    Arrival arrive(Handover handover, @Nullable ChannelAddress from, @Nullable String code) {
        return arrive(handover, from, code, null);
    }

    /// @param sent when the message was sent by which they arrive, if its provider said so
    Arrival arrive(Handover handover, @Nullable ChannelAddress from, @Nullable String code, @Nullable Instant sent) {
        @Nullable
        Party apart = null;
        for (int i = 0; i < TRIES; i++) {
            Optional<Place> place = places.of(handover.topic());
            if (place.isEmpty()) {
                return new Arrival.Gone();
            }
            Said.Reply reply = writer.arrive(handover, place.get(), new RedisHandoverWriter.Arriving(from,
                    apart != null, line(handover, place.get(), apart, code), sent));
            switch (reply.word()) {
                case "arrived", "again" -> {
                    suggest(handover, place.get(), from);
                    return there(handover);
                }
                case "closed" -> {
                    return new Arrival.Closed(HandoverState.of((String) reply.values().get(1)));
                }
                case "known" -> apart = join(handover, place.get(), other(from, (String) reply.values().get(1)));
                case "stale" -> {
                    // somebody is being joined or parted at this moment: look again
                }
                default -> {
                    return new Arrival.Gone();
                }
            }
        }
        throw new IllegalStateException("The customer of the handover " + handover.id() + " changed " + TRIES
                + " times in one arrival.");
    }

    private record Party(Customer customer, Identity address) {}

    private @Nullable Party other(@Nullable ChannelAddress from, String json) {
        if (from == null) {
            return null;
        }
        Identity address = Customers.read(Identity.field(from, Level.OBSERVED), json);
        return customers.find(address.customer()).map(customer -> new Party(customer, address)).orElse(null);
    }

    /// Joins both, if they are surely one.
    ///
    /// @return the other one, if they stay apart
    private @Nullable Party join(Handover handover, Place place, @Nullable Party other) {
        if (other == null || !surelyOne(handover, place.customer(), other)) {
            return other;
        }
        boolean onlyHere = onlyBrowsers(place.customer());
        CustomerId stays = onlyHere ? other.customer().id() : place.customer().id();
        CustomerId joins = onlyHere ? place.customer().id() : other.customer().id();
        return switch (merges.merge(stays, joins, Map.of(), Author.SYSTEM)) {
            case Done.Now now -> null;
            case Done.Already already -> null;
            case Done.NotFound missing -> other;
            case Done.Refused refused -> other;
        };
    }

    /// Whether nobody vouches for any address of theirs: a browser is nobody's.
    private static boolean onlyBrowsers(Customer customer) {
        return customer.identities().stream().filter(identity -> identity.level() != Level.CLAIMED).allMatch(
                identity -> identity.address() instanceof ChannelAddress.Visitor);
    }

    private boolean surelyOne(Handover handover, Customer ours, Party other) {
        return (handover.vouched() || nobodyBefore(handover, other)) && !other.address().shared()
                && !Conflict.between(ours, other.customer());
    }

    /// Whether nobody knew the number when the code was given: all there is of it is the call in which the code is said. A call is
    /// kept from its first ring, so that number has a customer by then, with nothing that could be anybody else's.
    private boolean nobodyBefore(Handover handover, Party other) {
        Customer customer = other.customer();
        return handover.how() == How.CODE && customer.since().isAfter(handover.offered())
                && customer.identities().size() == 1 && places.calledOnce(customer);
    }

    /// Whoever has both the proof and another customer's address may be both. Not so if we wrote to an address: anybody types one.
    private void suggest(Handover handover, Place place, @Nullable ChannelAddress from) {
        if (from == null || handover.how() == How.WRITE) {
            return;
        }
        customers.identity(from, Level.OBSERVED).filter(
                address -> !address.customer().equals(place.customer().id())).flatMap(
                        address -> Optional.ofNullable(place.topic().address()).flatMap(customers::byField)).ifPresent(
                                ours -> details.gave(ours, Clues.arrival(from)));
    }

    private Arrival there(Handover handover) {
        Handover now = handovers.find(handover.id()).orElse(handover);
        return places.of(handover.topic()).<Arrival>map(place -> new Arrival.There(now, place)).orElseGet(
                Arrival.Gone::new);
    }

    private static EntryBody line(Handover handover, Place place, @Nullable Party apart, @Nullable String code) {
        Author customer = new Author(Author.Kind.CUSTOMER, place.customer().id().value(), place.customer().name());
        EntryBody.Party party = apart == null
                ? null
                : new EntryBody.Party(apart.customer().id().value(), apart.customer().name());
        return EntryBody.told(customer,
                EntryBody.Event.ofHandover("handover-arrived", handover.told(code), party, null),
                "handover-arrived-" + handover.id());
    }
}
