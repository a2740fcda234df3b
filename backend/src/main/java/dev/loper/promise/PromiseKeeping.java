package dev.loper.promise;

import dev.loper.access.Viewer;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.Conversations;
import dev.loper.conversation.EntryBody;
import dev.loper.conversation.EntryWriter;
import dev.loper.conversation.Fingerprint;
import dev.loper.conversation.Preview;
import dev.loper.conversation.Topic;
import dev.loper.conversation.Topics;
import dev.loper.customer.Customer;
import dev.loper.customer.Customers;
import dev.loper.message.Author;
import dev.loper.message.EntryId;
import dev.loper.message.TopicId;
import dev.loper.promise.PromiseWriter.Verb;
import dev.loper.reply.Reachability;
import dev.loper.reply.Replies;
import dev.loper.routing.QueueCalendars;
import dev.loper.web.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// What people do with a promise that was made: keep it, set another moment, let it go, take it over.
@Component
class PromiseKeeping {

    private final PromiseWriter writer;
    private final Replies replies;
    private final Reachability reachability;
    private final Customers customers;
    private final Conversations conversations;
    private final Topics topics;
    private final CustomerTime time;
    private final PromiseLinks links;
    private final QueueCalendars calendars;
    private final PromiseProperties settings;
    private final Clock clock;

    PromiseKeeping(PromiseWriter writer, Replies replies, Reachability reachability, Customers customers,
            Conversations conversations, Topics topics, CustomerTime time, PromiseLinks links,
            QueueCalendars calendars, PromiseProperties settings, Clock clock) {
        this.writer = writer;
        this.replies = replies;
        this.reachability = reachability;
        this.customers = customers;
        this.conversations = conversations;
        this.topics = topics;
        this.time = time;
        this.links = links;
        this.calendars = calendars;
        this.settings = settings;
        this.clock = clock;
    }

    /// @param answer the entry that kept it, if it is one
    PromiseChange keep(Promise promise, @Nullable EntryId answer, String clientId, Viewer viewer) {
        Verb verb = answer == null ? Verb.of("keep") : Verb.of("keep", "keptBy", answer.value());
        return note(promise, verb, event("kept", null), "", clientId, author(viewer));
    }

    /// @param reason why it need not be kept any more
    PromiseChange release(Promise promise, String reason, String clientId, Author by) {
        return note(promise, Verb.of("release", "reason", reason), event("released", null), reason, clientId, by);
    }

    /// The customer says on the promise's page that it is solved.
    PromiseChange solved(Promise promise, Author customer) {
        String reason = PageWords.in(time.of(promise).language()).say("solved.reason");
        return note(promise, Verb.of("release", "reason", reason), event("solved", null), "", "page-solved-"
                + promise.id(), customer);
    }

    /// What the customer adds on the promise's page; they wait, as after a message.
    ///
    /// @param once of the form: sent twice with the same words it is one addition, with other words it is another
    PromiseChange add(Promise promise, Place place, String words, String once) {
        Author customer = new Author(Author.Kind.CUSTOMER, place.customer().id().value(), place.customer().name());
        Verb verb = Verb.of("add", "words", Preview.of(words), "perHour", settings.pagePerHour());
        return note(promise, verb, event("added", null), words, "page-" + once + "-" + Fingerprint.of(words), customer);
    }

    /// Has the answer come on another channel, as the customer asks.
    PromiseChange answerOn(Promise promise, Place place, Reachability.Way way, Author by) {
        Verb verb = Verb.of("answer-on", "channel", way.account().channel().wire(), "account",
                way.account().id().value(), "address", way.address().id(), "perHour", settings.pagePerHour());
        EntryBody.Event event = EntryBody.Event.titled("answer-on", way.account().channel().wire());
        return note(promise, verb, event, "", "page-way-" + promise.version() + "-" + clock.millis(), by);
    }

    /// Sets another moment, and says so to the customer on the promised channel.
    ///
    /// @param text in the agent's words; none has it put into words
    PromiseChange renegotiate(Promise promise, Instant due, String reason, @Nullable String text, String clientId,
            Viewer viewer) {
        Instant now = clock.instant();
        if (!due.isAfter(now) || due.isAfter(now.plus(settings.longest()))) {
            throw ProblemException.field("unfit-moment", "dueAt",
                    "Promise a moment from now on, within " + settings.longest().toDays() + " days.");
        }
        PromiseSentence words = time.of(promise);
        String sentence = text == null || text.isBlank()
                ? words.renegotiated(promise.due(), due, reason)
                : text.strip();
        // Of two who move it at the same time, the second is refused: the customer reads one new moment.
        Verb verb = Verb.of("renegotiate", "reason", reason, "version", promise.version()).with(PromiseMoment.of(due,
                now, settings, calendars.of(place(promise).topic().queue())).facts());
        return tell(promise, verb, sentence, clientId, author(viewer), due);
    }

    /// Says something of a promise on its channel; if that is closed now, on the way the customer can be reached.
    ///
    /// @param until by when the channel of the answer must still be open
    /// @throws ProblemException 422 if there is no way at all, or the promised channel will have closed by then
    PromiseChange tell(Promise promise, Verb verb, String sentence, String clientId, Author author,
            @Nullable Instant until) {
        Place place = place(promise);
        if (until != null && ways(place, until).stream().noneMatch(way -> way.answers() && isPromised(way, promise))) {
            throw new ProblemException("unreachable-at-that-time", HttpStatus.UNPROCESSABLE_CONTENT,
                    "The promised channel will have closed by then. Choose an earlier moment, or promise the answer on"
                            + " another channel.",
                    java.util.Map.of("field", "dueAt"));
        }
        Reachability.Way way = promisedWay(promise, place).or(
                () -> openWays(place).stream().findFirst()).orElseThrow(PromiseKeeping::unreachable);
        return tell(promise, place, verb, sentence, clientId, author, way);
    }

    /// Tells what nobody of us says: in the customer's quiet hours on the promised channel, or not at all.
    ///
    /// @throws ProblemException 422 if there is no such way
    PromiseChange tellByItself(Promise promise, Place place, Verb verb, String sentence, String clientId) {
        Optional<Reachability.Way> promised = promisedWay(promise, place);
        Reachability.Way way = (time.quiet(promise, place.customer())
                ? promised
                : promised.or(() -> openWays(place).stream().findFirst())).orElseThrow(PromiseKeeping::unreachable);
        return tell(promise, place, verb, sentence, clientId, Author.SYSTEM, way);
    }

    private PromiseChange tell(Promise promise, Place place, Verb verb, String sentence, String clientId, Author author,
            Reachability.Way way) {
        PromiseWords words = PromiseWords.followed(sentence, time.of(promise), links.urlOf(promise.id()));
        EntryWriter.Answer answer = replies.prepare(place.conversation(), place.topic(), words.draft(way, clientId,
                null), author);
        return writer.tell(promise, answer, verb);
    }

    private Optional<Reachability.Way> promisedWay(Promise promise, Place place) {
        return openWays(place).stream().filter(one -> isPromised(one, promise)).findFirst();
    }

    private List<Reachability.Way> openWays(Place place) {
        return ways(place, clock.instant()).stream().filter(Reachability.Way::open).toList();
    }

    private static ProblemException unreachable() {
        return new ProblemException("unreachable", HttpStatus.UNPROCESSABLE_CONTENT,
                "The customer cannot be reached on any channel now.");
    }

    private PromiseChange note(Promise promise, Verb verb, EntryBody.Event event, String why, String clientId,
            Author by) {
        return writer.note(promise, place(promise).conversation(), EntryBody.promise(by, event, why, clientId), verb);
    }

    private List<Reachability.Way> ways(Place place, Instant at) {
        return reachability.at(place.customer(), place.topic(), at);
    }

    private static boolean isPromised(Reachability.Way way, Promise promise) {
        return way.account().id().value().equals(promise.account()) && way.address().id().equals(promise.address());
    }

    /// Where a promise is now: its topic knows.
    Place place(Promise promise) {
        return find(promise).orElseThrow(() -> ProblemException.notFound("The promise's topic is not there any more."));
    }

    Optional<Place> find(Promise promise) {
        return find(promise.topic());
    }

    Optional<Place> find(TopicId id) {
        return topics.find(id).flatMap(topic -> conversations.find(topic.conversation()).flatMap(
                conversation -> customers.find(conversation.customer()).map(
                        customer -> new Place(topic, conversation, customer))));
    }

    record Place(Topic topic, Conversation conversation, Customer customer) {}

    static EntryBody.Event event(String kind, @Nullable Instant until) {
        return EntryBody.Event.until(kind, until);
    }

    private static Author author(Viewer viewer) {
        return new Author(Author.Kind.AGENT, viewer.id().value(), viewer.name());
    }
}
