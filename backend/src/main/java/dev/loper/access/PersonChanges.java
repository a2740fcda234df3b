package dev.loper.access;

import dev.loper.access.AccessEnded.Reason;
import dev.loper.access.People.ChangeResult;
import dev.loper.message.PersonId;
import dev.loper.web.ProblemException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Changes people on an administrator's word, writes it into the audit, and ends what they may no longer do.
@Component
class PersonChanges {

    private final People people;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    PersonChanges(People people, Audit audit, ApplicationEventPublisher events) {
        this.people = people;
        this.audit = audit;
        this.events = events;
    }

    Person require(PersonId id) {
        return people.byId(id).orElseThrow(PeopleAdminController::unknown);
    }

    void add(Viewer by, Person person) {
        switch (people.create(person)) {
            case CREATED -> audit.record(by.id().value(), "person-added", person.id().value(), Map.of("roles",
                    words(person)));
            case EMAIL_TAKEN -> throw emailTaken();
            case SETUP_REFUSED -> throw new IllegalStateException("No set-up was asked for.");
        }
    }

    Person change(Viewer by, PersonId id, UnaryOperator<Person> change) {
        return switch (people.change(id, before -> ending(before, change.apply(before)))) {
            case ChangeResult.Changed changed -> {
                tell(by, changed.before(), changed.after());
                yield changed.after();
            }
            case ChangeResult.Unknown unknown -> throw PeopleAdminController.unknown();
            case ChangeResult.EmailTaken taken -> throw emailTaken();
            case ChangeResult.LastAdministrator last -> throw new ProblemException("last-administrator",
                    HttpStatus.CONFLICT, "This is the last administrator. Make somebody else one first.");
        };
    }

    /// Whoever leaves or gets another password is signed out everywhere. Other roles count at once by themselves.
    private static Person ending(Person before, Person after) {
        Optional<Reason> reason = ended(before, after);
        return reason.isPresent() && reason.get() != Reason.ROLES_CHANGED ? after.withSessionsEnded() : after;
    }

    private static Optional<Reason> ended(Person before, Person after) {
        if (before.active() && !after.active()) {
            return Optional.of(Reason.DEACTIVATED);
        }
        if (!before.passwordHash().equals(after.passwordHash())) {
            return Optional.of(Reason.PASSWORD_CHANGED);
        }
        return before.roles().equals(after.roles()) && before.queues().equals(after.queues())
                ? Optional.empty()
                : Optional.of(Reason.ROLES_CHANGED);
    }

    private void tell(Viewer by, Person before, Person after) {
        audit.record(by.id().value(), "person-changed", after.id().value(), differences(before, after));
        ended(before, after).ifPresent(reason -> events.publishEvent(new AccessEnded(after.id(), null, reason)));
    }

    private static Map<String, String> differences(Person before, Person after) {
        Map<String, String> found = new LinkedHashMap<>();
        note(found, "name", before.name(), after.name());
        note(found, "roles", words(before), words(after));
        note(found, "queues", QueuesView.words(before.queues()), QueuesView.words(after.queues()));
        note(found, "active", before.active(), after.active());
        note(found, "speaks", sorted(before.work().speaks()), sorted(after.work().speaks()));
        note(found, "capacity", new TreeMap<>(before.work().capacity()), new TreeMap<>(after.work().capacity()));
        note(found, "cover", words(before.work().cover()), words(after.work().cover()));
        note(found, "phone", phone(before), phone(after));
        if (!before.passwordHash().equals(after.passwordHash())) {
            found.put("password", "changed");
        }
        return found;
    }

    private static void note(Map<String, String> found, String what, Object before, Object after) {
        if (!before.equals(after)) {
            found.put(what, before + " → " + after);
        }
    }

    private static String sorted(Collection<String> words) {
        return String.join(" ", words.stream().sorted().toList());
    }

    private static String words(Person person) {
        return words(person.roles());
    }

    private static String phone(Person person) {
        return Objects.requireNonNullElse(person.work().phone(), "none");
    }

    private static String words(Cover cover) {
        return Objects.requireNonNullElse(WorkBody.cover(cover), "nobody");
    }

    static String words(Set<Role> roles) {
        return sorted(roles.stream().map(Role::word).toList());
    }

    static ProblemException emailTaken() {
        return new ProblemException("email-taken", HttpStatus.CONFLICT, "Somebody else signs in with this address.",
                Map.of("field", "email"));
    }
}
