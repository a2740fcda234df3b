package dev.loper.access;

import dev.loper.message.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Shows people to people: each with how they stand at the moment, and with as much as the viewer may know.
@Component
public class Colleagues {

    /// A person and how they stand, for any viewer.
    public record Known(Person person, Presence presence) {}

    private final People people;
    private final Access access;
    private final ObjectProvider<Presences> presences;

    Colleagues(People people, Access access, ObjectProvider<Presences> presences) {
        this.people = people;
        this.access = access;
        this.presences = presences;
    }

    /// Everybody, by name, those who left too.
    List<Colleague> all(Viewer viewer) {
        return known(people.all()).stream().map(one -> view(one, viewer)).toList();
    }

    /// Some people, in two trips for all of them; those unknown are left out.
    public List<Known> find(Collection<PersonId> ids) {
        return ids.isEmpty() ? List.of() : known(people.byIds(ids));
    }

    private List<Known> known(List<Person> found) {
        List<PersonId> ids = found.stream().map(Person::id).toList();
        Map<PersonId, Presence> now = presences.stream().findFirst().map(known -> known.of(ids)).orElse(Map.of());
        return found.stream().map(
                person -> new Known(person, now.getOrDefault(person.id(), Presence.OFFLINE))).toList();
    }

    /// One of them, as the viewer may know them.
    public Colleague view(Known one, Viewer viewer) {
        return Colleague.of(one.person(), one.presence(), access.canAdminister(viewer));
    }

    Colleague view(Person person, Viewer viewer) {
        return view(known(List.of(person)).getFirst(), viewer);
    }
}
