package dev.loper.channel.webchat;

import dev.loper.channel.ChatTyping;
import dev.loper.channel.IntakeUnavailableException;
import dev.loper.channel.Typing;
import dev.loper.channel.webchat.ChatFrames.Code;
import dev.loper.channel.webchat.ChatFrames.Details;
import dev.loper.channel.webchat.ChatFrames.FromVisitor;
import dev.loper.channel.webchat.ChatFrames.Hello;
import dev.loper.channel.webchat.ChatFrames.History;
import dev.loper.channel.webchat.ChatFrames.HistoryBefore;
import dev.loper.channel.webchat.ChatFrames.Message;
import dev.loper.channel.webchat.ChatFrames.Prove;
import dev.loper.channel.webchat.ChatFrames.Read;
import dev.loper.channel.webchat.ChatFrames.Reason;
import dev.loper.channel.webchat.ChatFrames.Received;
import dev.loper.channel.webchat.ChatFrames.VisitorTyping;
import dev.loper.channel.webchat.ChatSession.Guest;
import dev.loper.message.Delivery;
import dev.loper.message.EntryId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;

/// What follows from each frame of a visitor.
@Component
class ChatDialogue {

    /// What a browser is asked to wait while the store is away.
    static final Duration STORE_AWAY = Duration.ofSeconds(2);

    private final ChatWelcome welcome;
    private final ChatMessages messages;
    private final ChatDetails details;
    private final ChatReceipts receipts;
    private final ChatHistory history;
    private final ChatTyping typing;
    private final ChatProof proof;
    private final ChatHandovers handovers;

    ChatDialogue(ChatWelcome welcome, ChatMessages messages, ChatDetails details, ChatReceipts receipts,
            ChatHistory history, ChatTyping typing, ChatProof proof, ChatHandovers handovers) {
        this.handovers = handovers;
        this.welcome = welcome;
        this.messages = messages;
        this.details = details;
        this.receipts = receipts;
        this.history = history;
        this.typing = typing;
        this.proof = proof;
    }

    void take(ChatSession session, FromVisitor frame) {
        Guest guest = session.guest();
        try {
            if (frame instanceof Hello hello && guest == null) {
                welcome.take(session, hello);
            } else if (guest != null) {
                take(session, guest, frame);
            } else {
                session.refuse(null, Reason.BAD_FRAME, null);
                session.close(CloseStatus.POLICY_VIOLATION.withReason("The first frame is a hello."));
            }
        } catch (IntakeUnavailableException e) {
            session.refuse(idOf(frame), Reason.UNAVAILABLE, STORE_AWAY);
        } catch (BadFrameException e) {
            session.refuse(idOf(frame), Reason.BAD_FRAME, null);
            session.strike();
        }
    }

    private static @Nullable String idOf(FromVisitor frame) {
        return frame instanceof Message message
                ? message.id()
                : frame instanceof ChatFrames.GoOn wish ? wish.id() : null;
    }

    private void take(ChatSession session, Guest guest, FromVisitor frame) {
        switch (frame) {
            case Hello ignored -> throw new BadFrameException("A second hello.");
            case Message message -> messages.take(session, guest, message);
            case Details told -> details.take(session, guest, told);
            case Received upTo ->
                receipts.report(session.site(), guest.visitor(), new EntryId(upTo.entry()), Delivery.DELIVERED);
            case Read upTo ->
                receipts.report(session.site(), guest.visitor(), new EntryId(upTo.entry()), Delivery.READ);
            case VisitorTyping is -> typing.visitorTyping(session.site().id(), guest.visitor(),
                    is.on() ? Typing.STARTED : Typing.STOPPED);
            case Code asked -> proof.take(session, guest, asked);
            case Prove typed -> proof.take(session, guest, typed);
            case ChatFrames.GoOn wish -> handovers.take(session, guest, wish);
            case ChatFrames.Stay stays -> handovers.take(session, guest, stays);
            case HistoryBefore before -> tell(session, history.page(session.site(), guest.visitor(),
                    new EntryId(before.before())));
        }
    }

    private static void tell(ChatSession session, ChatHistory.Shown shown) {
        session.send(new History(shown.entries(), shown.more()));
    }
}
