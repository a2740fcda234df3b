package dev.loper.access;

import dev.loper.access.SessionController.SessionView;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Lets in whoever holds an invitation's link.
///
/// Looking changes nothing, however often: mail scanners and previews open links. Address and roles are the
/// invitation's; whoever accepts chooses a password and how they are called.
@RestController
@Tag(name = "Session")
@RequestMapping("/api/v1/invitation")
@AccessRule(Who.EVERYBODY)
class InvitationController {

    /// The token of the link that is looked at. Not a parameter of the address: addresses are written into logs.
    static final String LINK = "Loper-Link";

    /// What the page says before anything is chosen.
    record InvitationLook(String name, String email,
            @Schema(allowableValues = {"en", "nl"}) String language) {}

    record Acceptance(@NotBlank @Size(max = 100) String token, @Nullable @Size(min = 1, max = 100) String name,
            @NotNull @Size(max = Passwords.MAX_LENGTH) String password,
            @Nullable @Pattern(regexp = "en|nl", message = "is “en” or “nl”") String language) {

        @Override
        public String toString() {
            return "Acceptance[]";
        }
    }

    private final Invitations invitations;
    private final Passwords passwords;
    private final SessionDoor door;
    private final Audit audit;

    InvitationController(Invitations invitations, Passwords passwords, SessionDoor door, Audit audit) {
        this.invitations = invitations;
        this.passwords = passwords;
        this.door = door;
        this.audit = audit;
    }

    @GetMapping
    @Operation(summary = "Says whom an invitation is for. Looking changes nothing.")
    @Refuses(status = HttpStatus.NOT_FOUND, type = "invitation-used", when = "used already, taken back or too old")
    InvitationLook look(@RequestHeader(LINK) String token) {
        Invitation invitation = require(token);
        return new InvitationLook(invitation.name(), invitation.email(), invitation.language());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Accepts an invitation and signs in.")
    @Refuses(status = HttpStatus.NOT_FOUND, type = "invitation-used", when = "used already, taken back or too old")
    @Refuses(status = HttpStatus.CONFLICT, type = "email-taken", when = "somebody signs in with this address already")
    SessionView accept(@Valid @RequestBody Acceptance body, HttpServletRequest request,
            HttpServletResponse response) {
        Invitation invitation = require(body.token());
        String name = Objects.requireNonNullElse(body.name(), invitation.name()).strip();
        passwords.requireGood(body.password(), invitation.email(), name);
        Person person = invitation.person(name.isEmpty() ? invitation.name() : name, passwords.hash(body.password()),
                Objects.requireNonNullElse(body.language(), invitation.language()));
        return switch (invitations.accept(body.token(), person)) {
            case ACCEPTED -> {
                audit.record(person.id().value(), "invitation-accepted", person.id().value(), Map.of("address",
                        request.getRemoteAddr()));
                door.open(person, request, response);
                yield SessionView.of(person);
            }
            case GONE -> throw used();
            case EMAIL_TAKEN -> throw PersonChanges.emailTaken();
        };
    }

    private Invitation require(String token) {
        return invitations.byToken(token).orElseThrow(InvitationController::used);
    }

    private static ProblemException used() {
        return new ProblemException("invitation-used", HttpStatus.NOT_FOUND,
                "This link has been used, was taken back or is too old. Ask an administrator for a new one.");
    }
}
