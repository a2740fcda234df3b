package dev.loper.call;

import dev.loper.access.Colleagues;
import dev.loper.access.Person;
import dev.loper.calendar.BusinessCalendar;
import dev.loper.channel.Calls;
import dev.loper.channel.IntakeUnavailableException;
import dev.loper.channel.SpokenCodes;
import dev.loper.conversation.CallState;
import dev.loper.conversation.Conversations;
import dev.loper.conversation.Entry;
import dev.loper.conversation.EntryMover;
import dev.loper.conversation.InboundStore;
import dev.loper.conversation.InboundStore.Located;
import dev.loper.conversation.Timeline;
import dev.loper.conversation.Topic;
import dev.loper.conversation.Topics;
import dev.loper.customer.Customer;
import dev.loper.customer.Customers;
import dev.loper.message.Attachment;
import dev.loper.message.PersonId;
import dev.loper.message.TopicId;
import dev.loper.redis.StoreUnavailableException;
import dev.loper.routing.QueueCalendars;
import dev.loper.routing.Ringing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Follows calls in the store, each from its first ring to its end.
@Component
class RedisCalls implements Calls {

    /// How many phones ring for one call, one after the other.
    private static final int PHONES = 3;
    /// Greeting, code, three phones and a message take less; a call that is still not answered then was lost sight of.
    private static final Duration UNANSWERED = Duration.ofMinutes(20);
    /// Twilio ends calls after four hours.
    private static final Duration LONGEST = Duration.ofHours(4).plusMinutes(10);

    private final InboundStore store;
    private final Timeline timeline;
    private final Topics topics;
    private final Customers customers;
    private final Conversations conversations;
    private final EntryMover mover;
    private final Colleagues colleagues;
    private final Ringing ringing;
    private final QueueCalendars calendars;
    private final CallScript script;
    private final Clock clock;

    RedisCalls(InboundStore store, Timeline timeline, Topics topics, Customers customers, Conversations conversations,
            EntryMover mover, Colleagues colleagues, Ringing ringing, QueueCalendars calendars, CallScript script,
            Clock clock) {
        this.store = store;
        this.timeline = timeline;
        this.topics = topics;
        this.customers = customers;
        this.conversations = conversations;
        this.mover = mover;
        this.colleagues = colleagues;
        this.ringing = ringing;
        this.calendars = calendars;
        this.script = script;
        this.clock = clock;
    }

    /// Where a call is now.
    ///
    /// @param matter what it is about: the topic it is in, or the one a code led to, of a caller who only takes part there
    private record Found(Entry entry, Topic topic, Topic matter, @Nullable Customer customer) {

        /// Somebody who was a customer before this call.
        boolean known() {
            return customer != null && customer.since().isBefore(entry.at());
        }

        @Nullable
        String language() {
            String known = customer == null ? null : customer.language();
            return known == null || known.isBlank() ? null : known;
        }

        boolean proven() {
            return entry.call() != null && "code".equals(entry.call().known());
        }
    }

    @Override
    public Caller begin(Call call) {
        return asked(() -> {
            Optional<Found> found = find(call);
            found.ifPresent(one -> script.run(one.entry(), "begin", "known", one.known() ? true : null, "until",
                    millis(UNANSWERED)));
            return found.map(one -> new Caller(one.known(), one.language(),
                    one.proven() ? one.matter().title() : null)).orElse(new Caller(false, null, null));
        });
    }

    @Override
    public void recognise(Call call, SpokenCodes.Heard.Known whose) {
        asked(() -> {
            find(call).ifPresent(found -> {
                Entry entry = found.entry();
                boolean guest = !found.topic().conversation().equals(whose.conversation());
                script.run(entry, "recognise", "about", guest ? whose.topic().value() : null);
                conversations.find(whose.conversation()).ifPresent(
                        conversation -> mover.move(conversation, entry.id(), whose.topic(), null));
            });
            return true;
        });
    }

    @Override
    public Rung ring(Call call) {
        return asked(() -> find(call).map(this::ring).orElseGet(() -> new Rung.Nobody(true, null)));
    }

    private Rung ring(Found found) {
        List<Person> free = ringing.order(found.matter().queue(), found.matter().assignee(), found.language());
        CallScript.Answer answer = script.run(found.entry(), "ring", "most", PHONES, "people",
                free.stream().map(person -> Map.of("id", person.id().value(), "name", person.name())).toList());
        return answer.person().flatMap(this::phone).<Rung>map(
                person -> new Rung.At(person.id(), String.valueOf(person.work().phone()))).orElseGet(
                        () -> nobody(found));
    }

    private Optional<Person> phone(PersonId id) {
        return colleagues.find(List.of(id)).stream().map(Colleagues.Known::person).filter(
                person -> person.work().phone() != null).findFirst();
    }

    private Rung nobody(Found found) {
        BusinessCalendar hours = calendars.of(found.matter().queue());
        Instant now = clock.instant();
        return hours.isOpen(now)
                ? new Rung.Nobody(true, null)
                : new Rung.Nobody(false, hours.nextOpening(now).map(at -> at.atZone(hours.zone())).orElse(null));
    }

    @Override
    public void answer(Call call, @Nullable PersonId who) {
        step(call, "answer", "person", id(who), "name", name(who), "until", millis(LONGEST));
    }

    @Override
    public void pass(Call call, @Nullable PersonId who) {
        step(call, "pass", "person", id(who));
    }

    @Override
    public void end(Call call, End how, @Nullable Duration length) {
        step(call, "end", "left", how == End.VOICEMAIL ? "message" : null, "seconds",
                length == null ? null : length.toSeconds());
    }

    @Override
    public Optional<Outgoing> outgoing(Call call) {
        return asked(() -> locate(call).flatMap(this::outgoing));
    }

    private Optional<Outgoing> outgoing(Entry entry) {
        CallState state = entry.call();
        if (state == null || !Boolean.TRUE.equals(state.out()) || state.state().equals("over")) {
            return Optional.empty();
        }
        PersonId person = new PersonId(String.valueOf(state.person()));
        return colleagues.find(List.of(person)).stream().findFirst().map(
                known -> new Outgoing(person, entry.body().to().getFirst(), known.person().language()));
    }

    @Override
    public void reach(Call call) {
        step(call, "pick", "until", millis(CallPlacing.UNREACHED));
    }

    @Override
    public boolean hasRecording(Call call, String recording) {
        return asked(() -> locate(call).map(Entry::call).map(
                state -> Optional.ofNullable(state.files()).orElse(List.of()).stream().anyMatch(
                        file -> file.id().equals(recording))).orElse(false));
    }

    @Override
    public boolean record(Call call, String recording, Attachment file) {
        return asked(() -> locate(call).map(entry -> script.run(entry, "record", "recording",
                Map.of("id", recording, "file", file)).done()).orElse(false));
    }

    private void step(Call call, String does, @Nullable Object... what) {
        asked(() -> locate(call).map(entry -> script.run(entry, does, what)));
    }

    private Optional<Found> find(Call call) {
        return locate(call).flatMap(entry -> topics.find(entry.topic()).map(
                topic -> new Found(entry, topic, matter(entry, topic), customers.find(topic.customer()).orElse(null))));
    }

    private Topic matter(Entry entry, Topic topic) {
        return Optional.ofNullable(entry.call()).map(CallState::about).flatMap(
                about -> topics.find(new TopicId(about))).orElse(topic);
    }

    private Optional<Entry> locate(Call call) {
        Optional<Located> located = store.locate(call.account(), call.id());
        return located.flatMap(at -> timeline.find(at.home(), at.entry()));
    }

    private static @Nullable String id(@Nullable PersonId who) {
        return who == null ? null : who.value();
    }

    private @Nullable String name(@Nullable PersonId who) {
        return who == null
                ? null
                : asked(() -> colleagues.find(List.of(who)).stream().map(
                        known -> known.person().name()).findFirst().orElse(
                                ""));
    }

    private long millis(Duration ahead) {
        return clock.millis() + ahead.toMillis();
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (StoreUnavailableException e) {
            throw new IntakeUnavailableException("The store is away.", e);
        }
    }
}
