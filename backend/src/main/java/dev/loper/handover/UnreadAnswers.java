package dev.loper.handover;

import dev.loper.conversation.Entry;
import dev.loper.conversation.EntryBody;
import dev.loper.conversation.EntryWriter;
import dev.loper.conversation.Timeline;
import dev.loper.customer.Identity;
import dev.loper.message.Author;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelKind;
import dev.loper.message.Delivery;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.Level;
import dev.loper.redis.Timer;
import dev.loper.redis.TimerEffect;
import dev.loper.web.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Looks after answers in chat that nobody was there to read: they go on by email, all that wait in one letter, if an address
/// of the customer's is proven and theirs alone. If one was only typed, the timeline proposes it.
///
/// Each answer has a timer of its own; the first that finds them unread carries them all on, in one step with what it sends.
@Component
class UnreadAnswers implements TimerEffect {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int LOOK_BACK = 50;

    private final Timeline timeline;
    private final Places places;
    private final Offers offers;
    private final EntryWriter entries;
    private final RedisHandovers handovers;
    private final HandoverProperties settings;
    private final Clock clock;

    UnreadAnswers(Timeline timeline, Places places, Offers offers, EntryWriter entries, RedisHandovers handovers,
            HandoverProperties settings, Clock clock) {
        this.timeline = timeline;
        this.places = places;
        this.offers = offers;
        this.entries = entries;
        this.handovers = handovers;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "chat-unread";
    }

    @Override
    public void fire(Timer timer) {
        Optional<Entry> answer = timeline.find(new HomeId(timer.id()), new EntryId(timer.version())).filter(
                entry -> entry.carried() == null);
        Delivery delivery = answer.map(Entry::delivery).orElse(null);
        if (answer.isPresent() && (delivery == Delivery.QUEUED || delivery == Delivery.SENDING)) {
            handovers.later(timer, clock.instant().plus(SOON));
        } else if (answer.isPresent() && delivery == Delivery.SENT) {
            sent(answer.get(), timer);
        } else {
            handovers.drop(timer);
        }
    }

    private void sent(Entry answer, Timer timer) {
        Instant due = Optional.ofNullable(answer.deliveryAt()).orElseGet(answer::at).plus(settings.unread());
        if (clock.instant().isBefore(due)) {
            handovers.later(timer, due);
            return;
        }
        places.of(answer.topic()).filter(place -> Ways.from(place) == ChannelKind.CHAT).ifPresent(
                place -> goOn(place, answer));
        handovers.drop(timer);
    }

    private void goOn(Place place, Entry answer) {
        List<Entry> unread = timeline.page(place.conversation(), null, place.topic().id(), LOOK_BACK).stream().filter(
                entry -> isUnread(entry, answer)).toList().reversed();
        Optional<Identity> proven = address(place, Level.OBSERVED);
        try {
            if (proven.isPresent()) {
                offers.offer(place, wish(place, proven.get().address(), unread), author(answer));
                return;
            }
        } catch (ProblemException closed) {
            // The route is switched off, or the address was taken off this customer: people decide.
        }
        address(place, Level.CLAIMED).ifPresent(typed -> propose(place, typed, unread.getFirst()));
    }

    private static boolean isUnread(Entry entry, Entry like) {
        EntryBody body = entry.body();
        return "out".equals(body.direction()) && entry.delivery() == Delivery.SENT && entry.carried() == null
                && Objects.equals(body.channel(), ChannelKind.CHAT.wire()) && entry.home().equals(like.home())
                && Objects.equals(body.address(), like.body().address())
                && body.author().kind() == Author.Kind.AGENT;
    }

    /// The mail address they last used, proven at least so far; a proven one is theirs alone.
    private static Optional<Identity> address(Place place, Level atLeast) {
        return place.customer().identities().stream().filter(
                identity -> identity.address() instanceof ChannelAddress.Email
                        && identity.level().compareTo(atLeast) >= 0
                        && (atLeast == Level.CLAIMED || !identity.shared())).max(
                                Comparator.comparing(Identity::level).thenComparing(Identity::seen,
                                        Comparator.nullsFirst(Comparator.naturalOrder())));
    }

    private Offers.Wish wish(Place place, ChannelAddress address, List<Entry> unread) {
        HandoverWords words = HandoverWords.in(places.language(place));
        String said = unread.stream().map(entry -> entry.body().text().strip()).collect(Collectors.joining("\n\n"));
        return new Offers.Wish(ChannelKind.EMAIL, address.value(), Offers.Saying.SHOWN,
                words.template("offer.unread").replace("{transcript}", said),
                "unread-" + unread.getLast().id(), new NewHandover.Carried(unread.getFirst().home(),
                        unread.stream().map(Entry::id).toList()));
    }

    /// In the name of whoever answered; but they did not write it themselves.
    private static Author author(Entry answer) {
        return new Author(Author.Kind.SYSTEM, null, answer.body().author().name());
    }

    private void propose(Place place, Identity typed, Entry first) {
        EntryBody.HandoverRef to = new EntryBody.HandoverRef("", ChannelKind.CHAT.wire(), ChannelKind.EMAIL.wire(),
                null);
        entries.event(place.conversation(), place.topic().id(), EntryBody.told(Author.SYSTEM,
                EntryBody.Event.ofHandover("handover-unread", to, null, null).about(typed.address().value()),
                "unread-" + first.id()));
    }
}
