package dev.loper.channel.webchat;

import dev.loper.blob.FileTickets;
import dev.loper.channel.CallBacks;
import dev.loper.channel.Intake;
import dev.loper.channel.IntakeUnavailableException;
import dev.loper.channel.VisitorDetails;
import dev.loper.channel.VisitorProof;
import dev.loper.channel.webchat.ChatFrames.Message;
import dev.loper.channel.webchat.ChatFrames.Reason;
import dev.loper.channel.webchat.ChatFrames.Stored;
import dev.loper.channel.webchat.ChatSession.Guest;
import dev.loper.message.Attachment;
import dev.loper.message.ChannelAddress.Phone;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// A visitor's message: checked, handed in, and acknowledged once it is durable.
@Component
class ChatMessages {

    private static final Logger LOG = LoggerFactory.getLogger(ChatMessages.class);

    private final ChatGateway gateway;
    private final ChatBuckets buckets;
    private final FileTickets tickets;
    private final VisitorDetails details;
    private final VisitorProof proof;
    private final ObjectProvider<CallBacks> callBacks;
    private final ChatDeadLetters deadLetters;

    ChatMessages(ChatGateway gateway, ChatBuckets buckets, FileTickets tickets, VisitorDetails details,
            VisitorProof proof, ObjectProvider<CallBacks> callBacks, ChatDeadLetters deadLetters) {
        this.gateway = gateway;
        this.buckets = buckets;
        this.tickets = tickets;
        this.details = details;
        this.proof = proof;
        this.callBacks = callBacks;
        this.deadLetters = deadLetters;
    }

    /// @throws IntakeUnavailableException if the store cannot take it now
    /// @throws BadFrameException          if nothing is said, or a file is not this visitor's
    void take(ChatSession session, Guest guest, Message frame) {
        Duration wait = wait(session, guest);
        if (wait.isPositive()) {
            session.refuse(frame.id(), Reason.TOO_FAST, wait);
        } else if (frame.text().length() > ChatLimits.TEXT) {
            session.refuse(frame.id(), Reason.TOO_LONG, null);
        } else if (frame.files().size() > session.site().limits().filesPerMessage()) {
            session.refuse(frame.id(), Reason.TOO_LARGE, null);
        } else {
            Optional<Phone> call = callAt(frame);
            handIn(session, guest, letter(session, guest, frame), frame.id(), call);
        }
    }

    /// @throws BadFrameException if it asks for a call at something that is not called
    private Optional<Phone> callAt(Message frame) {
        String typed = frame.call();
        if (typed == null) {
            return Optional.empty();
        }
        return Optional.of(callBacks.stream().findFirst().flatMap(calls -> calls.number(typed)).orElseThrow(
                () -> new BadFrameException("This is no number that is called.")));
    }

    private Duration wait(ChatSession session, Guest guest) {
        ChatLimits limits = session.site().limits();
        Duration own = buckets.take("message:" + guest.visitor().value(), limits.messagesPerMinute());
        return own.isPositive()
                ? own
                : buckets.take("messages:" + session.address(), limits.messagesPerMinutePerAddress());
    }

    private ChatLetter letter(ChatSession session, Guest guest, Message frame) {
        String text = PlainText.of(frame.text());
        List<Attachment> files = frame.files().stream().map(
                ticket -> tickets.redeem(ticket, session.site().id().value(), guest.visitor().value()).orElseThrow(
                        () -> new BadFrameException("A file is not this visitor's, or waited too long."))).toList();
        if (text.isBlank() && files.isEmpty()) {
            throw new BadFrameException("The message says nothing.");
        }
        return new ChatLetter(guest.visitor().value(), frame.id(), session.name(), text, files);
    }

    private void handIn(ChatSession session, Guest guest, ChatLetter letter, String id, Optional<Phone> call) {
        boolean first = !session.introduced();
        if (first) {
            details.claim(session.site().id(), guest.visitor(),
                    new VisitorDetails.Claim(null, null, guest.language().wire(), guest.page()));
            session.introduce();
        }
        ChatSite site = session.site();
        Intake.Receipt receipt;
        try {
            receipt = gateway.accept(letter.message(site.id()));
        } catch (IntakeUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("A chat message cannot be taken in; it is kept as a dead letter.", e);
            deadLetters.keep(site.id(), letter, e);
            session.refuse(id, Reason.BAD_FRAME, null);
            return;
        }
        if (first) {
            proof.becameKnown(guest.visitor());
        }
        call.ifPresent(number -> callBacks.ifAvailable(
                calls -> calls.ask(guest.visitor(), receipt.entry(), number)));
        session.send(new Stored(id, receipt.entry(), receipt.at()));
    }
}
