package dev.loper.routing;

import dev.loper.access.Access;
import dev.loper.access.People;
import dev.loper.access.Person;
import dev.loper.access.Presence;
import dev.loper.access.Presences;
import dev.loper.access.QueueId;
import dev.loper.message.PersonId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// Who may be given work at this moment: here and free, with room for more.
@Component
class Staff {

    private final People people;
    private final Presences presences;
    private final Workloads workloads;
    private final Access access;

    Staff(People people, Presences presences, Workloads workloads, Access access) {
        this.people = people;
        this.presences = presences;
        this.workloads = workloads;
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
        List<Workload> loads = workloads.of(here);
        return IntStream.range(0, here.size()).mapToObj(i -> new Worker(here.get(i), loads.get(i).most(),
                loads.get(i).open())).filter(Worker::roomForAnything).toList();
    }

    boolean maySee(Worker worker, QueueId queue) {
        return access.canSee(worker.person(), queue);
    }
}
