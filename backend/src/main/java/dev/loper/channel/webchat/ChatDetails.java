package dev.loper.channel.webchat;

import dev.loper.channel.VisitorDetails;
import dev.loper.channel.webchat.ChatFrames.Details;
import dev.loper.channel.webchat.ChatFrames.DetailsStored;
import dev.loper.channel.webchat.ChatFrames.Reason;
import dev.loper.channel.webchat.ChatSession.Guest;
import dev.loper.message.ChannelAddress.Email;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a visitor types about themselves in the form before the chat.
@Component
class ChatDetails {

    private static final int NAME = 100;
    /// Well-formed enough to be worth a try; only an answer proves an address.
    private static final Pattern EMAIL = Pattern.compile(
            "[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9-]{1,63}\\.){1,8}[a-z0-9-]{2,63}");

    private final VisitorDetails details;
    private final ChatBuckets buckets;

    ChatDetails(VisitorDetails details, ChatBuckets buckets) {
        this.details = details;
        this.buckets = buckets;
    }

    /// @throws dev.loper.channel.IntakeUnavailableException if the store cannot take it now
    /// @throws BadFrameException                            if there is nothing in it, or the address is none
    void take(ChatSession session, Guest guest, Details told) {
        String name = told.name() == null ? "" : PlainText.line(told.name(), NAME);
        Email email = email(told.email());
        if (name.isEmpty() && email == null) {
            throw new BadFrameException("The details are empty.");
        }
        Duration wait = buckets.take("message:" + guest.visitor().value(),
                session.site().limits().messagesPerMinute());
        if (wait.isPositive()) {
            session.refuse(null, Reason.TOO_FAST, wait);
            return;
        }
        details.claim(session.site().id(), guest.visitor(), new VisitorDetails.Claim(name.isEmpty() ? null : name,
                email, guest.language().wire(), guest.page()));
        session.name(name.isEmpty() ? session.name() : name);
        session.send(new DetailsStored());
    }

    /// @throws BadFrameException if it is no address
    static @Nullable Email email(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String email = typed.strip().toLowerCase(Locale.ROOT);
        if (email.length() > 254 || !EMAIL.matcher(email).matches()) {
            throw new BadFrameException("The mail address is none.");
        }
        return new Email(email);
    }
}
