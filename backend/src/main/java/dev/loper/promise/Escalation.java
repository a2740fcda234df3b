package dev.loper.promise;

import dev.loper.access.Access;
import dev.loper.access.People;
import dev.loper.access.Person;
import dev.loper.access.QueueId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/// Who is told that a promise is late: first its owner, then those who look after its queue.
@Component
class Escalation {

    /// Thousands may be late at once: everybody is read once in a while, not for each of them.
    private static final Duration KNOWN_FOR = Duration.ofSeconds(1);

    private final People people;
    private final Access access;
    private final Clock clock;
    private volatile Known known = new Known(Instant.EPOCH, List.of());

    Escalation(People people, Access access, Clock clock) {
        this.people = people;
        this.access = access;
        this.clock = clock;
    }

    private record Known(Instant at, List<Person> people) {}

    /// Whom it is told to. Whoever has left is told nothing; then it goes on at once.
    ///
    /// @param level 1 for the owner
    List<Person> to(Promise promise, QueueId queue, int level) {
        if (level == 1) {
            List<Person> owner = people.byId(promise.owner()).filter(Person::active).stream().toList();
            if (!owner.isEmpty()) {
                return owner;
            }
        }
        return everybody().stream().filter(person -> access.canSupervise(person, queue)).toList();
    }

    /// Whether somebody may still be told of it, when the mail is written.
    boolean concerns(Promise promise, QueueId queue, Person person) {
        return person.active() && (promise.owner().equals(person.id()) || access.canSupervise(person, queue));
    }

    private List<Person> everybody() {
        Known last = known;
        Instant now = clock.instant();
        if (last.at().plus(KNOWN_FOR).isBefore(now)) {
            last = new Known(now, people.all());
            known = last;
        }
        return last.people();
    }
}
