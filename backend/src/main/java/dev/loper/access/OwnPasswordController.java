package dev.loper.access;

import dev.loper.access.OwnPassword.Result;
import dev.loper.access.SessionController.SessionView;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import dev.loper.web.TryLaterException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// A person's own password, for whoever is signed in: a token acts as a person, and yet is not one.
@RestController
@Tag(name = "Session")
@RequestMapping("/api/v1/session/password")
class OwnPasswordController {

    /// @param current the password until now
    /// @param next    the one from now on
    record PasswordChange(@NotNull @Size(max = Passwords.MAX_LENGTH) String current,
            @NotNull @Size(max = Passwords.MAX_LENGTH) String next) {

        @Override
        public String toString() {
            return "PasswordChange[]";
        }
    }

    private final OwnPassword own;
    private final People people;
    private final Passwords passwords;
    private final SessionDoor door;

    OwnPasswordController(OwnPassword own, People people, Passwords passwords, SessionDoor door) {
        this.own = own;
        this.people = people;
        this.passwords = passwords;
        this.door = door;
    }

    @PutMapping
    @AccessRule(Who.PEOPLE)
    @Operation(summary = "Changes one’s own password: all other sessions end, and this one goes on under a new cookie.")
    @Refuses(status = HttpStatus.FORBIDDEN, type = "forbidden", when = "a token may not, only whoever signed in")
    @Refuses(status = HttpStatus.CONFLICT, type = "changed-meanwhile", when = "somebody else set another one meanwhile")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "wrong-password", when = "`current` is not the password until now")
    @Refuses(status = HttpStatus.TOO_MANY_REQUESTS, type = "too-many-attempts", when = "try again after `Retry-After` seconds; attempts to sign in count, too")
    SessionView change(Viewer viewer, @Valid @RequestBody PasswordChange body, HttpServletRequest request,
            HttpServletResponse response) {
        if (BearerFilter.present(request)) {
            throw new ProblemException("forbidden", HttpStatus.FORBIDDEN,
                    "A token changes no password. Sign in to change it.");
        }
        Person person = people.byId(viewer.id()).orElseThrow(AccessInterceptor::signInRequired);
        passwords.requireGood("next", body.next(), person.email(), person.name());
        return switch (own.change(person, body.current(), body.next(), request.getRemoteAddr())) {
            case Result.Changed changed -> {
                door.open(changed.person(), request, response);
                yield SessionView.of(changed.person());
            }
            case Result.Wrong wrong -> throw ProblemException.field("wrong-password", "current",
                    "This is not your password until now.");
            case Result.TooMany many -> throw new TryLaterException("too-many-attempts",
                    HttpStatus.TOO_MANY_REQUESTS, "Too many attempts. Wait a little before you try again.",
                    many.retryAfter());
            case Result.Overtaken overtaken -> throw new ProblemException("changed-meanwhile", HttpStatus.CONFLICT,
                    "Somebody else set another password meanwhile. Sign in with that one.");
        };
    }
}
