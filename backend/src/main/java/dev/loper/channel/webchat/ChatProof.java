package dev.loper.channel.webchat;

import dev.loper.channel.CallBacks;
import dev.loper.channel.VisitorProof;
import dev.loper.channel.webchat.ChatFrames.Code;
import dev.loper.channel.webchat.ChatFrames.CodeSent;
import dev.loper.channel.webchat.ChatFrames.Prove;
import dev.loper.channel.webchat.ChatFrames.Proven;
import dev.loper.channel.webchat.ChatFrames.Reason;
import dev.loper.channel.webchat.ChatSession.Guest;
import dev.loper.message.ChannelAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// A visitor's one-time code: asked for, and typed.
@Component
class ChatProof {

    /// Codes one visitor, and one network address, may ask for in a minute.
    private static final int CODES = 3;
    private static final int CODES_PER_ADDRESS = 30;
    /// Of these as text messages, which cost us, in an hour.
    private static final int TEXTS_PER_ADDRESS = 6;
    /// Guesses of one visitor, and of one network address, in a minute.
    private static final int GUESSES = 6;
    private static final int GUESSES_PER_ADDRESS = 60;
    private static final Pattern DIGITS = Pattern.compile("\\d{6}");

    private final VisitorProof proof;
    private final ObjectProvider<CallBacks> callBacks;
    private final ChatBuckets buckets;

    ChatProof(VisitorProof proof, ObjectProvider<CallBacks> callBacks, ChatBuckets buckets) {
        this.proof = proof;
        this.callBacks = callBacks;
        this.buckets = buckets;
    }

    /// @throws BadFrameException if the address is none
    void take(ChatSession session, Guest guest, Code asked) {
        ChannelAddress address = address(asked).orElseThrow(() -> new BadFrameException("There is no address."));
        Duration wait = wait(session, guest, asked);
        if (wait.isPositive()) {
            session.refuse(null, Reason.TOO_FAST, wait);
            return;
        }
        proof.sendCode(guest.visitor(), address, guest.language().wire(), session.site().brand());
        session.send(new CodeSent());
    }

    private Duration wait(ChatSession session, Guest guest, Code asked) {
        Duration wait = wait(session, guest, "code", CODES, CODES_PER_ADDRESS);
        return wait.isPositive() || asked.phone() == null
                ? wait
                : buckets.take("code-texts:" + session.address(), TEXTS_PER_ADDRESS, Duration.ofHours(1));
    }

    private Optional<ChannelAddress> address(Code asked) {
        String phone = asked.phone();
        return phone == null
                ? Optional.ofNullable(ChatDetails.email(asked.email()))
                : callBacks.stream().findFirst().flatMap(calls -> calls.number(phone));
    }

    /// @throws dev.loper.channel.IntakeUnavailableException if the store cannot be asked now
    void take(ChatSession session, Guest guest, Prove typed) {
        Duration wait = wait(session, guest, "guess", GUESSES, GUESSES_PER_ADDRESS);
        if (wait.isPositive()) {
            session.refuse(null, Reason.TOO_FAST, wait);
            return;
        }
        String digits = typed.code().replaceAll("[\\s-]", "");
        session.send(new Proven(DIGITS.matcher(digits).matches() && proof.redeem(guest.visitor(), digits)));
    }

    private Duration wait(ChatSession session, Guest guest, String what, int own, int ofAddress) {
        Duration wait = buckets.take(what + ":" + guest.visitor().value(), own);
        return wait.isPositive() ? wait : buckets.take(what + "s:" + session.address(), ofAddress);
    }
}
