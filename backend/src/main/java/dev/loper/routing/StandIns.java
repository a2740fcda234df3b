package dev.loper.routing;

import dev.loper.access.Cover;
import dev.loper.access.People;
import dev.loper.access.Person;
import dev.loper.access.Presence;
import dev.loper.access.Presence.State;
import dev.loper.access.Presences;
import dev.loper.message.PersonId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/// Finds who stands in for somebody: their cover, the cover of that one if they are not there either, and so on.
@Component
class StandIns {

    private static final int FAR = 5;

    private final People people;
    private final Presences presences;

    StandIns(People people, Presences presences) {
        this.people = people;
        this.presences = presences;
    }

    /// Who can take over, the nearest first; none means the queue. Nobody among them is away or has left.
    ///
    /// @param here those of them who sit at their work: nobody who waits is given to somebody who has gone home
    record Found(List<Person> any, List<Person> here) {

        Optional<Person> anyWho(Predicate<Person> may) {
            return any.stream().filter(may).findFirst();
        }

        Optional<Person> hereWho(Predicate<Person> may) {
            return here.stream().filter(may).findFirst();
        }
    }

    Found of(PersonId from, Cover cover) {
        List<Person> any = new ArrayList<>();
        List<Person> here = new ArrayList<>();
        Set<PersonId> asked = new HashSet<>(Set.of(from));
        Cover next = cover;
        while (next instanceof Cover.By(PersonId id) && asked.add(id) && asked.size() <= FAR + 1) {
            Optional<Person> person = people.byId(id);
            person.filter(this::there).ifPresent(any::add);
            person.filter(this::here).ifPresent(here::add);
            next = person.map(known -> known.work().cover()).orElse(new Cover.Queue());
        }
        return new Found(any, here);
    }

    /// Whether somebody works here and is not away. Whoever is merely offline comes back to their work.
    boolean there(Person person) {
        return person.active() && presence(person).state() != State.AWAY;
    }

    private boolean here(Person person) {
        return person.active() && presence(person).atWork();
    }

    private Presence presence(Person person) {
        return presences.of(List.of(person.id())).getOrDefault(person.id(), Presence.OFFLINE);
    }
}
