package dev.loper.access;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Checks an address and a password.
///
/// A wrong password, an unknown address and a person who may no longer sign in get the same answer after the same work.
@Component
class SignIn {

    /// How an attempt ended.
    sealed interface Result {
        record SignedIn(Person person) implements Result {}

        record Wrong() implements Result {}

        record TooMany(Duration retryAfter) implements Result {}
    }

    private final People people;
    private final Passwords passwords;
    private final RedisAttempts attempts;
    private final Audit audit;

    SignIn(People people, Passwords passwords, RedisAttempts attempts, Audit audit) {
        this.people = people;
        this.passwords = passwords;
        this.attempts = attempts;
        this.audit = audit;
    }

    Result attempt(String email, String password, String client) {
        Optional<Duration> wait = attempts.take(email, client);
        if (wait.isPresent()) {
            return new Result.TooMany(wait.get());
        }
        Optional<Person> person = people.byEmail(email);
        boolean right = passwords.matches(password, person.map(Person::passwordHash).orElse(null));
        if (!right || person.isEmpty() || !person.get().active()) {
            if (attempts.record()) {
                // An address nobody has may be a password in the wrong field: it is not written down.
                audit.record(Audit.NOBODY, "sign-in-failed", person.map(known -> known.id().value()).orElse("unknown"),
                        Map.of("address", client));
            }
            return new Result.Wrong();
        }
        attempts.forgive(email, client);
        audit.record(person.get().id().value(), "signed-in", person.get().id().value(), Map.of("address", client));
        return new Result.SignedIn(refreshed(person.get(), password));
    }

    private Person refreshed(Person person, String password) {
        if (passwords.outdated(person.passwordHash())) {
            String hash = passwords.hash(password);
            people.change(person.id(), current -> current.passwordHash().equals(person.passwordHash())
                    ? current.withPasswordHash(hash)
                    : current);
        }
        return person;
    }
}
