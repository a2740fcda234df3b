package dev.loper.reply;

import dev.loper.channel.ChannelAccount;
import dev.loper.channel.OutboundPort;
import dev.loper.conversation.Topic;
import dev.loper.customer.Customer;
import dev.loper.customer.CustomerWishes;
import dev.loper.customer.CustomerWishes.Wishes;
import dev.loper.customer.Identity;
import dev.loper.message.ChannelKind;
import dev.loper.message.Level;
import dev.loper.reply.ReplyOption.Obstacle;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Works out how a customer can be answered now: one table of channel capabilities decides, and what cannot be used
/// says why.
@Component
class ReplyOptions {

    /// Whoever wrote on the chat so short a time ago is talking with us there.
    private static final Duration TALKING = Duration.ofMinutes(10);

    private final Channels channels;
    private final ObjectProvider<CustomerWishes> wishes;
    private final Clock clock;

    ReplyOptions(Channels channels, ObjectProvider<CustomerWishes> wishes, Clock clock) {
        this.channels = channels;
        this.wishes = wishes;
        this.clock = clock;
    }

    /// Every account of every channel, once for each address the customer has there.
    List<ReplyOption> of(Customer customer) {
        return of(customer, clock.instant());
    }

    /// The same at another moment, if the customer does not write until then.
    List<ReplyOption> of(Customer customer, Instant at) {
        List<ReplyOption> options = new ArrayList<>();
        for (OutboundPort port : channels.ports()) {
            for (ChannelAccount account : port.accounts()) {
                options.addAll(of(customer, port, account, at));
            }
        }
        return options;
    }

    /// How a customer wishes to be reached.
    Wishes wishes(Customer customer) {
        return wishes.getIfAvailable(() -> CustomerWishes.UNKNOWN).of(customer);
    }

    /// Of what can be used: the chat if the customer is talking with us there; the channel they wish to be answered on; the
    /// way they last used in a topic; where they last wrote at all.
    Optional<ReplyOption> preferred(List<ReplyOption> options, @Nullable Topic topic, Wishes wished) {
        List<ReplyOption> usable = options.stream().filter(ReplyOption::available).toList();
        Optional<ReplyOption> last = topic == null
                ? Optional.empty()
                : usable.stream().filter(option -> isLastUsed(option, topic)).findFirst();
        return last.filter(this::isTalking).or(() -> newest(usable.stream().filter(
                option -> option.account().channel() == wished.channel()))).or(() -> last).or(
                        () -> newest(usable.stream()));
    }

    private boolean isTalking(ReplyOption option) {
        return option.account().channel() == ChannelKind.CHAT && seen(option).isAfter(clock.instant().minus(TALKING));
    }

    private static Optional<ReplyOption> newest(Stream<ReplyOption> options) {
        return options.max(Comparator.comparing(ReplyOptions::seen).thenComparing(ReplyOptions::seenThere));
    }

    private static Instant seen(ReplyOption option) {
        return Optional.ofNullable(option.to()).map(Identity::seen).orElse(Instant.EPOCH);
    }

    private static Instant seenThere(ReplyOption option) {
        return Optional.ofNullable(option.to()).map(to -> to.seenOn(option.account().id())).orElse(Instant.EPOCH);
    }

    private List<ReplyOption> of(Customer customer, OutboundPort port, ChannelAccount account, Instant at) {
        List<ReplyOption> found = customer.identities().stream().filter(
                identity -> identity.address().kind().equals(port.capabilities().identityKind())).map(
                        identity -> option(port, account, identity, at)).toList();
        return found.isEmpty()
                ? List.of(new ReplyOption(account, port.capabilities(), null, Obstacle.NO_ADDRESS, null))
                : found;
    }

    private static ReplyOption option(OutboundPort port, ChannelAccount account, Identity identity, Instant at) {
        Duration window = port.capabilities().replyWindow();
        if (port.capabilities().spoken()) {
            return new ReplyOption(account, port.capabilities(), identity, Obstacle.SPOKEN, null);
        }
        if (window == null) {
            return new ReplyOption(account, port.capabilities(), identity, null, null);
        }
        Instant seen = identity.seenOn(account.id());
        Instant ends = seen == null ? Instant.EPOCH : seen.plus(window);
        boolean open = identity.level() != Level.CLAIMED && at.isBefore(ends);
        return new ReplyOption(account, port.capabilities(), identity, open ? null : Obstacle.WINDOW_CLOSED,
                seen == null ? null : ends);
    }

    private static boolean isLastUsed(ReplyOption option, Topic topic) {
        Identity to = option.to();
        return to != null && to.id().equals(topic.address())
                && option.account().id().value().equals(topic.account());
    }
}
