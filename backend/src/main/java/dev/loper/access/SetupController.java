package dev.loper.access;

import dev.loper.access.SessionController.SessionView;
import dev.loper.message.PersonId;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Adds the first person, who administers, by the one-time link of [SetupLink].
@RestController
@Tag(name = "Session")
@RequestMapping("/api/v1/setup")
class SetupController {

    record SetupRequest(@NotBlank @Size(max = 100) String token, @NotBlank @Size(max = 100) String name,
            @NotBlank @Email @Size(max = 254) String email,
            @NotNull @Size(max = Passwords.MAX_LENGTH) String password,
            @Nullable @Pattern(regexp = "en|nl", message = "is “en” or “nl”") String language) {

        @Override
        public String toString() {
            return "SetupRequest[]";
        }
    }

    private final SetupLink link;
    private final People people;
    private final Passwords passwords;
    private final Secrets secrets;
    private final SessionDoor door;
    private final Audit audit;

    SetupController(SetupLink link, People people, Passwords passwords, Secrets secrets, SessionDoor door,
            Audit audit) {
        this.link = link;
        this.people = people;
        this.passwords = passwords;
        this.secrets = secrets;
        this.door = door;
        this.audit = audit;
    }

    @GetMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AccessRule(Who.EVERYBODY)
    @Operation(summary = "Says whether the one-time link of a new installation is still good.")
    @Refuses(status = HttpStatus.NOT_FOUND, type = "setup-link-used", when = "used already, or too old")
    void look(@RequestHeader(InvitationController.LINK) String token) {
        requireGood(token);
    }

    @PostMapping
    @AccessRule(Who.EVERYBODY)
    @Operation(summary = "Adds the first administrator by the one-time link, and signs them in.")
    @Refuses(status = HttpStatus.NOT_FOUND, type = "setup-link-used", when = "used already, or too old")
    SessionView setUp(@Valid @RequestBody SetupRequest body, HttpServletRequest request,
            HttpServletResponse response) {
        requireGood(body.token());
        passwords.requireGood(body.password(), body.email(), body.name());
        Person person = Person.fresh(new PersonId(secrets.id()), body.name().strip(), RedisPeople.normal(body.email()),
                passwords.hash(body.password()), Set.of(Role.ADMINISTRATOR),
                Objects.requireNonNullElse(body.language(), "en"));
        return switch (people.createFirst(person, body.token())) {
            case CREATED -> {
                audit.record(person.id().value(), "set-up", person.id().value(), Map.of("address",
                        request.getRemoteAddr()));
                door.open(person, request, response);
                yield SessionView.of(person);
            }
            case EMAIL_TAKEN, SETUP_REFUSED -> throw used();
        };
    }

    private void requireGood(String token) {
        if (!link.good(token)) {
            throw used();
        }
    }

    private static ProblemException used() {
        return new ProblemException("setup-link-used", HttpStatus.NOT_FOUND,
                "This link has been used or is too old. Restart Loper for a new one if nobody has signed in yet.");
    }
}
