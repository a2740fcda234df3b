package dev.loper.conversation;

import dev.loper.message.Attachment;
import dev.loper.message.Author;
import dev.loper.message.ChannelKind;
import dev.loper.message.ConversationId;
import dev.loper.message.Delivery;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An entry as the API gives it.
///
/// @param type      `message`, `call`, `note`, `system`, `promise` (what became of one), or `hidden`: another department's, of which only the time is told
/// @param topic     empty of what is hidden
/// @param direction `in` or `out`, of messages
/// @param html      sanitised; to be shown in a sandboxed frame only
/// @param quote     quoted history, folded on screen
/// @param delivery  how far an answer got
/// @param undoUntil until when it can be taken back
/// @param promise   the promise it says, or tells of
/// @param reason    which rule put it into its topic
/// @param replyTo   where its sender wants answers, if elsewhere than `from`; nothing goes there unconfirmed
/// @param related   the other conversation it seems to belong to
/// @param call      how far a call is, and what became of it
/// @param imported  from before Loper was there: `at` is its original time
public record EntryView(String id,
        @Schema(allowableValues = {
                "message", "call", "note", "system", "promise", "hidden"}) String type,
        String topic,
        @Nullable ChannelKind channel, @Nullable String account,
        @Schema(allowableValues = {"in", "out"}) @Nullable String direction, @Nullable String from, List<String> to,
        List<String> cc, @Nullable String subject,
        String text, @Nullable String html, @Nullable String quote, AuthorView author, Instant at,
        @Nullable Instant sentAt, @Nullable Delivery delivery, @Nullable Instant deliveryAt,
        @Nullable String deliveryReason, @Nullable Instant undoUntil, @Nullable String clientId,
        List<AttachmentView> attachments, @Nullable EventView event, @Nullable String reason, boolean automatic,
        @Nullable String promise, @Nullable String replyTo, @Nullable RelatedView related, @Nullable CallView call,
        boolean imported) {

    public record RelatedView(String conversation, String topic) {}

    /// A phone call.
    ///
    /// @param person  whose phone rings, or who speaks or spoke
    /// @param known   how the caller was recognised; null if they were not
    /// @param seconds how long people spoke, or the message lasts
    /// @param out     whether we placed it: `unreached` the customer did not pick up, `cancelled` we did not
    /// @param picked  of one we placed: our phone was picked up, and the customer's rings or rang
    public record CallView(@Schema(allowableValues = {"ringing", "talking", "over"}) String state,
            @Schema(allowableValues = {"answered", "missed", "voicemail", "unreached",
                    "cancelled"}) @Nullable String outcome,
            @Nullable PersonRef person, @Schema(allowableValues = {"number", "code"}) @Nullable String known,
            @Nullable Long seconds, @Nullable CallNote note, boolean out, boolean picked) {}

    /// What somebody of ours wrote down about a call.
    public record CallNote(String text, @Nullable PersonRef by, @Nullable Instant at) {}

    public record AuthorView(Author.Kind kind, @Nullable String id, String name) {}

    /// @param url       where its bytes are, for who may see the conversation
    /// @param contentId the id by which `html` refers to it as `cid:…`
    /// @param place     `beside` the words, `within` the HTML, or `quoted` in the history
    /// @param scanState `clean`; `infected`, then its bytes were not kept; `failed`, if the scanner did not look at it;
    ///                  `unscanned` where there is no scanner
    public record AttachmentView(String id, String name, String type, long size, String url,
            @Nullable String contentId,
            @Schema(allowableValues = {"beside", "within", "quoted"}) String place,
            @Schema(allowableValues = {"unscanned", "clean", "infected", "failed"}) String scanState) {}

    /// @param deed     by which what was done about who is who can be undone
    /// @param until    to when, of what was snoozed or promised
    /// @param customer the other customer it is about
    /// @param queue    where the topic went
    /// @param why      why it was given to this person: `helped`, `free` or `next`
    /// @param since    when they helped this customer
    /// @param handover between which channels, of a handover
    public record EventView(String kind, @Nullable PersonRef person, @Nullable String title, @Nullable String deed,
            @Nullable PersonRef customer, @Nullable Instant until, EntryBody.@Nullable QueueRef queue,
            @Nullable String why, @Nullable Instant since, EntryBody.@Nullable HandoverRef handover) {}

    public record PersonRef(String id, String name) {}

    public static EntryView of(ConversationId conversation, Entry entry) {
        EntryBody body = entry.body();
        return new EntryView(entry.id().value(), body.type(), entry.topic().value(),
                body.channel() == null ? null : ChannelKind.of(body.channel()), body.account(),
                body.direction(), body.from(), body.to(), body.cc(), body.subject(), body.text(), body.html(),
                body.quote(), new AuthorView(body.author().kind(), body.author().id(), body.author().name()),
                entry.at(), body.sentAt() == null ? null : Instant.ofEpochMilli(body.sentAt()),
                entry.delivery(), entry.deliveryAt(),
                entry.deliveryReason(), entry.undoUntil(), body.clientId(), attachments(conversation, entry),
                event(body.event()), entry.reason(), Boolean.TRUE.equals(body.automatic()), entry.promise(),
                body.replyTo(),
                entry.related() == null
                        ? null
                        : new RelatedView(entry.related().conversation().value(), entry.related().topic().value()),
                call(entry.call()),
                "imported".equals(entry.reason()));
    }

    /// What stands for an entry, or several in a row, of topics the reader may not see: no words and no names.
    public static EntryView hidden(Entry newest) {
        return new EntryView(newest.id().value(), "hidden", "", null, null, null, null, List.of(), List.of(), null, "",
                null, null, new AuthorView(Author.Kind.SYSTEM, null, ""), newest.at(), null, null, null, null,
                null, null, List.of(), null, null, false, null, null, null, null, false);
    }

    private static List<AttachmentView> attachments(ConversationId conversation, Entry entry) {
        return entry.attachments().stream().map(file -> attachment(conversation, entry, file)).toList();
    }

    private static AttachmentView attachment(ConversationId conversation, Entry entry, Attachment file) {
        return new AttachmentView(file.id(), file.name(), file.type(), file.size(), "/api/v1/conversations/"
                + conversation + "/entries/" + entry.id() + "/attachments/" + file.id(), file.contentId(),
                Optional.ofNullable(file.place()).orElse(Attachment.Place.BESIDE).wire(),
                Optional.ofNullable(file.scan()).orElse(Attachment.Scan.UNSCANNED).wire());
    }

    private static @Nullable CallView call(@Nullable CallState call) {
        return call == null
                ? null
                : new CallView(call.state(), call.outcome(), ref(call.person(), call.personName()), call.known(),
                        call.seconds(), call.note() == null
                                ? null
                                : new CallNote(call.note(), ref(call.noteBy(), call.noteByName()),
                                        call.noteAt() == null ? null : Instant.ofEpochMilli(call.noteAt())),
                        Boolean.TRUE.equals(call.out()), Boolean.TRUE.equals(call.picked()));
    }

    private static @Nullable EventView event(EntryBody.@Nullable Event event) {
        return event == null
                ? null
                : new EventView(event.kind(),
                        ref(event.person(), event.personName()), event.title(), event.deed(),
                        ref(event.customer(), event.customerName()), event.until(), event.queue(), event.why(),
                        event.since(), event.handover());
    }

    private static @Nullable PersonRef ref(@Nullable String id, @Nullable String name) {
        return id == null ? null : new PersonRef(id, Optional.ofNullable(name).orElse(""));
    }
}
