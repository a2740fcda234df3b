package dev.loper.access;

import dev.loper.access.Invitations.Offer;
import dev.loper.access.StaffMail.Outcome;
import dev.loper.message.PersonId;
import dev.loper.web.ProblemException;
import dev.loper.web.PublicUrl;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Invites people, sends their link again, and takes invitations back.
@RestController
@Tag(name = "People")
@RequestMapping("/api/v1/invitations")
@AccessRule(Who.ADMINISTRATORS)
class InvitationAdminController {

    /// @param queues where they will work; none is every queue, also those still to be made
    record NewInvitation(@NotBlank @Size(max = 100) String name, @NotBlank @Email @Size(max = 254) String email,
            @NotEmpty Set<Role> roles,
            @Nullable @Pattern(regexp = "en|nl", message = "is “en” or “nl”") String language,
            @Nullable @Size(max = 20) Set<String> speaks, @Nullable @Valid QueuesView queues) {

        Queues where() {
            return queues == null ? Queues.all() : queues.queues();
        }
    }

    /// An invitation.
    ///
    /// @param expired whether its link works no more: it is too old, or who sent it does not administer any more
    /// @param link only in the answer that made it: it is kept nowhere
    /// @param mail what became of the mail with the link: `sent`, `failed` or `no-mailbox`, where one was to be sent
    record InvitationView(String id, String name, String email, Set<Role> roles,
            @Schema(allowableValues = {
                    "en", "nl"}) String language,
            Set<String> speaks, QueuesView queues,
            String by, Instant sentAt, Instant expiresAt, boolean expired, @Nullable String link,
            @Schema(allowableValues = {
                    "sent", "failed", "no-mailbox"}) @Nullable String mail,
            @Nullable String mailReason) {

        static InvitationView of(Invitation one, boolean expired) {
            return new InvitationView(one.id().value(), one.name(), one.email(), one.roles(), one.language(),
                    one.speaks(), QueuesView.of(one.queues()), one.by().value(), one.sent(), one.expires(), expired,
                    null, null, null);
        }

        InvitationView with(String newLink, Outcome outcome) {
            String word = switch (outcome) {
                case Outcome.Sent sent -> "sent";
                case Outcome.NoMailbox none -> "no-mailbox";
                case Outcome.Failed failed -> "failed";
            };
            String reason = outcome instanceof Outcome.Failed(String why) ? why : null;
            return new InvitationView(id, name, email, roles, language, speaks, queues, by, sentAt, expiresAt, expired,
                    newLink, word, reason);
        }

        /// The link never reaches a log.
        @Override
        public String toString() {
            return "InvitationView[" + id + "]";
        }
    }

    record InvitationViews(List<InvitationView> items) {}

    private final Invitations invitations;
    private final InvitationLetter letter;
    private final Secrets secrets;
    private final PublicUrl publicUrl;
    private final Audit audit;
    private final Clock clock;
    private final AccessProperties properties;

    InvitationAdminController(Invitations invitations, InvitationLetter letter, Secrets secrets, PublicUrl publicUrl,
            Audit audit, Clock clock, AccessProperties properties) {
        this.invitations = invitations;
        this.letter = letter;
        this.secrets = secrets;
        this.publicUrl = publicUrl;
        this.audit = audit;
        this.clock = clock;
        this.properties = properties;
    }

    @GetMapping
    @Operation(summary = "Lists the invitations that are open.")
    InvitationViews all() {
        return new InvitationViews(invitations.all().stream().map(
                one -> InvitationView.of(one, !invitations.stands(one))).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Invites somebody to work here: sends a link that works once.")
    @Refuses(status = HttpStatus.CONFLICT, type = "email-taken", when = "somebody signs in with this address already")
    @Refuses(status = HttpStatus.CONFLICT, type = "already-invited", when = "this address has an open invitation")
    InvitationView invite(Viewer viewer, @Valid @RequestBody NewInvitation body) {
        Instant now = clock.instant();
        Invitation invitation = new Invitation(new PersonId(secrets.id()), body.name().strip(), RedisPeople.normal(
                body.email()), body.roles(), Objects.requireNonNullElse(body.language(), "en"),
                SpokenLanguages.require(body.speaks()), body.where(), viewer.id(), now,
                now.plus(properties.invitationLife()));
        String token = secrets.token();
        require(invitations.offer(invitation, token));
        audit.record(viewer.id().value(), "person-invited", invitation.id().value(), Map.of("name",
                invitation.name(), "roles", PersonChanges.words(invitation.roles()), "queues", QueuesView.words(
                        invitation.queues())));
        return sent(viewer, invitation, token);
    }

    @PostMapping("/{id}/send")
    @Operation(summary = "Sends an invitation again, with a new link; the old one ends.")
    @Refuses(status = HttpStatus.CONFLICT, type = "email-taken", when = "somebody signs in with this address already")
    InvitationView again(Viewer viewer, @PathVariable String id) {
        Instant now = clock.instant();
        Invitation invitation = invitations.byId(new PersonId(id)).orElseThrow(
                InvitationAdminController::unknown).again(viewer.id(), now, now.plus(properties.invitationLife()));
        String token = secrets.token();
        require(invitations.renew(invitation, token));
        audit.record(viewer.id().value(), "invitation-sent-again", id, Map.of("name", invitation.name()));
        return sent(viewer, invitation, token);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes an invitation back.")
    void revoke(Viewer viewer, @PathVariable String id) {
        Invitation revoked = invitations.revoke(new PersonId(id)).orElseThrow(InvitationAdminController::unknown);
        audit.record(viewer.id().value(), "invitation-revoked", id, Map.of("name", revoked.name()));
    }

    private InvitationView sent(Viewer viewer, Invitation invitation, String token) {
        // Behind the #, which no browser sends: so it is in no proxy’s log and in no Referer.
        String link = publicUrl.at("/welcome#" + token);
        return InvitationView.of(invitation, false).with(link, letter.send(invitation, viewer.name(), link));
    }

    private static void require(Offer offer) {
        switch (offer) {
            case INVITED -> {
            }
            case EMAIL_TAKEN -> throw PersonChanges.emailTaken();
            case ALREADY_INVITED -> throw new ProblemException("already-invited", HttpStatus.CONFLICT,
                    "This address has an invitation already. Send that one again, or revoke it first.", Map.of("field",
                            "email"));
            case GONE -> throw unknown();
        }
    }

    private static ProblemException unknown() {
        return ProblemException.notFound(
                "There is no such invitation any more: it was accepted, revoked or sent again.");
    }
}
