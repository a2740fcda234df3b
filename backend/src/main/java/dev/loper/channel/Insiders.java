package dev.loper.channel;

import dev.loper.message.Attachment;
import dev.loper.message.ChannelAddress;
import dev.loper.message.PersonId;
import dev.loper.message.TopicId;
import java.util.List;
import java.util.Optional;

/// The people who work here, as a channel meets them: their addresses never become customers, and what they write to a
/// conversation is a note among us.
public interface Insiders {

    /// Who of us an address is of: a mail address they sign in with, or a number at which they take calls; none if nobody who
    /// works here has it.
    Optional<Insider> personAt(ChannelAddress address);

    /// Whether an address is nobody else's: of one of us, or an account of our own.
    boolean ours(ChannelAddress address);

    /// Keeps what one of us wrote as an internal note in a topic, once.
    ///
    /// @param id makes it once, however often it comes
    /// @throws UnreadableMessageException if there is no such topic, or none they may see
    /// @throws IntakeUnavailableException if the store cannot take it now
    Intake.Receipt note(Insider by, TopicId topic, String id, String text, List<Attachment> attachments);

    record Insider(PersonId id, String name) {}
}
