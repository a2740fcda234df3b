package dev.loper.handover;

import dev.loper.conversation.Added;
import dev.loper.conversation.Entry;
import dev.loper.conversation.EntryWriter;
import dev.loper.conversation.Timeline;
import dev.loper.customer.Customers;
import dev.loper.customer.Identity;
import dev.loper.message.Author;
import dev.loper.message.Delivery;
import dev.loper.message.EntryId;
import dev.loper.reply.Channels;
import dev.loper.reply.Replies;
import dev.loper.web.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says a first sentence to whoever arrived, so that they read that we know where we were; unless one of us has written to them
/// by then, who said it better. What a letter held back until an answer proved its address is said in any case.
@Component
class Greetings {

    private static final int TRIES = 4;
    private static final int LOOK_BACK = 30;

    private final Places places;
    private final Customers customers;
    private final Replies replies;
    private final EntryWriter entries;
    private final Timeline timeline;
    private final Channels channels;
    private final Transcript transcript;

    Greetings(Places places, Customers customers, Replies replies, EntryWriter entries, Timeline timeline,
            Channels channels, Transcript transcript) {
        this.places = places;
        this.customers = customers;
        this.replies = replies;
        this.entries = entries;
        this.timeline = timeline;
        this.channels = channels;
        this.transcript = transcript;
    }

    /// Said once, because it is written under an id of its own.
    void greet(Handover handover) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Place> place = places.of(handover.topic());
            Optional<Identity> there = Optional.ofNullable(handover.arrivedAs()).flatMap(customers::byField);
            if (place.isEmpty() || there.isEmpty() || keepsOut(handover, place.get(), there.get())) {
                return;
            }
            List<Entry> newest = timeline.page(place.get().conversation(), null, null, LOOK_BACK);
            if (!handover.reserved() && newest.stream().anyMatch(entry -> answered(handover, entry))) {
                return;
            }
            // What anybody writes between this look and the greeting makes us look again.
            EntryId seen = handover.reserved() || newest.isEmpty() ? null : newest.getFirst().id();
            if (!(said(handover, place.get(), there.get(), seen) instanceof Added.Stale)) {
                return;
            }
        }
    }

    /// What was held back is for whoever proved the address to be theirs, not for a guest.
    private static boolean keepsOut(Handover handover, Place place, Identity there) {
        return handover.reserved() && !there.customer().equals(place.customer().id());
    }

    /// Whether one of us wrote in the topic since they arrived.
    private static boolean answered(Handover handover, Entry entry) {
        Instant arrived = handover.closed();
        return arrived != null && !entry.at().isBefore(arrived) && entry.topic().equals(handover.topic())
                && "out".equals(entry.body().direction()) && entry.body().author().kind() == Author.Kind.AGENT
                && entry.delivery() != Delivery.WITHDRAWN;
    }

    private @Nullable Added said(Handover handover, Place place, Identity there, @Nullable EntryId seen) {
        try {
            return entries.answer(replies.prepare(place.conversation(), place.topic(),
                    new Replies.Draft(handover.to().wire(), handover.account().value(), List.of(
                            there.address().value()), List.of(), null, null, words(handover, place, there), null, false,
                            List.of(), "handover-greeting-" + handover.id(), seen),
                    new Author(Author.Kind.SYSTEM, null, brand(handover))));
        } catch (ProblemException unreachable) {
            // They have gone again, and the agent sees what the timeline tells.
            return null;
        }
    }

    /// To an address that was only typed, what was said comes now that an answer has proven it.
    private String words(Handover handover, Place place, Identity there) {
        HandoverWords ours = HandoverWords.in(Language.of(handover.language()));
        String greeting = ours.say("greeting", place.topic().title());
        return handover.reserved() ? greeting + "\n\n" + transcript.of(place, there, ours) : greeting;
    }

    private String brand(Handover handover) {
        String brand = channels.brand(handover.account().value());
        return brand.isBlank() ? Author.SYSTEM.name() : brand;
    }
}
