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
import java.util.List;
import java.util.Optional;
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
    private final ProofLinks links;
    private final Channels channels;

    OfferedVisitors(RedisRoutes routes, Ways ways, Customers customers, Places places, NewestTopic newest,
            Offers offers, ProofLinks links, Channels channels) {
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

    private String brand(Place place) {
        return Optional.ofNullable(place.topic().account()).map(AccountId::new).flatMap(channels::account).map(
                ChannelAccount::brand).orElse(Author.SYSTEM.name());
    }

    private Way shown(Handover made, ChannelAccount account) {
        ProofLinks.Shown shown = links.of(made, account);
        boolean scans = made.how() == How.TEXT;
        QrPicture picture = scans ? QrPicture.of(shown.url()) : null;
        return new Way(made.to(), shown.url().isEmpty() ? null : shown.url(),
                made.how() == How.CODE ? shown.code() : null, made.how() == How.CODE ? account.address() : null,
                picture == null ? 0 : picture.size(), picture == null ? null : picture.path(), made.expires());
    }
}
