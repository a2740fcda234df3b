package dev.loper.reply;

import dev.loper.channel.ChannelAccount;
import dev.loper.channel.OutboundPort;
import dev.loper.conversation.Topic;
import dev.loper.customer.Customer;
import dev.loper.customer.Identity;
import dev.loper.message.Level;
import dev.loper.reply.ReplyOption.Obstacle;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Works out how a customer can be answered now: one table of channel capabilities decides, and what cannot be used
/// says why.
@Component
class ReplyOptions {

    private final Channels channels;
    private final Clock clock;

    ReplyOptions(Channels channels, Clock clock) {
        this.channels = channels;
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

    /// The way the customer last used in a topic if it can be used, else the first that can.
    Optional<ReplyOption> preferred(List<ReplyOption> options, @Nullable Topic topic) {
        Optional<ReplyOption> last = topic == null
                ? Optional.empty()
                : options.stream().filter(ReplyOption::available).filter(
                        option -> isLastUsed(option, topic)).findFirst();
        return last.or(() -> options.stream().filter(ReplyOption::available).max(Comparator.comparing(
                option -> Optional.ofNullable(option.to()).map(Identity::seen).orElse(Instant.EPOCH))));
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
        Instant seen = identity.seen();
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
