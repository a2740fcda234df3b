package dev.loper.access;

import dev.loper.message.ChannelKind;
import dev.loper.message.PersonId;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Adds people and changes what they may do.
@RestController
@Tag(name = "People")
@RequestMapping("/api/v1/people")
@AccessRule(Who.ADMINISTRATORS)
class PeopleAdminController {

    record NewPerson(@NotBlank @Size(max = 100) String name, @NotBlank @Email @Size(max = 254) String email,
            @NotNull @Size(max = Passwords.MAX_LENGTH) String password, @NotEmpty Set<Role> roles,
            @Nullable @Pattern(regexp = "en|nl", message = "is “en” or “nl”") String language,
            @Nullable @Size(max = 20) Set<String> speaks, @Nullable @Valid QueuesView queues) {

        @Override
        public String toString() {
            return "NewPerson[]";
        }
    }

    private final Passwords passwords;
    private final Secrets secrets;
    private final PersonChanges changes;
    private final Colleagues colleagues;
    private final WorkWishes wishes;
    private final Access access;

    PeopleAdminController(Passwords passwords, Secrets secrets, PersonChanges changes, Colleagues colleagues,
            WorkWishes wishes, Access access) {
        this.passwords = passwords;
        this.secrets = secrets;
        this.changes = changes;
        this.colleagues = colleagues;
        this.wishes = wishes;
        this.access = access;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Adds somebody who works here.")
    @Refuses(status = HttpStatus.CONFLICT, type = "email-taken", when = "somebody has this address already")
    Colleague add(Viewer viewer, @Valid @RequestBody NewPerson body) {
        passwords.requireGood(body.password(), body.email(), body.name());
        Work work = Work.UNKNOWN.speaking(SpokenLanguages.require(body.speaks()));
        Person person = Person.fresh(new PersonId(secrets.id()), body.name().strip(), RedisPeople.normal(body.email()),
                passwords.hash(body.password()), body.roles(), Objects.requireNonNullElse(body.language(),
                        "en")).withWork(work).withQueues(
                                body.queues() == null ? Queues.all() : body.queues().queues());
        changes.add(viewer, person);
        return colleagues.view(person, viewer);
    }

    /// Supervisors may say how much somebody takes and who takes over, and no more.
    @PatchMapping("/{id}")
    @AccessRule(Who.SUPERVISORS)
    @Operation(summary = "Changes somebody’s name, roles or password, or ends their work here.")
    @Refuses(status = HttpStatus.CONFLICT, type = "last-administrator", when = "somebody must remain who administers")
    Colleague change(Viewer viewer, @PathVariable String id, @Valid @RequestBody PersonChange body) {
        if (body.beyondWork() && !access.canAdminister(viewer)) {
            throw AccessInterceptor.forbidden();
        }
        PersonId person = new PersonId(id);
        if (!access.canSupervise(viewer, changes.require(person))) {
            throw AccessInterceptor.forbidden();
        }
        SpokenLanguages.require(body.speaks());
        String password = body.password();
        String hash = password == null ? null : hashed(person, password);
        Map<ChannelKind, Integer> capacity = body.capacity() == null ? null : wishes.capacity(body.capacity());
        Cover cover = body.cover() == null ? null : wishes.cover(person, body.cover());
        return colleagues.view(changes.change(viewer, person, before -> body.applied(before, hash, capacity, cover)),
                viewer);
    }

    private String hashed(PersonId id, String password) {
        Person person = changes.require(id);
        passwords.requireGood(password, person.email(), person.name());
        return passwords.hash(password);
    }

    static ProblemException unknown() {
        return ProblemException.notFound("There is no such person.");
    }
}
