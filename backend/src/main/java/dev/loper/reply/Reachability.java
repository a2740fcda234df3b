package dev.loper.reply;

import dev.loper.channel.ChannelAccount;
import dev.loper.conversation.Topic;
import dev.loper.customer.Customer;
import dev.loper.customer.CustomerWishes.Wishes;
import dev.loper.customer.Identity;
import dev.loper.message.ChannelKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Where a customer can be reached at a moment to come, if they do not write until then.
@Component
public class Reachability {

    private final ReplyOptions options;

    Reachability(ReplyOptions options) {
        this.options = options;
    }

    /// One way to reach a customer.
    ///
    /// @param to         their address there; none if they have none
    /// @param sentence   why it cannot be used at that moment, for the agent; none if it can
    /// @param windowEnds until when free text may be sent, on channels with a reply window
    /// @param quietUntil if it would disturb them at that moment, until when they wish for quiet
    /// @param wished     whether it is the channel they would rather be answered on
    /// @param spoken     whether people speak there: nothing can be written
    public record Way(ChannelAccount account, @Nullable Identity to, @Nullable String sentence,
            @Nullable Instant windowEnds, @Nullable Instant quietUntil, boolean wished, boolean spoken) {

        /// Whether something can be written to them there.
        public boolean open() {
            return sentence == null && to != null;
        }

        /// Whether one of us can answer them there, be it by calling.
        public boolean answers() {
            return to != null && (spoken || sentence == null);
        }

        /// Whose address it is.
        ///
        /// @throws NullPointerException if they have none
        public Identity address() {
            return Objects.requireNonNull(to);
        }
    }

    /// Every way, the usable ones first, and of those the one the customer wishes for, or last used in the topic.
    public List<Way> at(Customer customer, @Nullable Topic topic, Instant moment) {
        List<ReplyOption> all = options.of(customer, moment);
        Wishes wished = options.wishes(customer);
        Optional<ReplyOption> preferred = options.preferred(all, topic, wished);
        return all.stream().sorted(Comparator.comparing(
                (ReplyOption option) -> preferred.filter(option::equals).isEmpty()).thenComparing(
                        option -> !option.available())).map(
                                option -> way(option, wished, moment)).toList();
    }

    private static Way way(ReplyOption option, Wishes wished, Instant moment) {
        ChannelKind channel = option.account().channel();
        ReplyOption.Obstacle obstacle = option.obstacle();
        return new Way(option.account(), option.to(), obstacle == null ? null : obstacle.sentence(),
                option.windowEnds(), wished.quietUntil(channel, moment), channel == wished.channel(),
                obstacle == ReplyOption.Obstacle.SPOKEN);
    }
}
