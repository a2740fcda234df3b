package dev.loper.reply;

import dev.loper.channel.ChannelAccount;
import dev.loper.channel.ChannelCapabilities;
import dev.loper.customer.Identity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One way to answer a customer: an account and an address, and whether it can be used now.
///
/// @param to       the customer's identity there; none if they have none
/// @param obstacle why it cannot be used now; none if it can
/// @param windowEnds until when free text may be sent, on channels with a reply window
record ReplyOption(ChannelAccount account, ChannelCapabilities capabilities, @Nullable Identity to,
        @Nullable Obstacle obstacle, @Nullable Instant windowEnds) {

    /// Why an answer cannot leave this way, in words for the agent.
    enum Obstacle {

        SPOKEN("spoken", "A call cannot be written. Answer on another channel, or call the customer."),
        NO_ADDRESS("no-address", "The customer has no address here that we know."),
        WINDOW_CLOSED("window-closed", "Free text may be sent for 24 hours after the customer's last message, and they"
                + " have passed. Answer on another channel.");

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

    boolean available() {
        return obstacle == null;
    }
}
