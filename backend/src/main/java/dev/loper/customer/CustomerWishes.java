package dev.loper.customer;

import dev.loper.message.ChannelKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Says how customers wish to be reached. The ledger of facts provides it.
@FunctionalInterface
public interface CustomerWishes {

    /// Nobody wishes anything.
    CustomerWishes UNKNOWN = customer -> Wishes.NONE;

    /// What a customer wishes now.
    Wishes of(Customer customer);

    /// How somebody wishes to be reached.
    ///
    /// @param channel  on which they would rather be answered
    /// @param quiet    when they are not to be disturbed
    /// @param language a BCP 47 tag, in which they are written to
    record Wishes(@Nullable ChannelKind channel, @Nullable QuietHours quiet, @Nullable String language) {

        public static final Wishes NONE = new Wishes(null, null, null);

        /// Until when a message on a channel would disturb them, if it did at a moment.
        public @Nullable Instant quietUntil(ChannelKind on, Instant moment) {
            return quiet == null || !QuietHours.disturbs(on) ? null : quiet.endAfter(moment);
        }
    }
}
