package dev.loper.routing;

import dev.loper.access.Access;
import dev.loper.access.People;
import dev.loper.access.Person;
import dev.loper.access.Presence;
import dev.loper.access.Presences;
import dev.loper.access.QueueId;
import dev.loper.conversation.Assignments;
import dev.loper.message.ChannelKind;
import dev.loper.message.PersonId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Who may be given work at this moment: here and free, with room for more.
@Component
class Staff {

    private final People people;
    private final Presences presences;
    private final Assignments assignments;
    private final AssignmentProperties properties;
    private final Access access;

    Staff(People people, Presences presences, Assignments assignments, AssignmentProperties properties,
            Access access) {
        this.people = people;
        this.presences = presences;
        this.assignments = assignments;
        this.properties = properties;
        this.access = access;
    }

    /// Those who are here and not busy, and have room for something.
    List<Worker> free() {
        List<Person> active = people.all().stream().filter(Person::active).toList();
        Map<PersonId, Presence> present = presences.of(active.stream().map(Person::id).toList());
        List<Person> here = active.stream().filter(
                person -> present.getOrDefault(person.id(),
                        Presence.OFFLINE).state() == Presence.State.ONLINE).toList();
        if (here.isEmpty()) {
            return List.of();
        }
        Map<PersonId, Map<ChannelKind, Integer>> loads = assignments.loads(here.stream().map(Person::id).toList());
        return here.stream().map(person -> new Worker(person, capacity(person),
                loads.getOrDefault(person.id(), Map.of()))).filter(Worker::roomForAnything).toList();
    }

    /// Everybody's numbers, with their own before them.
    private Map<ChannelKind, Integer> capacity(Person person) {
        Map<ChannelKind, Integer> theirs = new EnumMap<>(properties.capacity());
        theirs.putAll(person.work().capacity());
        return theirs;
    }

    boolean maySee(Worker worker, QueueId queue) {
        return access.canSee(worker.person(), queue);
    }
}
