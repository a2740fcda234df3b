package dev.loper.access;

import dev.loper.message.PersonId;
import dev.loper.web.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
@RequestMapping("/api/v1/people")
@AccessRule(Who.ADMINISTRATORS)
class PeopleAdminController {

    record NewPerson(@NotBlank @Size(max = 100) String name, @NotBlank @Email @Size(max = 254) String email,
            @NotNull @Size(max = Passwords.MAX_LENGTH) String password, @NotEmpty Set<Role> roles,
            @Nullable @Pattern(regexp = "en|nl", message = "is “en” or “nl”") String language,
            @Nullable @Size(max = 20) Set<String> speaks) {

        @Override
        public String toString() {
            return "NewPerson[]";
        }
    }

    record PersonChange(@Nullable @Size(min = 1, max = 100) String name, @Nullable @Size(min = 1) Set<Role> roles,
            @Nullable Boolean active, @Nullable @Size(max = Passwords.MAX_LENGTH) String password,
            @Nullable @Size(max = 20) Set<String> speaks) {

        @Override
        public String toString() {
            return "PersonChange[]";
        }
    }

    private final Passwords passwords;
    private final Secrets secrets;
    private final PersonChanges changes;
    private final Colleagues colleagues;

    PeopleAdminController(Passwords passwords, Secrets secrets, PersonChanges changes, Colleagues colleagues) {
        this.passwords = passwords;
        this.secrets = secrets;
        this.changes = changes;
        this.colleagues = colleagues;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Colleague add(Viewer viewer, @Valid @RequestBody NewPerson body) {
        passwords.requireGood(body.password(), body.email(), body.name());
        Work work = new Work(SpokenLanguages.require(body.speaks()));
        Person person = Person.fresh(new PersonId(secrets.id()), body.name().strip(), RedisPeople.normal(body.email()),
                passwords.hash(body.password()), body.roles(), Objects.requireNonNullElse(body.language(),
                        "en")).withWork(work);
        changes.add(viewer, person);
        return colleagues.view(person, viewer);
    }

    @PatchMapping("/{id}")
    Colleague change(Viewer viewer, @PathVariable String id, @Valid @RequestBody PersonChange body) {
        PersonId person = new PersonId(id);
        SpokenLanguages.require(body.speaks());
        String password = body.password();
        String hash = password == null ? null : hashed(person, password);
        return colleagues.view(changes.change(viewer, person, before -> changed(before, body, hash)), viewer);
    }

    private String hashed(PersonId id, String password) {
        Person person = changes.require(id);
        passwords.requireGood(password, person.email(), person.name());
        return passwords.hash(password);
    }

    private static Person changed(Person before, PersonChange body, @Nullable String hash) {
        Person after = before;
        after = body.name() == null ? after : after.withName(body.name().strip());
        after = body.roles() == null ? after : after.withRoles(body.roles());
        after = body.active() == null ? after : after.withActive(body.active());
        after = body.speaks() == null ? after : after.withWork(new Work(body.speaks()));
        return hash == null ? after : after.withPasswordHash(hash);
    }

    static ProblemException unknown() {
        return ProblemException.notFound("There is no such person.");
    }
}
