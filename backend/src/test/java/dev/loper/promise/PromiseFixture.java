package dev.loper.promise;

import dev.loper.Days;
import dev.loper.Given;
import dev.loper.MovableClock;
import dev.loper.calendar.BusinessCalendar;
import dev.loper.calendar.CalendarId;
import dev.loper.conversation.Added;
import dev.loper.conversation.ConversationFixture;
import dev.loper.conversation.Entry;
import dev.loper.conversation.EntryBody;
import dev.loper.conversation.EntryWriter;
import dev.loper.conversation.Said;
import dev.loper.conversation.Topic;
import dev.loper.customer.Customers;
import dev.loper.customer.Identity;
import dev.loper.message.AccountId;
import dev.loper.message.Author;
import dev.loper.message.ChannelKind;
import dev.loper.message.EntryId;
import dev.loper.message.Level;
import dev.loper.message.PersonId;
import dev.loper.message.PromiseId;
import dev.loper.promise.PromiseWriter.Verb;
import dev.loper.redis.RedisServer;
import dev.loper.redis.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Promises to Ada, made and kept by Lotte, as the store has them.
final class PromiseFixture {

    private static final PromiseProperties SETTINGS = new PromiseProperties(Duration.ofMinutes(30),
            Duration.ofMinutes(10), Duration.ofDays(90), java.time.ZoneId.of("Europe/Amsterdam"),
            List.of(Duration.ofMinutes(15), Duration.ofHours(1)), Duration.ofMinutes(1), java.time.LocalTime.of(21, 0),
            java.time.LocalTime.of(8, 0), 20, Duration.ofDays(90), Duration.ofHours(8), Duration.ofDays(30));

    /// Nobody works: lead times are what they say.
    private static final BusinessCalendar CLOSED = new BusinessCalendar(new CalendarId("c"), "c", ZoneOffset.UTC,
            Map.of(), List.of());

    final ConversationFixture ada;
    final PromiseWriter writer;
    final Promises promises;
    private final Customers customers;
    private int made;

    PromiseFixture(RedisServer.Fresh fresh) {
        ada = new ConversationFixture(fresh);
        writer = new PromiseWriter(fresh.store(), fresh.keys(), new Said(fresh.store(), fresh.keys()),
                Days.UTC);
        promises = new Promises(fresh.store(), fresh.keys());
        customers = new Customers(fresh.store(), fresh.keys());
    }

    Promise make(Instant due) {
        return make(due, Duration.ZERO);
    }

    Promise make(Instant due, Duration undo) {
        PromiseId id = new PromiseId("p" + ++made);
        Added added = make(id, due, undo, null, UUID.randomUUID().toString());
        if (!(added instanceof Added.Stored)) {
            throw new AssertionError(added);
        }
        return promise(id);
    }

    Promise waits(Instant due, String whom) {
        PromiseId id = new PromiseId("p" + ++made);
        make(id, due, Duration.ZERO, null, UUID.randomUUID().toString(), whom);
        return promise(id);
    }

    Added make(PromiseId id, Instant due, Duration undo, @Nullable EntryId seen, String clientId) {
        return make(id, due, undo, seen, clientId, null);
    }

    private Added make(PromiseId id, Instant due, Duration undo, @Nullable EntryId seen, String clientId,
            @Nullable String waitsFor) {
        Identity to = customers.identity(Given.ADA, Level.OBSERVED).orElseThrow();
        NewPromise promise = new NewPromise(id, "link-" + id,
                PromiseMoment.of(due, MovableClock.NOON, SETTINGS, CLOSED),
                new PersonId("p-lotte"), "Lotte", ChannelKind.SMS, new AccountId("sms-main"), to, waitsFor,
                new Promise.Text("My lamp flickers", "I ask the workshop", "You will hear from me.", "en",
                        "Europe/Amsterdam"));
        return writer.make(says("You will hear from me before then.", undo, seen, clientId, ConversationFixture.LOTTE),
                promise);
    }

    PromiseChange keep(Promise promise) {
        return note(promise, "kept", Verb.of("keep"));
    }

    /// Lotte says of an answer that it keeps it.
    PromiseChange keep(Promise promise, EntryId answer) {
        return note(promise, "kept", Verb.of("keep", "keptBy", answer.value()));
    }

    PromiseChange release(Promise promise) {
        return note(promise, "released", Verb.of("release", "reason", "She says it is solved."));
    }

    /// What Ada adds on its page.
    PromiseChange adds(Promise promise, String words) {
        Author customer = new Author(Author.Kind.CUSTOMER, "c-ada", "Ada");
        return writer.note(promise, ada.conversation(), EntryBody.promise(customer, PromiseKeeping.event("added", null),
                words, UUID.randomUUID().toString()), Verb.of("add", "words", words));
    }

    PromiseChange renegotiate(Promise promise, Instant due, Duration undo) {
        return renegotiate(again(promise), due, undo, ConversationFixture.LOTTE);
    }

    /// @param promise as its author read it
    PromiseChange renegotiate(Promise promise, Instant due, Duration undo, Author by) {
        PromiseMoment moment = PromiseMoment.of(due, MovableClock.NOON, SETTINGS, CLOSED);
        return writer.tell(promise, says("Not then but later.", undo, null, UUID.randomUUID().toString(), by),
                Verb.of("renegotiate", "reason", "the workshop is closed", "version", promise.version()).with(
                        moment.facts()));
    }

    /// Has one of its timers fire.
    ///
    /// @param next when the next one in the chain is told
    PromiseChange fire(Promise promise, String what, @Nullable Instant next) {
        Timer timer = new Timer("promise-" + what, promise.id().value(), String.valueOf(promise.version()),
                promise.due());
        Verb verb = next == null ? Verb.of(what) : Verb.of(what, "next", next.toEpochMilli());
        return note(promise, what, verb.by(timer));
    }

    private PromiseChange note(Promise promise, String event, Verb verb) {
        return writer.note(promise, ada.conversation(), EntryBody.promise(ConversationFixture.LOTTE,
                PromiseKeeping.event(event, null), "", UUID.randomUUID().toString()), verb);
    }

    EntryWriter.Answer says(String words, Duration undo, @Nullable EntryId seen, String clientId, Author author) {
        EntryBody body = new EntryBody("message", "sms", "sms-main", "out", null, List.of(Given.ADA.value()), List.of(),
                null, words, null, null, author, null, List.of(), null, clientId, null, Given.ADA.key(), null, null);
        return new EntryWriter.Answer(ada.conversation(),
                customers.identity(Given.ADA, Level.OBSERVED).orElseThrow().home(),
                ada.topic().id(), body, seen, undo);
    }

    Promise promise(PromiseId id) {
        return promises.find(id).orElseThrow();
    }

    /// What the topic's row tells of a promise.
    Topic.Promised row() {
        return Objects.requireNonNull(ada.topic().promise());
    }

    Promise again(Promise promise) {
        return promise(promise.id());
    }

    /// The ids in a list, in its order.
    List<PromiseId> in(String... lists) {
        return promises.page(List.of(lists), "", null, 50).stream().map(Promise::id).toList();
    }

    /// What the timeline tells of promises, oldest first.
    List<String> told() {
        return ada.entries().stream().filter(entry -> entry.promise() != null).map(
                entry -> entry.body().event() == null ? "said" : entry.body().event().kind()).toList();
    }

    Entry sentence(Promise promise) {
        return ada.entries().stream().filter(entry -> entry.id().equals(promise.entry())).findFirst().orElseThrow();
    }
}
