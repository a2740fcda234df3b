package dev.loper.handover;

import dev.loper.channel.ChannelAccount;
import dev.loper.channel.IntakeUnavailableException;
import dev.loper.channel.VisitorHandovers;
import dev.loper.customer.Customers;
import dev.loper.message.AccountId;
import dev.loper.message.Author;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelKind;
import dev.loper.message.Level;
import dev.loper.redis.StoreUnavailableException;
import dev.loper.reply.Channels;
import dev.loper.web.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Hands visitors over who ask for it themselves: they are shown what proves it, and nothing is sent but a letter.
@Component
class OfferedVisitors implements VisitorHandovers {

    private final RedisRoutes routes;
    private final Ways ways;
    private final Customers customers;
    private final Places places;
    private final NewestTopic newest;
    private final Offers offers;
    private final RedisHandovers handovers;
    private final Endings endings;
    private final ProofLinks links;
    private final Channels channels;
    private final Clock clock;

    OfferedVisitors(RedisRoutes routes, Ways ways, Customers customers, Places places, NewestTopic newest,
            Offers offers, RedisHandovers handovers, Endings endings, ProofLinks links, Channels channels,
            Clock clock) {
        this.handovers = handovers;
        this.endings = endings;
        this.clock = clock;
        this.routes = routes;
        this.ways = ways;
        this.customers = customers;
        this.places = places;
        this.newest = newest;
        this.offers = offers;
        this.links = links;
        this.channels = channels;
    }

    @Override
    public List<ChannelKind> ways(AccountId account) {
        try {
            return routes.all().stream().filter(route -> route.from() == ChannelKind.CHAT && route.enabled()).map(
                    Route::to).filter(to -> ways.account(to, account.value()) != null).toList();
        } catch (StoreUnavailableException e) {
            throw new IntakeUnavailableException("The store is away.", e);
        }
    }

    @Override
    public Optional<Way> offer(ChannelAddress.Visitor visitor, ChannelKind to, @Nullable String typed, String id) {
        try {
            return customers.identity(visitor, Level.OBSERVED).flatMap(newest::of).flatMap(places::of).filter(
                    place -> Ways.from(place) == ChannelKind.CHAT).flatMap(place -> offer(place, to, typed, id));
        } catch (StoreUnavailableException e) {
            throw new IntakeUnavailableException("The store is away.", e);
        }
    }

    private Optional<Way> offer(Place place, ChannelKind to, @Nullable String typed, String id) {
        try {
            Author visitor = new Author(Author.Kind.CUSTOMER, place.customer().id().value(), place.customer().name());
            Handover made = offers.offer(place, new Offers.Wish(to, typed, Offers.Saying.ASKED, "widget-" + id),
                    to == ChannelKind.EMAIL ? new Author(Author.Kind.SYSTEM, null, brand(place)) : visitor);
            return channels.account(made.account()).map(account -> shown(made, account));
        } catch (ProblemException closed) {
            return Optional.empty();
        }
    }

    @Override
    public Map<String, Instant> open(Collection<String> offers) {
        Instant now = clock.instant();
        return handovers.find(offers.stream().map(HandoverId::new).toList()).stream().filter(
                offer -> offer.open(now)).collect(
                        Collectors.toMap(offer -> offer.id().value(), Handover::expires));
    }

    @Override
    public void decline(ChannelAddress.Visitor visitor, String offer) {
        try {
            handovers.find(new HandoverId(offer)).filter(found -> found.from() == ChannelKind.CHAT).ifPresent(
                    found -> places.of(found.topic()).filter(place -> isTheirs(place, visitor)).ifPresent(
                            place -> endings.decline(found, place)));
        } catch (StoreUnavailableException e) {
            throw new IntakeUnavailableException("The store is away.", e);
        }
    }

    /// An offer's id is told to whom it was made only; and it must be in their conversation.
    private boolean isTheirs(Place place, ChannelAddress.Visitor visitor) {
        return customers.identity(visitor, Level.OBSERVED).filter(
                own -> own.conversation().equals(place.conversation().id())).isPresent();
    }

    private String brand(Place place) {
        String brand = channels.brand(place.topic().account());
        return brand.isBlank() ? Author.SYSTEM.name() : brand;
    }

    private Way shown(Handover made, ChannelAccount account) {
        ProofLinks.Shown shown = links.of(made, account);
        boolean scans = made.how() == How.TEXT;
        QrPicture picture = scans ? QrPicture.of(shown.url()) : null;
        return new Way(made.id().value(), made.to(), shown.url().isEmpty() ? null : shown.url(),
                made.how() == How.CODE ? shown.code() : null, made.how() == How.CODE ? account.address() : null,
                picture == null ? 0 : picture.size(), picture == null ? null : picture.path(), made.expires());
    }
}
