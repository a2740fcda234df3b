package dev.loper.channel.webchat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.loper.message.EntryId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The frames of `/ws/chat`: one JSON object each, told apart by `type`.
final class ChatFrames {

    private ChatFrames() {}

    /// What a visitor's browser sends.
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({@JsonSubTypes.Type(Hello.class), @JsonSubTypes.Type(Message.class),
            @JsonSubTypes.Type(Details.class), @JsonSubTypes.Type(Received.class), @JsonSubTypes.Type(Read.class),
            @JsonSubTypes.Type(VisitorTyping.class), @JsonSubTypes.Type(HistoryBefore.class),
            @JsonSubTypes.Type(Code.class), @JsonSubTypes.Type(Prove.class),
            @JsonSubTypes.Type(GoOn.class), @JsonSubTypes.Type(Stay.class)})
    sealed interface FromVisitor {}

    /// The first frame.
    ///
    /// @param visitor the token of an earlier welcome
    /// @param login   what the site signed for whoever is signed in there
    @JsonTypeName("hello")
    record Hello(@Nullable String visitor, @Nullable Language language, @Nullable Page page,
            @Nullable String login) implements FromVisitor {}

    /// The page the chat is on.
    record Page(@Nullable String url, @Nullable String title) {}

    /// @param id   made by the browser; a resend has the same
    /// @param call the number at which the visitor wants to be called
    @JsonTypeName("message")
    record Message(String id, String text, @Nullable List<String> attachments, @Nullable String call)
            implements
                FromVisitor {

        Message {
            Check.clientId(id);
            Check.present("text", text);
        }

        List<String> files() {
            return attachments == null ? List.of() : attachments;
        }
    }

    @JsonTypeName("details")
    record Details(@Nullable String name, @Nullable String email) implements FromVisitor {}

    /// It and all before it are on the screen's device.
    @JsonTypeName("received")
    record Received(String entry) implements FromVisitor {

        Received {
            Check.entryId(entry);
        }
    }

    /// It and all before it were seen.
    @JsonTypeName("read")
    record Read(String entry) implements FromVisitor {

        Read {
            Check.entryId(entry);
        }
    }

    @JsonTypeName("typing")
    record VisitorTyping(boolean on) implements FromVisitor {}

    @JsonTypeName("history")
    record HistoryBefore(String before) implements FromVisitor {

        HistoryBefore {
            Check.entryId(before);
        }
    }

    /// Asks for a one-time code to an address: one of both.
    ///
    /// @param phone a number, as the visitor types it
    @JsonTypeName("code")
    record Code(@Nullable String email, @Nullable String phone) implements FromVisitor {

        Code {
            Check.present("email or phone", email == null ? phone : email);
        }
    }

    /// The code that came.
    @JsonTypeName("prove")
    record Prove(String code) implements FromVisitor {

        Prove {
            Check.present("code", code);
        }
    }

    /// The visitor wants to go on through another channel.
    ///
    /// @param id      made by the browser; a resend has the same
    /// @param address a mail address, for email
    @JsonTypeName("go-on")
    record GoOn(String id, String to, @Nullable String address) implements FromVisitor {

        GoOn {
            Check.clientId(id);
            Check.present("to", to);
        }
    }

    /// The visitor does not want to go on elsewhere after all.
    ///
    /// @param offer of a message, or of how to go on
    @JsonTypeName("stay")
    record Stay(String offer) implements FromVisitor {

        Stay {
            Check.entryId(offer);
        }
    }

    /// What we send.
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({@JsonSubTypes.Type(Welcome.class), @JsonSubTypes.Type(Stored.class),
            @JsonSubTypes.Type(Refused.class), @JsonSubTypes.Type(DetailsStored.class),
            @JsonSubTypes.Type(Entry.class), @JsonSubTypes.Type(AgentTyping.class), @JsonSubTypes.Type(Seen.class),
            @JsonSubTypes.Type(History.class), @JsonSubTypes.Type(CodeSent.class),
            @JsonSubTypes.Type(Proven.class),
            @JsonSubTypes.Type(Elsewhere.class), @JsonSubTypes.Type(Over.class),
            @JsonSubTypes.Type(Standing.class)})
    sealed interface ToVisitor {}

    /// @param visitor the token to keep
    /// @param entries the newest, oldest first
    /// @param cursor  the newest entry, if there is one
    /// @param seen    up to where somebody of ours has read, if they have
    /// @param ways    channels through which the visitor can go on
    @JsonTypeName("welcome")
    record Welcome(String visitor, Brand brand, @Nullable String name, List<ChatEntry> entries, boolean more,
            @Nullable EntryId cursor, @Nullable EntryId seen, List<String> ways) implements ToVisitor {}

    record Brand(String name, String greeting) {}

    @JsonTypeName("stored")
    record Stored(String id, EntryId entry, Instant at) implements ToVisitor {}

    @JsonTypeName("refused")
    record Refused(@Nullable String id, Reason reason, @Nullable Long retryAfterMs) implements ToVisitor {}

    @JsonTypeName("details-stored")
    record DetailsStored() implements ToVisitor {}

    /// A code is on its way, if the address can have one. It says nothing about whether anybody is known by it.
    @JsonTypeName("code-sent")
    record CodeSent() implements ToVisitor {}

    /// @param right whether it was the code that was sent
    @JsonTypeName("proven")
    record Proven(boolean right) implements ToVisitor {}

    @JsonTypeName("entry")
    record Entry(ChatEntry entry) implements ToVisitor {}

    @JsonTypeName("typing")
    record AgentTyping(String name, boolean on) implements ToVisitor {}

    @JsonTypeName("seen")
    record Seen(EntryId entry) implements ToVisitor {}

    @JsonTypeName("history")
    record History(List<ChatEntry> entries, boolean more) implements ToVisitor {}

    /// How to go on through another channel.
    ///
    /// @param offer by which they decline it
    /// @param qr    an SVG path of `size` modules each way
    @JsonTypeName("elsewhere")
    record Elsewhere(String id, String offer, String to, @Nullable String link, @Nullable String code,
            @Nullable String number,
            int size, @Nullable String qr, Instant until) implements ToVisitor {}

    /// An offer of theirs was taken, taken back, or has run out.
    @JsonTypeName("over")
    record Over(String offer) implements ToVisitor {}

    /// How it stands with the queue the visitor waits in, or would wait in: after the welcome, and whenever it changed, at most
    /// every few seconds. See [dev.loper.channel.VisitorQueues.Standing].
    @JsonTypeName("standing")
    record Standing(boolean open, @Nullable Instant until, @Nullable Integer before,
            @Nullable String with) implements ToVisitor {}

    /// Why a frame was not taken.
    enum Reason {
        TOO_LONG,
        TOO_LARGE,
        TOO_FAST,
        BAD_FRAME,
        UNAVAILABLE;

        @JsonValue
        String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
