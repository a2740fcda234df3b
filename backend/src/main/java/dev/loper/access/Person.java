package dev.loper.access;

import dev.loper.message.PersonId;
import java.util.Set;

/// Somebody who works here.
///
/// @param email           the address they sign in with, in lower case
/// @param passwordHash    with its algorithm in front: `{argon2id}…`
/// @param language        of their screen: `en` or `nl`
/// @param active          whether they may sign in
/// @param sessionsVersion raised to end all their sessions: one that began under another number is over
/// @param work            what they do here
public record Person(PersonId id, String name, String email, String passwordHash, Set<Role> roles, String language,
        boolean active, long sessionsVersion, Work work) {

    public Person {
        roles = Set.copyOf(roles);
    }

    /// Somebody who is new here.
    static Person fresh(PersonId id, String name, String email, String passwordHash, Set<Role> roles, String language) {
        return new Person(id, name, email, passwordHash, roles, language, true, 0, Work.UNKNOWN);
    }

    /// For now everybody works in every queue.
    public Queues queues() {
        return Queues.all();
    }

    boolean administers() {
        return active && roles.contains(Role.ADMINISTRATOR);
    }

    Person withPasswordHash(String hash) {
        return new Person(id, name, email, hash, roles, language, active, sessionsVersion, work);
    }

    Person withLanguage(String wanted) {
        return new Person(id, name, email, passwordHash, roles, wanted, active, sessionsVersion, work);
    }

    Person withName(String wanted) {
        return new Person(id, wanted, email, passwordHash, roles, language, active, sessionsVersion, work);
    }

    Person withRoles(Set<Role> wanted) {
        return new Person(id, name, email, passwordHash, wanted, language, active, sessionsVersion, work);
    }

    Person withActive(boolean wanted) {
        return new Person(id, name, email, passwordHash, roles, language, wanted, sessionsVersion, work);
    }

    Person withSessionsEnded() {
        return new Person(id, name, email, passwordHash, roles, language, active, sessionsVersion + 1, work);
    }

    Person withWork(Work wanted) {
        return new Person(id, name, email, passwordHash, roles, language, active, sessionsVersion, wanted);
    }

    /// The hash never reaches a log.
    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
