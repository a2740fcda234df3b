package dev.loper.access;

import dev.loper.access.SignIn.Result;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import dev.loper.web.TryLaterException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Signing in and out, and who is signed in.
@RestController
@Tag(name = "Session")
@RequestMapping("/api/v1/session")
class SessionController {

    record SignInRequest(@NotNull @Size(max = 254) String email,
            @NotNull @Size(max = Passwords.MAX_LENGTH) String password) {

        @Override
        public String toString() {
            return "SignInRequest[]";
        }
    }

    /// @param phone the number at which they take calls; empty for none
    record Wishes(@Nullable @Pattern(regexp = "en|nl", message = "is “en” or “nl”") String language,
            @Nullable @Size(max = 30) String phone) {}

    /// A session, as the app sees it.
    record SessionView(PersonView person) {

        static SessionView of(Person person) {
            return new SessionView(new PersonView(person.id().value(), person.name(), person.email(), person.roles(),
                    person.language(), person.work().phone()));
        }
    }

    record PersonView(String id, String name, String email, Set<Role> roles,
            @Schema(allowableValues = {"en", "nl"}) String language, @Nullable String phone) {}

    private final SignIn signIn;
    private final SessionDoor door;
    private final People people;
    private final PersonChanges changes;

    SessionController(SignIn signIn, SessionDoor door, People people, PersonChanges changes) {
        this.signIn = signIn;
        this.door = door;
        this.people = people;
        this.changes = changes;
    }

    @GetMapping
    @AccessRule(Who.EVERYBODY)
    @Operation(summary = "Says who is signed in.")
    @Refuses(status = HttpStatus.UNAUTHORIZED, type = "sign-in-required", when = "nobody is")
    SessionView session(Viewer viewer) {
        return people.byId(viewer.id()).map(SessionView::of).orElseThrow(AccessInterceptor::signInRequired);
    }

    @PostMapping
    @AccessRule(Who.EVERYBODY)
    @Operation(summary = "Signs in with address and password, and sets the session’s cookie.")
    @Refuses(status = HttpStatus.UNAUTHORIZED, type = "wrong-sign-in", when = "address and password do not belong together")
    @Refuses(status = HttpStatus.TOO_MANY_REQUESTS, type = "too-many-attempts", when = "try again after `Retry-After` seconds")
    SessionView signIn(@Valid @RequestBody SignInRequest body, HttpServletRequest request,
            HttpServletResponse response) {
        return switch (signIn.attempt(body.email(), body.password(), request.getRemoteAddr())) {
            case Result.SignedIn in -> {
                door.open(in.person(), request, response);
                yield SessionView.of(in.person());
            }
            case Result.Wrong wrong -> throw new ProblemException("wrong-sign-in", HttpStatus.UNAUTHORIZED,
                    "The address and the password do not belong together.");
            case Result.TooMany many -> throw new TryLaterException("too-many-attempts",
                    HttpStatus.TOO_MANY_REQUESTS, "Too many attempts. Wait a little before you try again.",
                    many.retryAfter());
        };
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AccessRule(Who.EVERYBODY)
    @Operation(summary = "Signs out; live screens of the session close.")
    void signOut(HttpServletRequest request, HttpServletResponse response) {
        door.close(PersonAuthentication.current(), request, response);
    }

    @PatchMapping
    @AccessRule(Who.PEOPLE)
    @Operation(summary = "Changes what a person wishes for themselves: the language, and the number at which they take calls.")
    SessionView change(Viewer viewer, @Valid @RequestBody Wishes wishes) {
        String language = wishes.language();
        if (language != null) {
            people.change(viewer.id(), person -> person.withLanguage(language));
        }
        String phone = wishes.phone();
        if (phone != null) {
            takeCallsAt(viewer, WorkPhone.read(phone));
        }
        return session(viewer);
    }

    /// Customers' calls go there: where they went, and since when, must be found out later.
    private void takeCallsAt(Viewer viewer, @Nullable String number) {
        if (!Objects.equals(changes.require(viewer.id()).work().phone(), number)) {
            changes.change(viewer, viewer.id(), person -> person.withWork(person.work().reachedAt(number)));
        }
    }
}
