package dev.loper.promise;

import dev.loper.access.Viewer;
import dev.loper.conversation.Added;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.EntryWriter;
import dev.loper.conversation.Fingerprint;
import dev.loper.conversation.Topic;
import dev.loper.customer.Customer;
import dev.loper.customer.Customers;
import dev.loper.message.Author;
import dev.loper.message.ChannelKind;
import dev.loper.message.EntryId;
import dev.loper.message.PromiseId;
import dev.loper.reply.Reachability;
import dev.loper.reply.Replies;
import dev.loper.routing.QueueCalendars;
import dev.loper.web.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Makes promises: finds where the answer can go at its moment, puts it into words, and says it.
@Component
class PromiseMaking {

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private final PromiseWriter writer;
    private final Replies replies;
    private final Reachability reachability;
    private final Customers customers;
    private final PromiseLinks links;
    private final CustomerTime time;
    private final PromiseProperties settings;
    private final OpenHours hours;
    private final QueueCalendars calendars;
    private final Clock clock;

    PromiseMaking(PromiseWriter writer, Replies replies, Reachability reachability, Customers customers,
            PromiseLinks links, CustomerTime time, PromiseProperties settings, OpenHours hours,
            QueueCalendars calendars, Clock clock) {
        this.writer = writer;
        this.replies = replies;
        this.reachability = reachability;
        this.customers = customers;
        this.links = links;
        this.time = time;
        this.settings = settings;
        this.hours = hours;
        this.calendars = calendars;
        this.clock = clock;
    }

    /// What an agent wants to promise.
    ///
    /// @param channel  of the answer
    /// @param account  an account of it; none takes the one the customer can best be reached on
    /// @param text     the sentence in the agent's words; none has it put into words
    /// @param seen     the newest entry on the agent's screen
    record Draft(String heard, String action, Instant due, ChannelKind channel, @Nullable String account,
            @Nullable String text, @Nullable String waitsFor, String clientId, @Nullable EntryId seen) {

        String print() {
            return Fingerprint.of(heard, action, due.toString(), channel.wire(), account, text, waitsFor);
        }
    }

    /// What became of it.
    ///
    /// @param id of the promise, if it was made now
    record Made(PromiseId id, Added said) {}

    /// @throws ProblemException 422 if the moment is none, or the customer cannot be reached then or now
    Made make(Conversation conversation, Topic topic, Draft draft, Viewer viewer) {
        Instant now = clock.instant();
        checkMoment(draft.due(), now);
        Customer customer = customers.find(conversation.customer()).orElseThrow(
                () -> ProblemException.notFound("There is no such customer any more."));
        Reachability.Way answer = wayThen(customer, topic, draft);
        PromiseSentence words = time.of(customer, conversation, topic);
        String sentence = draft.text() != null && !draft.text().isBlank()
                ? draft.text().strip()
                : words.promise(draft.heard(), draft.action(), draft.due(), draft.channel());
        PromiseId id = links.newId();
        EntryWriter.Answer said = replies.prepare(conversation, topic,
                said(customer, topic, answer, PromiseWords.followed(sentence, words, links.urlOf(id)), draft),
                new Author(Author.Kind.AGENT, viewer.id().value(), viewer.name()));
        NewPromise promise = new NewPromise(id, links.digestOf(id), PromiseMoment.of(draft.due(), now, settings,
                calendars.of(topic.queue())),
                viewer.id(), viewer.name(), answer.account().channel(), answer.account().id(), answer.address(),
                draft.waitsFor(), new Promise.Text(draft.heard(), draft.action(), sentence, words.language().tag(),
                        words.zone().getId()));
        return new Made(id, writer.make(said.asked(draft.print()), promise));
    }

    /// What the customer would read, and where they can be reached at that moment; nothing is written.
    ///
    /// @param open when we are there until then
    record Preview(String sentence, String language, List<Reachability.Way> ways, List<OpenHours.Span> open) {}

    /// @throws ProblemException 422 if nothing can be promised for that moment
    Preview preview(Conversation conversation, Topic topic, String heard, String action, Instant due,
            ChannelKind channel) {
        Instant now = clock.instant();
        checkMoment(due, now);
        Customer customer = customers.find(conversation.customer()).orElseThrow(
                () -> ProblemException.notFound("There is no such customer any more."));
        PromiseSentence words = time.of(customer, conversation, topic);
        return new Preview(words.promise(heard, action, due, channel), words.language().tag(),
                reachability.at(customer, topic, due), hours.between(topic.queue(), now, due));
    }

    private void checkMoment(Instant due, Instant now) {
        if (due.isBefore(now.plus(SHORTEST)) || due.isAfter(now.plus(settings.longest()))) {
            throw ProblemException.field("unfit-moment", "dueAt", "Promise a moment from now on, within "
                    + settings.longest().toDays() + " days.");
        }
    }

    /// Where the answer will go, which must be open at its moment.
    private Reachability.Way wayThen(Customer customer, Topic topic, Draft draft) {
        List<Reachability.Way> all = reachability.at(customer, topic, draft.due());
        List<Reachability.Way> asked = all.stream().filter(way -> way.account().channel() == draft.channel()
                && (draft.account() == null || way.account().id().value().equals(draft.account()))).toList();
        return asked.stream().filter(Reachability.Way::answers).findFirst().orElseThrow(() -> unreachable(asked, all));
    }

    private static ProblemException unreachable(List<Reachability.Way> asked, List<Reachability.Way> all) {
        Optional<Reachability.Way> closing = asked.stream().filter(way -> way.windowEnds() != null).findFirst();
        String why = closing.isPresent()
                ? "Free text can be sent there until the reply window closes, and it will have closed by then. Choose"
                        + " an earlier moment or another channel."
                : "The customer has no address on this channel that we know. Choose another channel.";
        Map<String, Object> more = new java.util.LinkedHashMap<>(Map.of("field", "channel", "alternatives",
                all.stream().filter(Reachability.Way::answers).map(
                        way -> way.account().channel().wire()).distinct().toList()));
        closing.ifPresent(way -> more.put("windowEndsAt", String.valueOf(way.windowEnds())));
        return new ProblemException("unreachable-at-that-time", HttpStatus.UNPROCESSABLE_CONTENT, why, more);
    }

    /// The sentence goes where the customer can be reached now; best where they wrote last.
    private Replies.Draft said(Customer customer, Topic topic, Reachability.Way answer, PromiseWords words,
            Draft draft) {
        Reachability.Way now = reachability.at(customer, topic, clock.instant()).stream().filter(
                Reachability.Way::open).findFirst().orElse(answer);
        return words.draft(now, draft.clientId(), draft.seen());
    }
}
