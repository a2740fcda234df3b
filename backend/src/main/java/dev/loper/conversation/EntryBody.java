package dev.loper.conversation;

import dev.loper.message.Attachment;
import dev.loper.message.Author;
import dev.loper.message.ChannelAddress;
import dev.loper.message.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The part of an entry that never changes, as it is kept.
///
/// @param type     `message`, `call`, `note`, `promise` (what became of one) or `system`
/// @param to       the addresses it went to, as written
/// @param quote    quoted history, plain text
/// @param sentAt   when the sender's side says it was sent, milliseconds since 1970
/// @param clientId the id its author's screen gave it
/// @param providerId the id its channel gave it
/// @param address  the identity it came from or goes to, as [dev.loper.customer.Identity#id()] names it
/// @param reference the id by which other messages refer to it, where that is not `providerId`
/// @param automatic written by a machine (RFC 3834)
/// @param replyTo   where its sender wants answers, if elsewhere
public record EntryBody(String type, @Nullable String channel, @Nullable String account, @Nullable String direction,
        @Nullable String from, List<String> to, List<String> cc, @Nullable String subject, String text,
        @Nullable String html, @Nullable String quote, Author author, @Nullable Long sentAt,
        List<Attachment> attachments, @Nullable Event event, @Nullable String clientId, @Nullable String providerId,
        @Nullable String address, @Nullable String reference,
        @Nullable Boolean automatic, @Nullable String replyTo) {

    public EntryBody(String type, @Nullable String channel, @Nullable String account, @Nullable String direction,
            @Nullable String from, List<String> to, List<String> cc, @Nullable String subject, String text,
            @Nullable String html, @Nullable String quote, Author author, @Nullable Long sentAt,
            List<Attachment> attachments, @Nullable Event event, @Nullable String clientId,
            @Nullable String providerId, @Nullable String address, @Nullable String reference,
            @Nullable Boolean automatic) {
        this(type, channel, account, direction, from, to, cc, subject, text, html, quote, author, sentAt, attachments,
                event, clientId, providerId, address, reference, automatic, null);
    }

    /// What a system entry tells.
    ///
    /// @param kind   `assigned`, `unassigned`, `snoozed`, `woken`, `resolved`, `reopened`, `renamed`, `queued`;
    ///     `target-soon`, `target-late`; `merged`, `unmerged`, `detached`, `detached-from`, `attached`, `moved-away`,
    ///     `moved-here`, `moved-back`, `shared`, `unshared`, `recognised`; `handover-offered`, `handover-arrived`, `handover-declined`,
    ///     `handover-revoked`, `handover-carried`, `handover-unread`; of a promise
    ///     `kept`, `renegotiated`, `late`, `released`, `solved`, `untold`, `added`, `answer-on`; of a colleague request
    ///     `request-asked`, `request-answered`, `request-withdrawn`, `request-overdue`
    /// @param person whom it is about
    /// @param title  the new title, for `renamed`; whose it was, for `covered-left`, `covered-away`, `covered-asked` and
    ///     `covered-queues`
    /// @param until  to when, for `snoozed`; by when an answer is due, for the targets
    /// @param deed   of what was done about who is who: its id, by which it can be undone
    /// @param customer the other customer it is about, with their name
    /// @param queue  where it went, for `queued`
    /// @param why    why this person, for `assigned`: `helped` (they helped this customer last), `free` (they had the most
    ///     room), `next` (they took what waited longest)
    /// @param since  when they helped this customer
    /// @param handover of a handover: between which channels
    public record Event(String kind, @Nullable String person, @Nullable String personName, @Nullable String title,
            @Nullable Instant until, @Nullable String deed, @Nullable String customer,
            @Nullable String customerName, @Nullable QueueRef queue, @Nullable String why, @Nullable Instant since,
            @Nullable HandoverRef handover) {

        Event(String kind, @Nullable String person, @Nullable String personName, @Nullable String title,
                @Nullable Instant until) {
            this(kind, person, personName, title, until, null, null, null, null, null, null, null);
        }

        static Event of(String kind) {
            return new Event(kind, null, null, null, null);
        }

        /// Something that is only named.
        public static Event about(String kind, String title) {
            return new Event(kind, null, null, title, null);
        }

        /// What was done about who is who.
        ///
        /// @param title what it is about: an address, a topic's title
        public static Event ofDeed(String kind, String deed, String customer, String customerName,
                @Nullable String title) {
            return new Event(kind, null, null, title, null, deed, customer, customerName, null, null, null, null);
        }

        /// By what it was recognised whose a new address is.
        ///
        /// @param how `same-number`, `code`, `site`
        /// @param by  the address that vouches
        public static Event recognised(String how, ChannelAddress by) {
            return new Event("recognised", null, null, by.value(), null, null, null, null, null, how, null, null);
        }

        /// @param since when they helped this customer, if that is why
        static Event given(PersonId person, String name, String why, @Nullable Instant since) {
            return new Event("assigned", person.value(), name, null, null, null, null, null, null, why, since, null);
        }

        /// The same, about something that is named.
        public Event about(String what) {
            return new Event(kind, person, personName, what, until, deed, customer, customerName, queue, why, since,
                    handover);
        }

        /// Something with a moment: what was promised or put off, to when.
        public static Event until(String kind, @Nullable Instant moment) {
            return new Event(kind, null, null, null, moment);
        }

        /// Something with a word of its own.
        public static Event titled(String kind, String title) {
            return new Event(kind, null, null, title, null);
        }

        /// What became of a handover. It is told with the topic, and by whoever did it.
        ///
        /// @param customer of an arrival: whose address it stays, where that is another customer's
        /// @param until    of an offer: until when it holds
        public static Event ofHandover(String kind, HandoverRef handover, @Nullable Party customer,
                @Nullable Instant until) {
            return new Event(kind, null, null, null, until, null, customer == null ? null : customer.id(),
                    customer == null ? null : customer.name(), null, null, null, handover);
        }

        /// Something with a word of its own, and a moment.
        public static Event titled(String kind, String title, @Nullable Instant until) {
            return new Event(kind, null, null, title, until);
        }

        static Event queued(QueueRef queue) {
            return new Event("queued", null, null, null, null, null, null, null, queue, null, null, null);
        }
    }

    /// A customer, with the name at that time.
    public record Party(String id, String name) {}

    /// A handover, as the timeline tells it.
    ///
    /// @param from and `to`: wire names of channels
    /// @param code the spoken code it was taken with; used up
    public record HandoverRef(String id, String from, String to, @Nullable String code) {}

    /// A queue, with its name at that time.
    public record QueueRef(String id, String name) {}

    /// Whether it is the customer's own words: a message of theirs, or what they added on a promise's page.
    public boolean heard() {
        return "in".equals(direction) || event != null && event.kind().equals("added");
    }

    /// The same message, of which is also told what it does.
    public EntryBody with(Event what) {
        return new EntryBody(type, channel, account, direction, from, to, cc, subject, text, html, quote, author,
                sentAt,
                attachments, what, clientId, providerId, address, reference, automatic, replyTo);
    }

    /// An event with a word to whoever reads it; it stays inside.
    public static EntryBody system(Author author, Event event, String word) {
        return new EntryBody("system", null, null, null, null, List.of(), List.of(), null, word, null, null, author,
                null, List.of(), event, null, null, null, null, null);
    }

    public static EntryBody system(Author author, Event event) {
        return system(author, event, "");
    }

    /// What became of a promise, told on the timeline.
    ///
    /// @param text why, in its author's words; empty if they gave none
    public static EntryBody promise(Author author, Event event, String text, String clientId) {
        return new EntryBody("promise", null, null, null, null, List.of(), List.of(), null, text, null, null, author,
                null, List.of(), event, clientId, null, null, null, null);
    }

    /// An event that is told once, whoever tells it again.
    public static EntryBody told(Author author, Event event, String clientId) {
        return new EntryBody("system", null, null, null, null, List.of(), List.of(), null, "", null, null, author, null,
                List.of(), event, clientId, null, null, null, null);
    }

    /// What a colleague answered, which stays inside.
    ///
    /// @param event its title is what they were asked
    public static EntryBody answer(Author author, Event event, String text, String clientId) {
        return new EntryBody("note", null, null, null, null, List.of(), List.of(), null, text, null, null, author, null,
                List.of(), event, clientId, null, null, null, null);
    }

    static EntryBody note(Author author, String text, List<Attachment> attachments, String clientId) {
        return new EntryBody("note", null, null, null, null, List.of(), List.of(), null, text, null, null, author, null,
                attachments, null, clientId, null, null, null, null);
    }
}
