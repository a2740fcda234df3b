package dev.loper.channel.email;

import dev.loper.channel.DeliveryReceipts;
import dev.loper.channel.DeliveryReceipts.DeliveryReceipt;
import dev.loper.channel.Insiders;
import dev.loper.channel.Intake;
import dev.loper.channel.IntakeUnavailableException;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelMessage;
import dev.loper.organisation.QuestionAnswers;
import dev.loper.redis.StoreUnavailableException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Takes in one mail: reads it, and hands it to whom it concerns.
final class EmailIntake {

    private final EmailSettings settings;
    private final OurMail ours;
    private final MailReader reader;
    private final Intake intake;
    private final DeliveryReceipts receipts;
    private final Insiders insiders;
    private final ColleagueMail colleagues;
    private final QuestionAnswers answers;
    private final Clock clock;
    private final Map<AccountId, ChannelMessage> unsettled = new ConcurrentHashMap<>();

    EmailIntake(EmailSettings settings, OurMail ours, MailReader reader, Intake intake, DeliveryReceipts receipts,
            Insiders insiders, QuestionAnswers answers, Clock clock) {
        this.settings = settings;
        this.ours = ours;
        this.reader = reader;
        this.intake = intake;
        this.receipts = receipts;
        this.insiders = insiders;
        this.colleagues = new ColleagueMail(insiders, reader);
        this.answers = answers;
        this.clock = clock;
    }

    /// Reads a mail and hands it in.
    ///
    /// @throws dev.loper.channel.UnreadableMessageException if it cannot be taken in as it is
    /// @throws dev.loper.channel.IntakeUnavailableException if it cannot be stored now
    Taken take(AccountId account, byte[] raw) {
        EmailSettings.Account mailbox = Optional.ofNullable(settings.accounts().get(account.value())).orElseThrow(
                () -> new UnreadableMailException("There is no mail account “" + account + "” any more."));
        if (raw.length > mailbox.maxSize().toBytes()) {
            throw new UnreadableMailException(
                    "The mail is larger than " + mailbox.maxSize().toMegabytes() + " MB.");
        }
        MimePart mail = MimeReader.read(raw);
        Optional<Taken> known = own(mail).or(() -> bounce(account, mail)).or(() -> answer(raw, mail)).or(
                () -> colleague(account, mailbox, raw, mail));
        return known.orElseGet(() -> store(account, mailbox, raw, mail));
    }

    /// Mail from an address of ours never becomes a customer's: a copy of an answer is known already, anything else from
    /// there is for a person to look at.
    private Optional<Taken> own(MimePart mail) {
        if (!settings.owns(MailFields.normalised(MailReader.sender(mail)))) {
            return Optional.empty();
        }
        String messageId = mail.headers().first("message-id").map(MailFields::messageIds).flatMap(
                ids -> ids.stream().findFirst()).orElse("");
        if (ours.topicOfMessageId(messageId).isPresent()) {
            return Optional.of(new Taken.Own(messageId));
        }
        throw new UnreadableMailException(
                "It comes from an address of our own, and Loper did not send it; our addresses are no customers.");
    }

    private Optional<Taken> colleague(AccountId account, EmailSettings.Account mailbox, byte[] raw, MimePart mail) {
        ChannelAddress from = new ChannelAddress.Email(MailFields.normalised(MailReader.sender(mail)));
        return insiders.personAt(from).map(
                person -> colleagues.take(person, mailbox.as(account.value()), mailbox, raw, mail));
    }

    /// A bounce counts only if a machine wrote it and it names a Message-ID that only we could have made.
    private Optional<Taken> bounce(AccountId account, MimePart mail) {
        String sender = MailFields.normalised(MailReader.sender(mail));
        return Bounce.of(mail, sender).filter(bounce -> ours.topicOfMessageId(bounce.messageId()).isPresent()).filter(
                bounce -> recorded(account, bounce)).map(
                        bounce -> new Taken.Receipted(bounce.messageId(), bounce.state()));
    }

    /// What a colleague answers by mail belongs to whoever asked them, and never makes a customer.
    private Optional<Taken> answer(byte[] raw, MimePart mail) {
        return QuestionMarks.of(mail).filter(mark -> taken(mark, raw, mail)).map(Taken.Answered::new);
    }

    private boolean taken(String mark, byte[] raw, MimePart mail) {
        String from = MailFields.normalised(MailReader.sender(mail));
        try {
            return answers.take(new QuestionAnswers.Answer(mark, MailDigest.providerId(mail.headers(), raw), from,
                    MailBody.of(mail).text(), MailOrigin.automatic(mail, from)));
        } catch (StoreUnavailableException e) {
            throw new IntakeUnavailableException("A colleague's answer cannot be stored now.", e);
        }
    }

    private boolean recorded(AccountId account, Bounce bounce) {
        return bounce.state() == null || receipts.record(new DeliveryReceipt(account, bounce.messageId(),
                bounce.state(), clock.instant(), bounce.reason())) != DeliveryReceipts.Outcome.UNKNOWN;
    }

    /// A refused mail is remembered with its attachments: the refusal may have come after the append, so they must stay,
    /// and a store that is away for hours must not fill the disk with a copy at every try.
    private Taken store(AccountId account, EmailSettings.Account mailbox, byte[] raw, MimePart mail) {
        ChannelMessage refused = unsettled.get(account);
        boolean again = refused != null && refused.providerId().equals(MailDigest.providerId(mail.headers(), raw));
        ChannelMessage message = again && refused != null
                ? refused
                : reader.read(mailbox.as(account.value()), mailbox, raw, mail);
        unsettled.put(account, message);
        Intake.Receipt receipt = intake.accept(message);
        unsettled.remove(account);
        if (receipt.repeat() && !again) {
            reader.forget(message.attachments());
        }
        return new Taken.Stored(receipt);
    }
}
