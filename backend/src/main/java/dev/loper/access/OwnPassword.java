package dev.loper.access;

import dev.loper.access.People.ChangeResult;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Changes a person's own password, on the word of whoever knows the one before.
///
/// An open session proves too little: whoever found or stole one would lock its person out. A wrong guess counts as one at
/// the sign-in, so that a session leaves no more room for guessing than the door does. All sessions end, this one too: a copy
/// of it that was stolen ends with it, and whoever proved the password gets a new one.
@Component
class OwnPassword {

    /// How it ended.
    sealed interface Result {
        record Changed(Person person) implements Result {}

        record Wrong() implements Result {}

        record TooMany(Duration retryAfter) implements Result {}

        /// Somebody else set another meanwhile, which stays.
        record Overtaken() implements Result {}
    }

    private final People people;
    private final Passwords passwords;
    private final RedisAttempts attempts;
    private final Audit audit;

    OwnPassword(People people, Passwords passwords, RedisAttempts attempts, Audit audit) {
        this.people = people;
        this.passwords = passwords;
        this.attempts = attempts;
        this.audit = audit;
    }

    Result change(Person person, String current, String next, String client) {
        Optional<Duration> wait = attempts.take(person.email(), client);
        if (wait.isPresent()) {
            return new Result.TooMany(wait.get());
        }
        String id = person.id().value();
        if (!passwords.matches(current, person.passwordHash())) {
            if (attempts.record()) {
                audit.record(id, "password-refused", id, Map.of("address", client));
            }
            return new Result.Wrong();
        }
        attempts.forgive(person.email(), client);
        String hash = passwords.hash(next);
        ChangeResult result = people.change(person.id(), before -> before.passwordHash().equals(person.passwordHash())
                ? before.withPasswordHash(hash).withSessionsEnded()
                : before);
        if (result instanceof ChangeResult.Changed changed && changed.after().passwordHash().equals(hash)) {
            audit.record(id, "password-changed", id, Map.of("address", client));
            return new Result.Changed(changed.after());
        }
        return new Result.Overtaken();
    }
}
