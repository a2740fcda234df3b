package dev.loper.routing;

import dev.loper.access.Cover;
import dev.loper.access.Person;
import dev.loper.access.People;
import dev.loper.access.Presence;
import dev.loper.access.Presence.State;
import dev.loper.access.Presences;
import dev.loper.message.PersonId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Finds who stands in for somebody: their cover, the cover of that one if they are away too, and so on.
@Component
class StandIns {

    private static final int FAR = 5;

    private final People people;
    private final Presences presences;

    StandIns(People people, Presences presences) {
        this.people = people;
        this.presences = presences;
    }

    /// Those who can take over, the nearest first; none means the queue. Nobody among them is away or has left.
    List<Person> of(PersonId from, Cover cover) {
        List<Person> found = new ArrayList<>();
        Set<PersonId> asked = new HashSet<>(Set.of(from));
        Cover next = cover;
        while (next instanceof Cover.By(PersonId id) && asked.add(id) && asked.size() <= FAR + 1) {
            Optional<Person> person = people.byId(id);
            person.filter(this::there).ifPresent(found::add);
            next = person.map(known -> known.work().cover()).orElse(new Cover.Queue());
        }
        return found;
    }

    /// Whether somebody works here and is not away. Whoever is merely offline comes back to their work.
    boolean there(Person person) {
        Presence presence = presences.of(List.of(person.id())).getOrDefault(person.id(), Presence.OFFLINE);
        return person.active() && presence.state() != State.AWAY;
    }
}
