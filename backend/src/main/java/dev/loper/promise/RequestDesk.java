package dev.loper.promise;

import dev.loper.access.Audit;
import dev.loper.access.Viewer;
import dev.loper.conversation.Added;
import dev.loper.message.PromiseId;
import dev.loper.organisation.Department;
import dev.loper.organisation.DepartmentId;
import dev.loper.organisation.Departments;
import dev.loper.web.ProblemException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Takes questions to colleagues from the API, whether a promise depends on them or an answer alone, and says what became of them.
@Component
class RequestDesk {

    private final Requests requests;
    private final RequestAsking asking;
    private final Departments departments;
    private final Audit audit;

    RequestDesk(Requests requests, RequestAsking asking, Departments departments, Audit audit) {
        this.requests = requests;
        this.asking = asking;
        this.departments = departments;
        this.audit = audit;
    }

    ColleagueRequestViews of(RequestMatter matter) {
        return new ColleagueRequestViews(requests.of(matter).stream().map(ColleagueRequestView::of).toList());
    }

    ColleagueRequestView ask(RequestMatter matter, NewColleagueRequest wanted, Viewer viewer) {
        RequestAsking.Question question = question(wanted);
        RequestAsking.Asked asked = asking.ask(matter, question, viewer);
        return switch (asked.outcome()) {
            case DONE -> {
                audit.record(viewer.id().value(), "colleague-asked", asked.id().value(), Map.of("to", question.to()));
                yield view(asked.id());
            }
            case REPEAT -> requests.of(matter).stream().filter(
                    one -> one.to().equals(question.to()) && one.text().question().equals(
                            question.words())).findFirst().map(ColleagueRequestView::of).orElseThrow(
                                    () -> ProblemException.notFound("It was asked before, and is not there any more."));
            case CLOSED -> throw new ProblemException("promise-closed", HttpStatus.CONFLICT,
                    "This promise is closed already: nothing depends on an answer any more.");
            case ENOUGH -> throw enough();
            case USED -> throw Added.Used.problem();
            case NOT_THERE -> throw moved();
        };
    }

    ColleagueRequestView withdraw(RequestMatter matter, String id, Viewer viewer) {
        ColleagueRequest found = requests.find(new RequestId(id)).filter(one -> belongs(one, matter)).orElseThrow(
                () -> ProblemException.notFound("There is no such question."));
        return switch (asking.withdraw(matter, found, viewer)) {
            case DONE, REPEAT -> view(found.id());
            case ENOUGH -> throw enough();
            case USED -> throw Added.Used.problem();
            case CLOSED -> throw new ProblemException("request-closed", HttpStatus.CONFLICT,
                    "It is answered or withdrawn already. Look at it again.");
            case NOT_THERE -> throw moved();
        };
    }

    /// A promise goes along with the message that told it, and what was asked for it with the promise.
    private static boolean belongs(ColleagueRequest request, RequestMatter matter) {
        PromiseId promise = matter.promiseId();
        return promise == null
                ? request.promise() == null && request.topic().equals(matter.topic())
                : promise.equals(request.promise());
    }

    private static ProblemException enough() {
        return new ProblemException("too-many-requests-asked", HttpStatus.CONFLICT,
                "Twenty colleagues were asked for this already. Write to them in another way.");
    }

    private static ProblemException moved() {
        return ProblemException.notFound("The topic has just been moved. Try again.");
    }

    private ColleagueRequestView view(RequestId id) {
        return requests.find(id).map(ColleagueRequestView::of).orElseThrow(
                () -> ProblemException.notFound("There is no such question any more."));
    }

    private RequestAsking.Question question(NewColleagueRequest wanted) {
        String to = stripped(wanted.to());
        if ((to == null) == (wanted.department() == null)) {
            throw ProblemException.field("nobody-to-ask", "to", "Give the address of a colleague, or a department.");
        }
        if (wanted.department() == null) {
            String address = Objects.requireNonNull(to);
            return asked(wanted, address, Objects.requireNonNullElse(stripped(wanted.name()), address), "en");
        }
        Department department = departments.byId(new DepartmentId(wanted.department())).orElseThrow(
                () -> ProblemException.field("unknown-department", "department",
                        "There is no such department any more."));
        return asked(wanted, department.email(), department.name(), department.language());
    }

    private static RequestAsking.Question asked(NewColleagueRequest wanted, String to, String name, String language) {
        return new RequestAsking.Question(to, name, wanted.question().strip(), stripped(wanted.excerpt()),
                Objects.requireNonNullElse(wanted.language(), language), wanted.dueAt(), wanted.clientId());
    }

    private static @Nullable String stripped(@Nullable String words) {
        return words == null || words.isBlank() ? null : words.strip();
    }
}
