package dev.loper.handover;

import dev.loper.conversation.EntryBody;
import dev.loper.message.AccountId;
import dev.loper.message.Author;
import dev.loper.message.ChannelKind;
import dev.loper.message.EntryId;
import dev.loper.message.TopicId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A handover as it stands.
///
/// @param account   where the customer arrives
/// @param address   where we wrote to, an address as [dev.loper.message.ChannelAddress#key()] has it
/// @param by        who offered it: an agent, the customer, or Loper
/// @param language  of what was said of it: `en` or `nl`
/// @param number    which of its spoken codes it has: the first that no other open one had
/// @param day       on which it was offered, in UTC: its figures are that day's
/// @param entry     what told of it
/// @param reserved  whether they read only on arrival what was said
/// @param arrivedAs the identity they came from; `nobody` where a call showed no number
/// @param said      whether the customer read of it where they are, or there; else whoever offered it shows it
record Handover(HandoverId id, TopicId topic, HandoverState state, long version, How how, ChannelKind from,
        ChannelKind to, AccountId account, @Nullable String address, Author by, Instant offered, Instant expires,
        @Nullable Instant closed, String language, int number, String day, @Nullable EntryId entry, boolean reserved,
        @Nullable String arrivedAs, boolean said) {

    static Handover of(HandoverId id, Stored stored) {
        return new Handover(id, new TopicId(stored.topic()), HandoverState.of(stored.state()), stored.version(),
                How.of(stored.how()), ChannelKind.of(stored.from()), ChannelKind.of(stored.to()),
                new AccountId(stored.account()), stored.address(),
                new Author(Author.Kind.valueOf(stored.byKind().toUpperCase(Locale.ROOT)), stored.by(),
                        stored.byName()),
                Instant.ofEpochMilli(stored.offered()), Instant.ofEpochMilli(stored.expires()),
                stored.closed() == null ? null : Instant.ofEpochMilli(stored.closed()), stored.language(),
                Optional.ofNullable(stored.number()).orElse(0), stored.day(),
                stored.entry() == null ? null : new EntryId(stored.entry()),
                Boolean.TRUE.equals(stored.reserved()), stored.arrivedAs(),
                Boolean.TRUE.equals(stored.said()));
    }

    /// As the timeline tells it.
    ///
    /// @param code the spoken code it was taken with
    EntryBody.HandoverRef told(@Nullable String code) {
        return new EntryBody.HandoverRef(id.value(), from.wire(), to.wire(), code);
    }

    /// Whether the address they come from is vouched for by the network it is on, so that proof and address are one person's.
    /// A caller's number and the sender of a text message can be forged, and a browser vouches for nobody.
    boolean vouched() {
        return switch (how) {
            case TEXT -> !shown();
            case WRITE, PAGE, CODE -> false;
        };
    }

    /// Whether they come from a number that is only shown.
    boolean shown() {
        return to == ChannelKind.SMS || to == ChannelKind.VOICE;
    }

    boolean open(Instant now) {
        return state == HandoverState.OFFERED && now.isBefore(expires);
    }

    /// A handover as it lies in the store; the scripts write it.
    ///
    /// @param tokens digests by which it is found
    record Stored(String topic, String state, long version, String how, String from, String to, String account,
            @Nullable String address, @Nullable String by, String byName, String byKind, long offered, long expires,
            @Nullable Long closed, String language, @Nullable Integer number, String day, @Nullable String entry,
            @Nullable Boolean reserved, @Nullable String arrivedAs, @Nullable Boolean said,
            @Nullable List<String> tokens) {}
}
