package dev.loper.channel;

import dev.loper.message.ChannelAddress;
import org.jspecify.annotations.Nullable;

/// How a visitor proves who they are. Whatever they type, they learn nothing about whether anybody is known here.
public interface VisitorProof {

    /// Sends a one-time code to an address a visitor typed: by mail, or as a text message. It takes no time, and the same whoever
    /// has the address.
    ///
    /// @param address  a mail address or a number; nothing goes to any other
    /// @param language `en` or `nl`
    /// @param brand    as whom we write
    void sendCode(ChannelAddress.Visitor visitor, ChannelAddress address, String language, String brand);

    /// Uses a code up. A few wrong ones use it up as well.
    ///
    /// @return whether it was the code that was sent for this visitor
    /// @throws IntakeUnavailableException if the store cannot be asked now
    boolean redeem(ChannelAddress.Visitor visitor, String code);

    /// Whether this browser is not known as another user of the site: a visitor of their own needs who comes after them.
    ///
    /// @throws IntakeUnavailableException if the store cannot be asked now
    boolean mayBe(ChannelAddress.Visitor visitor, Login login);

    /// The site says who this is. Repeats are harmless.
    ///
    /// @throws IntakeUnavailableException if the store cannot take it now
    void signedIn(ChannelAddress.Visitor visitor, Login login);

    /// What a visitor proved before their first message holds from that on.
    ///
    /// @throws IntakeUnavailableException if the store cannot take it now
    void becameKnown(ChannelAddress.Visitor visitor);

    /// Somebody who is signed in on a site.
    ///
    /// @param site  where: ids of two sites have nothing to do with each other
    /// @param user  their id there
    /// @param email their address, if the site vouches for it
    record Login(String site, String user, ChannelAddress.@Nullable Email email) {}
}
