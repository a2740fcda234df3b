package dev.loper.handover;

import dev.loper.access.People;
import dev.loper.channel.ChannelAccount;
import dev.loper.channel.OutboundPort;
import dev.loper.customer.Customer;
import dev.loper.customer.Identity;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelKind;
import dev.loper.message.Level;
import dev.loper.reply.Channels;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which routes a customer can take now.
@Component
class Ways {

    private final RedisRoutes routes;
    private final Channels channels;
    private final People people;

    Ways(RedisRoutes routes, Channels channels, People people) {
        this.routes = routes;
        this.channels = channels;
        this.people = people;
    }

    /// One route, as it is for one customer now.
    ///
    /// @param account  where they would arrive; none if that channel is not connected
    /// @param address  where we would write; none if we know no address, or need none
    /// @param obstacle why it cannot be taken; none if it can
    record Way(Route route, How how, @Nullable ChannelAccount account, @Nullable Identity address,
            @Nullable Obstacle obstacle) {

        boolean open() {
            return obstacle == null;
        }
    }

    /// Why a route cannot be taken, in words for the agent.
    enum Obstacle {

        NOT_CONNECTED("not-connected", "This channel is not connected. An administrator can connect it."),
        OTHER_BRAND("other-brand",
                "This channel is connected for another brand only. An administrator can connect it for this one, or for all."),
        NO_ADDRESS("no-address", "The customer has no address here that we know. Ask for it, and type it."),
        SWITCHED_OFF("switched-off", "An administrator has switched this route off.");

        private final String wire;
        private final String sentence;

        Obstacle(String wire, String sentence) {
            this.wire = wire;
            this.sentence = sentence;
        }

        String wire() {
            return wire;
        }

        String sentence() {
            return sentence;
        }
    }

    /// Every route from where the customer is: those they can take first.
    List<Way> of(Place place) {
        ChannelKind from = from(place);
        return routes.all().stream().filter(route -> route.from() == from).map(route -> way(route, place)).sorted(
                Comparator.comparing(way -> !way.open())).toList();
    }

    /// The channel the customer is on now.
    static ChannelKind from(Place place) {
        return Optional.ofNullable(place.topic().channel()).map(ChannelKind::of).orElse(ChannelKind.CHAT);
    }

    Way way(Route route, Place place) {
        ChannelAccount account = account(route.to(), place.topic().account());
        Identity address = address(route.to(), place.customer());
        How how = route.to() == ChannelKind.SMS && address != null ? How.WRITE : How.to(route.to());
        return new Way(route, how, account, how == How.WRITE ? address : null, obstacle(route, how, account, address));
    }

    private @Nullable Obstacle obstacle(Route route, How how, @Nullable ChannelAccount account,
            @Nullable Identity address) {
        if (account == null) {
            return accounts(route.to()).isEmpty() ? Obstacle.NOT_CONNECTED : Obstacle.OTHER_BRAND;
        }
        if (!route.enabled()) {
            return Obstacle.SWITCHED_OFF;
        }
        return how == How.WRITE && address == null ? Obstacle.NO_ADDRESS : null;
    }

    /// An account of a channel at which the customer is met who is served by another.
    @Nullable
    ChannelAccount account(ChannelKind channel, @Nullable String served) {
        return channels.meeting(accounts(channel), served).orElse(null);
    }

    private List<ChannelAccount> accounts(ChannelKind channel) {
        return channels.port(channel).map(OutboundPort::accounts).orElse(List.of());
    }

    /// Whether an account may tell a customer something who is served by another.
    boolean speaksFor(ChannelAccount account, @Nullable String served) {
        return account.speaksFor(channels.brand(served));
    }

    /// Where to write to a customer: the best proven address, and of equals the one they last used. To a number that somebody
    /// only typed nothing is written: each text costs us, and whoever it belongs to.
    /// Nothing goes to an address of our own, which anybody can type.
    private @Nullable Identity address(ChannelKind channel, Customer customer) {
        String kind = channel == ChannelKind.EMAIL ? "email" : channel == ChannelKind.SMS ? "phone" : "";
        return customer.identities().stream().filter(identity -> identity.address().kind().equals(kind)).filter(
                identity -> !kind.equals("phone")
                        || identity.level() != Level.CLAIMED && identity.address().value().startsWith("+")).filter(
                                identity -> !ours(identity.address())).max(
                                        Comparator.comparing(Identity::level).thenComparing(Identity::seen,
                                                Comparator.nullsFirst(Comparator.naturalOrder()))).orElse(null);
    }

    /// Whether an address is one of our own: an account's, or that of somebody who works here.
    boolean ours(ChannelAddress address) {
        return channels.ours(address.value()) || people.at(address).isPresent();
    }
}
