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
/// @param queues          where, and what they are there
public record Person(PersonId id, String name, String email, String passwordHash, Set<Role> roles, String language,
        boolean active, long sessionsVersion, Work work, Queues queues) {

    public Person {
        roles = Set.copyOf(roles);
    }

    /// Somebody who is new here.
    static Person fresh(PersonId id, String name, String email, String passwordHash, Set<Role> roles, String language) {
        return new Person(id, name, email, passwordHash, roles, language, true, 0, Work.UNKNOWN,
                Queues.all());
    }

    boolean administers() {
        return active && roles.contains(Role.ADMINISTRATOR);
    }

    Person withPasswordHash(String hash) {
        return new Person(id, name, email, hash, roles, language, active, sessionsVersion, work, queues);
    }

    Person withLanguage(String wanted) {
        return new Person(id, name, email, passwordHash, roles, wanted, active, sessionsVersion, work, queues);
    }

    Person withName(String wanted) {
        return new Person(id, wanted, email, passwordHash, roles, language, active, sessionsVersion, work, queues);
    }

    Person withRoles(Set<Role> wanted) {
        return new Person(id, name, email, passwordHash, wanted, language, active, sessionsVersion, work, queues);
    }

    Person withActive(boolean wanted) {
        return new Person(id, name, email, passwordHash, roles, language, wanted, sessionsVersion, work, queues);
    }

    Person withSessionsEnded() {
        return new Person(id, name, email, passwordHash, roles, language, active, sessionsVersion + 1, work,
                queues);
    }

    Person withWork(Work wanted) {
        return new Person(id, name, email, passwordHash, roles, language, active, sessionsVersion, wanted, queues);
    }

    Person withQueues(Queues wanted) {
        return new Person(id, name, email, passwordHash, roles, language, active, sessionsVersion, work, wanted);
    }

    /// The hash never reaches a log.
    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
