package dev.loper.promise;

import dev.loper.access.AccessRule;
import dev.loper.access.Audit;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.conversation.Added;
import dev.loper.organisation.Department;
import dev.loper.organisation.DepartmentId;
import dev.loper.organisation.Departments;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Questions to somebody without a seat, on which a promise depends.
@RestController
@Tag(name = "Promises")
@RequestMapping("/api/v1/promises/{id}/requests")
@AccessRule(Who.PEOPLE)
class RequestController {

    private final VisiblePromises visible;
    private final Requests requests;
    private final RequestAsking asking;
    private final Departments departments;
    private final Audit audit;

    RequestController(VisiblePromises visible, Requests requests, RequestAsking asking, Departments departments,
            Audit audit) {
        this.visible = visible;
        this.requests = requests;
        this.asking = asking;
        this.departments = departments;
        this.audit = audit;
    }

    /// A question: to a mail address or to a department.
    ///
    /// @param name     whose address it is; none takes the address
    /// @param excerpt  of the conversation, as the asker chose it: all that is shown of it
    /// @param language in which they are written to; none takes the department's, or English
    @Schema(name = "NewColleagueRequest")
    record NewRequest(@Nullable @Email @Size(max = 254) String to, @Nullable @Size(max = 80) String name,
            @Nullable @Size(max = 32) String department, @NotBlank @Size(max = 2000) String question,
            @Nullable @Size(max = 2000) String excerpt,
            @Nullable @Pattern(regexp = "en|nl", message = "is “en” or “nl”") String language,
            @NotBlank @Size(max = 100) String clientId) {}

    /// A question as it stands.
    ///
    /// @param state `asked`, `overdue`, `answered` or `withdrawn`
    /// @param mail  what became of its newest mail: `waiting`, `sent`, `failed` (and why) or `no-mailbox`
    @Schema(name = "ColleagueRequestView")
    record RequestView(String id,
            @Schema(allowableValues = {
                    "asked", "overdue", "answered", "withdrawn"}) String state,
            String to, String name, String question, @Nullable String excerpt,
            PromiseView.PersonRef by, Instant askedAt, Instant dueAt,
            @Schema(allowableValues = {
                    "waiting", "sent", "failed", "no-mailbox"}) String mail,
            @Nullable String mailReason,
            @Nullable Instant remindedAt, @Nullable Instant answeredAt) {

        static RequestView of(ColleagueRequest one) {
            return new RequestView(one.id().value(), one.state().wire(), one.to(), one.name(), one.text().question(),
                    one.text().excerpt(), new PromiseView.PersonRef(one.by().value(), one.byName()), one.asked(),
                    one.due(), one.mail(), one.mailReason(), one.reminded(), one.answered());
        }
    }

    @Schema(name = "ColleagueRequestViews")
    record RequestViews(List<RequestView> items) {}

    @GetMapping
    @Operation(summary = "Lists what colleagues without a seat were asked for a promise, the newest first.")
    RequestViews requests(@PathVariable String id, Viewer viewer) {
        return new RequestViews(requests.of(visible.find(id, viewer).id()).stream().map(RequestView::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Asks a colleague without a seat, or a department, by mail.")
    @Refuses(status = HttpStatus.CONFLICT, type = "promise-closed", when = "the promise is kept or released already")
    @Refuses(status = HttpStatus.CONFLICT, type = "too-many-requests-asked", when = "twenty were asked for this promise")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "client-id-used", when = "this id was given to something else")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "nobody-to-ask", when = "neither an address nor a department is given, or both")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unknown-department", when = "there is no such department")
    RequestView ask(@PathVariable String id, @Valid @RequestBody NewRequest wanted, Viewer viewer) {
        Promise promise = visible.find(id, viewer);
        RequestAsking.Question question = question(wanted);
        RequestAsking.Asked asked = asking.ask(promise, question, viewer);
        return switch (asked.outcome()) {
            case DONE -> {
                audit.record(viewer.id().value(), "colleague-asked", asked.id().value(), Map.of("to", question.to()));
                yield view(asked.id());
            }
            case REPEAT -> requests.of(promise.id()).stream().filter(
                    one -> one.to().equals(question.to()) && one.text().question().equals(
                            question.words())).findFirst().map(RequestView::of).orElseThrow(
                                    () -> ProblemException.notFound("It was asked before, and is not there any more."));
            case CLOSED -> throw new ProblemException("promise-closed", HttpStatus.CONFLICT,
                    "This promise is closed already: nothing depends on an answer any more.");
            case ENOUGH -> throw enough();
            case USED -> throw Added.Used.problem();
            case NOT_THERE -> throw ProblemException.notFound("The promise's topic has just been moved. Try again.");
        };
    }

    private static ProblemException enough() {
        return new ProblemException("too-many-requests-asked", HttpStatus.CONFLICT,
                "Twenty colleagues were asked for this promise already. Write to them in another way.");
    }

    @PostMapping("/{request}/withdraw")
    @Operation(summary = "Needs no answer any more: the link shows nothing from now on.")
    @Refuses(status = HttpStatus.CONFLICT, type = "request-closed", when = "it is answered or withdrawn already")
    RequestView withdraw(@PathVariable String id, @PathVariable String request, Viewer viewer) {
        Promise promise = visible.find(id, viewer);
        ColleagueRequest found = requests.find(new RequestId(request)).filter(
                one -> one.promise().equals(promise.id())).orElseThrow(
                        () -> ProblemException.notFound("There is no such question."));
        return switch (asking.withdraw(promise, found, viewer)) {
            case DONE, REPEAT -> view(found.id());
            case ENOUGH -> throw enough();
            case USED -> throw Added.Used.problem();
            case CLOSED -> throw new ProblemException("request-closed", HttpStatus.CONFLICT,
                    "It is answered or withdrawn already. Look at it again.");
            case NOT_THERE -> throw ProblemException.notFound("The promise's topic has just been moved. Try again.");
        };
    }

    private RequestView view(RequestId id) {
        return requests.find(id).map(RequestView::of).orElseThrow(
                () -> ProblemException.notFound("There is no such question any more."));
    }

    private RequestAsking.Question question(NewRequest wanted) {
        String to = wanted.to() == null || wanted.to().isBlank() ? null : wanted.to().strip();
        if ((to == null) == (wanted.department() == null)) {
            throw ProblemException.field("nobody-to-ask", "to", "Give the address of a colleague, or a department.");
        }
        String excerpt = wanted.excerpt() == null || wanted.excerpt().isBlank() ? null : wanted.excerpt().strip();
        if (wanted.department() == null) {
            String address = Objects.requireNonNull(to);
            return new RequestAsking.Question(address, wanted.name() == null || wanted.name().isBlank()
                    ? address
                    : wanted.name().strip(), wanted.question().strip(), excerpt,
                    Objects.requireNonNullElse(wanted.language(), "en"), wanted.clientId());
        }
        Department department = departments.byId(new DepartmentId(wanted.department())).orElseThrow(
                () -> ProblemException.field("unknown-department", "department",
                        "There is no such department any more."));
        return new RequestAsking.Question(department.email(), department.name(), wanted.question().strip(), excerpt,
                Objects.requireNonNullElse(wanted.language(), department.language()), wanted.clientId());
    }
}
