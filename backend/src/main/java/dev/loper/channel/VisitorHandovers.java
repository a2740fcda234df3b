package dev.loper.channel;

import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelKind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a visitor goes on through another channel, at their own wish.
public interface VisitorHandovers {

    /// Where visitors of an account can go on.
    List<ChannelKind> ways(AccountId account);

    /// Offers one, once for each id.
    ///
    /// @param typed a mail address, as the visitor typed it
    /// @param id    a browser's id of the wish: a repeat gets the same offer
    /// @return none if that is not possible: they have not written yet, or the route is closed
    /// @throws IntakeUnavailableException if the store cannot be asked now
    Optional<Way> offer(ChannelAddress.Visitor visitor, ChannelKind to, @Nullable String typed, String id);

    /// Until when offers are good that are still open, by their ids; of all others nothing.
    ///
    /// @throws dev.loper.redis.StoreUnavailableException if the store cannot be asked now
    Map<String, Instant> open(Collection<String> offers);

    /// The visitor stays where they are: an offer to them is declined, if it is still open. Of anybody else's nothing happens.
    ///
    /// @throws IntakeUnavailableException if the store cannot take it now
    void decline(ChannelAddress.Visitor visitor, String offer);

    /// What the visitor is shown.
    ///
    /// @param offer  its id, by which they decline it
    /// @param link   to tap or scan; none where there is none
    /// @param code   to key in, six digits; none where there is none
    /// @param number to call, for a code
    /// @param qr     the link as a picture, an SVG path of so many modules each way
    record Way(String offer, ChannelKind to, @Nullable String link, @Nullable String code, @Nullable String number,
            int qrSize,
            @Nullable String qr, Instant until) {}
}
