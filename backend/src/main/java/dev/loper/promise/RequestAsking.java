package dev.loper.promise;

import dev.loper.access.Viewer;
import dev.loper.conversation.EntryBody;
import dev.loper.message.Author;
import dev.loper.promise.RequestWriter.Outcome;
import dev.loper.promise.RequestWriter.Verb;
import dev.loper.routing.QueueCalendars;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Asks somebody without a seat for what a promise needs, and takes what they answer.
@Component
class RequestAsking {

    private final RequestWriter writer;
    private final Requests requests;
    private final RequestLinks links;
    private final RequestMailer mailer;
    private final PromiseKeeping keeping;
    private final Promises promises;
    private final QueueCalendars calendars;
    private final Clock clock;

    RequestAsking(RequestWriter writer, Requests requests, RequestLinks links, RequestMailer mailer,
            PromiseKeeping keeping, Promises promises, QueueCalendars calendars, Clock clock) {
        this.writer = writer;
        this.requests = requests;
        this.links = links;
        this.mailer = mailer;
        this.keeping = keeping;
        this.promises = promises;
        this.calendars = calendars;
        this.clock = clock;
    }

    /// A question that is to be asked.
    ///
    /// @param to      the mail address
    /// @param name    whose it is
    /// @param excerpt of the conversation; all that is shown of it
    record Question(String to, String name, String words, @Nullable String excerpt, String language,
            String clientId) {}

    /// @return the request; none if the promise is closed
    Asked ask(Promise promise, Question question, Viewer viewer) {
        PromiseKeeping.Place place = keeping.place(promise);
        RequestId id = links.newId();
        RequestMoment moment = moment(promise, place);
        Author author = new Author(Author.Kind.AGENT, viewer.id().value(), viewer.name());
        EntryBody body = EntryBody.promise(author, EntryBody.Event.titled("request-asked", question.name(),
                moment.due()), question.words(), question.clientId());
        Map<String, Object> request = new LinkedHashMap<>(Map.of("to", question.to(), "name", question.name(), "by",
                viewer.id().value(), "byName", viewer.name(), "due", moment.due().toEpochMilli(), "remind",
                moment.remind().toEpochMilli()));
        Verb verb = Verb.of("ask", "new", request, "links", List.of(links.digestOf(id), links.markDigestOf(id)),
                "most", Requests.OF_ONE_PROMISE);
        Outcome outcome = writer.ask(promise, place, id, verb, body, new ColleagueRequest.Text(question.words(),
                question.excerpt(), question.language()));
        if (outcome == Outcome.DONE) {
            mailer.send(promise, place, id, 1);
        }
        return new Asked(id, outcome);
    }

    /// @param id of the request, if it was asked now
    record Asked(RequestId id, Outcome outcome) {}

    Outcome withdraw(Promise promise, ColleagueRequest request, Viewer viewer) {
        Author author = new Author(Author.Kind.AGENT, viewer.id().value(), viewer.name());
        EntryBody body = EntryBody.promise(author, EntryBody.Event.titled("request-withdrawn", request.name()), "",
                "withdraw-" + request.id());
        return writer.tell(promise, keeping.place(promise), request.id(), "system", Verb.of("withdraw"), body);
    }

    /// What is still to be answered follows the promise to another moment.
    void follow(Promise promise) {
        PromiseKeeping.Place place = keeping.place(promise);
        RequestMoment moment = moment(promise, place);
        requests.of(promise.id()).stream().filter(request -> request.state().open()).forEach(
                request -> writer.quietly(promise, place, request.id(), Verb.of("follow", "due",
                        moment.due().toEpochMilli(), "remind", moment.remind().toEpochMilli())));
    }

    /// What was answered on the page: once, and only while it is asked.
    Outcome answerOnPage(ColleagueRequest request, String words, String once) {
        return answer(request, request.name(), words, "page-" + once, Verb.of("answer", "answers", true, "page", true));
    }

    /// What came by mail. What a machine says answers nothing, and what comes later adds to it; both stand in the thread.
    Outcome answerByMail(ColleagueRequest request, String from, String words, String id, How how) {
        String name = from.equalsIgnoreCase(request.to()) ? request.name() : request.name() + " (" + from + ")";
        return answer(request, name, words, "mail-" + id, Verb.of("answer", "answers", how == How.BY_A_PERSON));
    }

    /// Who wrote an answer.
    enum How {
        BY_A_PERSON,
        BY_A_MACHINE
    }

    private Outcome answer(ColleagueRequest request, String name, String words, String clientId, Verb verb) {
        return promises.find(request.promise()).flatMap(promise -> keeping.find(promise).map(place -> {
            // Nobody's id: whoever answers has none. The request's keeps apart what two of them answer.
            Author colleague = new Author(Author.Kind.COLLEAGUE, "request-" + request.id(), name);
            EntryBody note = EntryBody.answer(colleague, EntryBody.Event.titled("request-answered",
                    request.text().question(), request.asked()), words, clientId);
            return writer.tell(promise, place, request.id(), "note", verb, note);
        })).orElse(Outcome.NOT_THERE);
    }

    private RequestMoment moment(Promise promise, PromiseKeeping.Place place) {
        return RequestMoment.before(promise.due(), clock.instant(), calendars.of(place.topic().queue()));
    }
}
