package dev.loper.promise;

import dev.loper.access.Viewer;
import dev.loper.calendar.BusinessCalendar;
import dev.loper.conversation.EntryBody;
import dev.loper.message.Author;
import dev.loper.message.PromiseId;
import dev.loper.message.TopicId;
import dev.loper.promise.RequestWriter.Outcome;
import dev.loper.promise.RequestWriter.Verb;
import dev.loper.reply.AnswerWithdrawn;
import dev.loper.routing.QueueCalendars;
import dev.loper.web.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Asks somebody without a seat for what a promise, or an answer, needs; and takes what they say.
@Component
class RequestAsking {

    private final RequestWriter writer;
    private final Requests requests;
    private final RequestLinks links;
    private final RequestMailer mailer;
    private final PromiseKeeping keeping;
    private final Promises promises;
    private final QueueCalendars calendars;
    private final PromiseProperties settings;
    private final Clock clock;

    RequestAsking(RequestWriter writer, Requests requests, RequestLinks links, RequestMailer mailer,
            PromiseKeeping keeping, Promises promises, QueueCalendars calendars, PromiseProperties settings,
            Clock clock) {
        this.writer = writer;
        this.requests = requests;
        this.links = links;
        this.mailer = mailer;
        this.keeping = keeping;
        this.promises = promises;
        this.calendars = calendars;
        this.settings = settings;
        this.clock = clock;
    }

    /// A question that is to be asked.
    ///
    /// @param to      the mail address
    /// @param name    whose it is
    /// @param excerpt of the conversation; all that is shown of it
    /// @param due     until when they are to answer; none takes what leaves time to keep the promise, else
    ///     `loper.promise.question-time`
    record Question(String to, String name, String words, @Nullable String excerpt, String language,
            @Nullable Instant due, String clientId) {}

    RequestMatter matter(Promise promise) {
        return new RequestMatter(keeping.place(promise), promise);
    }

    /// A topic, of which no promise depends on the answer.
    RequestMatter matter(TopicId topic) {
        return keeping.find(topic).map(place -> new RequestMatter(place, null)).orElseThrow(
                () -> ProblemException.notFound("There is no such topic any more."));
    }

    /// What a question is about now; none if that is gone.
    Optional<RequestMatter> matter(ColleagueRequest request) {
        PromiseId promise = request.promise();
        return promise == null
                ? keeping.find(request.topic()).map(place -> new RequestMatter(place, null))
                : promises.find(promise).flatMap(found -> keeping.find(found).map(
                        place -> new RequestMatter(place, found)));
    }

    /// @throws ProblemException 422 if they are to answer in the past, too far ahead, or after the promise's moment that is to come
    Asked ask(RequestMatter matter, Question question, Viewer viewer) {
        RequestId id = links.newId();
        RequestMoment moment = moment(matter, question.due());
        Author author = new Author(Author.Kind.AGENT, viewer.id().value(), viewer.name());
        EntryBody body = EntryBody.promise(author, EntryBody.Event.titled("request-asked", question.name(),
                moment.due()), question.words(), question.clientId());
        Map<String, Object> request = new LinkedHashMap<>(Map.of("to", question.to(), "name", question.name(), "by",
                viewer.id().value(), "byName", viewer.name(), "due", moment.due().toEpochMilli(), "remind",
                moment.remind().toEpochMilli()));
        Verb verb = Verb.of("ask", "new", request, "links", List.of(links.digestOf(id), links.markDigestOf(id)),
                "most", Requests.OF_ONE);
        Outcome outcome = writer.ask(matter, id, verb, body, new ColleagueRequest.Text(question.words(),
                question.excerpt(), question.language()));
        if (outcome == Outcome.DONE) {
            mailer.send(matter, id, 1);
        }
        return new Asked(id, outcome);
    }

    /// @param id of the request, if it was asked now
    record Asked(RequestId id, Outcome outcome) {}

    Outcome withdraw(RequestMatter matter, ColleagueRequest request, Viewer viewer) {
        Author author = new Author(Author.Kind.AGENT, viewer.id().value(), viewer.name());
        EntryBody body = EntryBody.promise(author, EntryBody.Event.titled("request-withdrawn", request.name()), "",
                "withdraw-" + request.id());
        return writer.tell(matter, request.id(), "system", Verb.of("withdraw"), body);
    }

    /// What is still to be answered follows the promise to another moment.
    void follow(Promise promise) {
        RequestMatter matter = matter(promise);
        RequestMoment moment = moment(matter, null);
        requests.of(promise.id()).stream().filter(request -> request.state().open()).forEach(
                request -> writer.quietly(matter, request.id(), Verb.of("follow", "due",
                        moment.due().toEpochMilli(), "remind", moment.remind().toEpochMilli())));
    }

    /// And back, when that moment was taken back.
    @EventListener
    void tookBack(AnswerWithdrawn answer) {
        promises.find(answer.promise()).filter(promise -> promise.state().active()).ifPresent(this::follow);
    }

    /// What was answered on the page: once, and only while it is asked.
    Outcome answerOnPage(ColleagueRequest request, String words, String once) {
        return answer(request, request.name(), words, "page-" + once, Verb.of("answer", "answers", true, "page", true));
    }

    /// What came by mail. What a machine says answers nothing, and what comes later adds to it; both stand in the thread, up to
    /// ten times. Once it is answered, or withdrawn, a machine is not listened to any more.
    Outcome answerByMail(ColleagueRequest request, String from, String words, String id, How how) {
        String name = from.equalsIgnoreCase(request.to()) ? request.name() : request.name() + " (" + from + ")";
        return answer(request, name, words, "mail-" + id, Verb.of("answer", "answers", how == How.BY_A_PERSON,
                "most", Requests.TOLD_OF_ONE));
    }

    /// Who wrote an answer.
    enum How {
        BY_A_PERSON,
        BY_A_MACHINE
    }

    private Outcome answer(ColleagueRequest request, String name, String words, String clientId, Verb verb) {
        return matter(request).map(matter -> {
            // Nobody's id: whoever answers has none. The request's keeps apart what two of them answer.
            Author colleague = new Author(Author.Kind.COLLEAGUE, "request-" + request.id(), name);
            EntryBody note = EntryBody.answer(colleague, EntryBody.Event.titled("request-answered",
                    request.text().question(), request.asked()), words, clientId);
            return writer.tell(matter, request.id(), "note", verb, note);
        }).orElse(Outcome.NOT_THERE);
    }

    private RequestMoment moment(RequestMatter matter, @Nullable Instant wanted) {
        Instant now = clock.instant();
        BusinessCalendar calendar = calendars.of(matter.place().topic().queue());
        Promise promise = matter.promise();
        if (wanted != null) {
            check(wanted, now, promise);
            return RequestMoment.until(wanted, now, calendar);
        }
        return promise == null
                ? RequestMoment.until(calendar.plus(now, settings.questionTime()).orElse(now.plus(
                        settings.questionTime())), now, calendar)
                : RequestMoment.before(isLate(promise, now) ? now : promise.due(), now, calendar);
    }

    /// Of one that is late the moment says nothing any more.
    private static boolean isLate(Promise promise, Instant now) {
        return promise.state() == PromiseState.LATE || !promise.due().isAfter(now);
    }

    private void check(Instant wanted, Instant now, @Nullable Promise promise) {
        if (!wanted.isAfter(now) || wanted.isAfter(now.plus(settings.longest()))) {
            throw ProblemException.field("unfit-moment", "dueAt",
                    "Ask for an answer from now on, within " + settings.longest().toDays() + " days.");
        }
        if (promise != null && !isLate(promise, now) && !wanted.isBefore(promise.due())) {
            throw ProblemException.field("unfit-moment", "dueAt",
                    "The promise is due then already. Ask for an answer before that.");
        }
    }
}
