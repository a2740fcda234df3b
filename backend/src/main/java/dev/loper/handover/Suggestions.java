package dev.loper.handover;

import dev.loper.conversation.Entry;
import dev.loper.conversation.EntryBody;
import dev.loper.conversation.Timeline;
import dev.loper.customer.CustomerWishes;
import dev.loper.customer.CustomerWishes.Wishes;
import dev.loper.customer.Identity;
import dev.loper.handover.ConversationHandoversController.HandoverWay;
import dev.loper.message.ChannelKind;
import dev.loper.message.Level;
import dev.loper.reply.Channels;
import dev.loper.reply.Reachability;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Proposes a route when the channel the customer is on closes, fails, or reaches nobody any more: one on which we write to
/// them, for of a link or a code they could not be told where they are.
@Component
class Suggestions {

    private static final String UNREAD = "handover-unread";
    private static final String UNFIT = "does-not-fit";
    private static final int LOOK_BACK = 20;

    private final Reachability reachability;
    private final CustomerWishes wishes;
    private final Timeline timeline;
    private final Channels channels;
    private final Clock clock;

    Suggestions(Reachability reachability, CustomerWishes wishes, Timeline timeline, Channels channels, Clock clock) {
        this.channels = channels;
        this.timeline = timeline;
        this.reachability = reachability;
        this.wishes = wishes;
        this.clock = clock;
    }

    /// The routes as the API gives them, of those they can take the one they wish for first; the best one says why it is
    /// proposed, if there is a reason to propose any.
    ///
    /// @param load what is to be written there: where they are carries it, or what does is proposed
    List<HandoverWay> of(Place place, List<Ways.Way> ways, Load load) {
        String why = why(place, load);
        Wishes wished = wishes.of(place.customer());
        Optional<Ways.Way> best = why == null
                ? Optional.empty()
                : best(ways.stream().filter(
                        way -> fits(way.route().to(), load) && (way.address() != null || why.equals(UNFIT))).toList(),
                        wished.channel());
        return ways.stream().sorted(Comparator.comparing((Ways.Way way) -> !way.open()).thenComparing(
                way -> way.route().to() != wished.channel())).map(
                        way -> view(way, best.filter(way::equals).map(
                                found -> why).orElse(null), wished,
                                quietUntil(way, Ways.from(place), wished))).toList();
    }

    /// They are told where they are now, unless we write to them there.
    private @Nullable Instant quietUntil(Ways.Way way, ChannelKind from, Wishes wished) {
        return wished.quietUntil(way.how() == How.WRITE ? way.route().to() : from, clock.instant());
    }

    private boolean fits(ChannelKind channel, Load load) {
        return channels.port(channel).filter(port -> load.fits(port.capabilities())).isPresent();
    }

    private @Nullable String why(Place place, Load load) {
        if (place.topic().failed() != null) {
            return "failed";
        }
        ChannelKind from = Ways.from(place);
        List<Reachability.Way> here = reachability.at(place.customer(), place.topic(), clock.instant()).stream().filter(
                way -> way.account().channel() == from && way.to() != null).toList();
        boolean closed = !here.isEmpty() && here.stream().noneMatch(Reachability.Way::open)
                && here.stream().anyMatch(way -> way.windowEnds() != null);
        return closed
                ? "window-closed"
                : from == ChannelKind.CHAT && gone(place) ? "unread" : fits(from, load) ? null : UNFIT;
    }

    /// Whether they were gone before they could read an answer, and neither came back nor were handed over since.
    private boolean gone(Place place) {
        return timeline.page(place.conversation(), null, place.topic().id(), LOOK_BACK).stream().flatMap(
                Suggestions::turn).findFirst().filter(UNREAD::equals).isPresent();
    }

    /// What an entry says of where they are: an event of a handover, or `in` if they wrote.
    private static Stream<String> turn(Entry entry) {
        EntryBody.Event event = entry.body().event();
        if ("in".equals(entry.body().direction())) {
            return Stream.of("in");
        }
        return event != null && event.kind().startsWith("handover-") ? Stream.of(event.kind()) : Stream.empty();
    }

    /// Where they would rather be before email, and email before others.
    private static Optional<Ways.Way> best(List<Ways.Way> ways, @Nullable ChannelKind wished) {
        return ways.stream().filter(Ways.Way::open).min(Comparator.comparing(
                (Ways.Way way) -> way.route().to() != wished).thenComparing(
                        way -> way.route().to() != ChannelKind.EMAIL));
    }

    private static HandoverWay view(Ways.Way way, @Nullable String suggested, Wishes wished,
            @Nullable Instant quietUntil) {
        Identity address = way.address();
        Ways.Obstacle obstacle = way.obstacle();
        return new HandoverWay(way.route().to(), way.how().wire(),
                Optional.ofNullable(way.account()).map(account -> account.id().value()).orElse(null),
                address == null ? null : address.address().value(),
                address != null && address.level() != Level.CLAIMED, way.open(),
                obstacle == null ? null : obstacle.wire(), obstacle == null ? null : obstacle.sentence(), suggested,
                way.route().to() == wished.channel(), quietUntil);
    }
}
