package dev.loper.channel.email;

import dev.loper.channel.ChannelAccount;
import dev.loper.channel.Insiders;
import dev.loper.channel.Insiders.Insider;
import dev.loper.channel.Intake;
import dev.loper.channel.UnreadableMessageException;
import dev.loper.message.ChannelMessage;
import dev.loper.message.TopicId;

/// Mail from people who work here. What answers a conversation becomes their note in it; everything else is set aside for
/// a person to look at. Nothing of it is ever a customer's, and nothing is ever answered.
///
/// Whoever gets a mail of ours holds the address that leads into its topic, so a note is believed only if our own server
/// vouches for its sender: otherwise a customer could put words into a colleague's mouth.
final class ColleagueMail {

    private final Insiders insiders;
    private final MailReader reader;

    ColleagueMail(Insiders insiders, MailReader reader) {
        this.insiders = insiders;
        this.reader = reader;
    }

    /// @throws UnreadableMessageException if it is to be set aside
    Taken take(Insider colleague, ChannelAccount account, EmailSettings.Account mailbox, byte[] raw, MimePart mail) {
        String from = MailFields.normalised(MailReader.sender(mail));
        if (MailOrigin.automatic(mail, from)) {
            throw aside(colleague, "A machine wrote it for them.");
        }
        if (MailReader.doubtful(mail.headers(), mailbox)
                || !AuthenticationResults.dmarcPassed(mail.headers(), mailbox.authservId())) {
            throw aside(colleague, "Whether they really sent it, our mail server did not confirm.");
        }
        TopicId topic = reader.hints(mail.headers()).replyTopic();
        if (topic == null) {
            throw aside(colleague, "It answers no conversation, and our own people are no customers.");
        }
        return noted(colleague, topic, reader.read(account, mailbox, raw, mail));
    }

    private Taken noted(Insider colleague, TopicId topic, ChannelMessage message) {
        boolean kept = false;
        try {
            Intake.Receipt receipt = insiders.note(colleague, topic, message.providerId(), message.text(),
                    message.attachments());
            kept = !receipt.repeat();
            return new Taken.Noted(receipt);
        } finally {
            if (!kept) {
                reader.forget(message.attachments());
            }
        }
    }

    private static UnreadableMailException aside(Insider colleague, String why) {
        return new UnreadableMailException("It comes from " + colleague.name() + ", who works here. " + why);
    }
}
