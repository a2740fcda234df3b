package dev.loper.access;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Who works here.
@RestController
@RequestMapping("/api/v1/people")
class PeopleController {

    /// A colleague. Administrators also see `email` and `active`, and those who left.
    ///
    /// @param speaks the languages they answer customers in
    record Colleague(String id, String name, Set<Role> roles, boolean online, Set<String> speaks,
            @Nullable String email, @Nullable Boolean active) {

        /// Somebody as administrators see them.
        static Colleague whole(Person person, boolean online) {
            return new Colleague(person.id().value(), person.name(), person.roles(), online, person.work().speaks(),
                    person.email(), person.active());
        }

        private Colleague briefly() {
            return new Colleague(id, name, roles, online, speaks, null, null);
        }
    }

    record Colleagues(List<Colleague> items) {}

    private final People people;
    private final Access access;
    private final ObjectProvider<OnlinePeople> presence;

    PeopleController(People people, Access access, ObjectProvider<OnlinePeople> presence) {
        this.people = people;
        this.access = access;
        this.presence = presence;
    }

    @GetMapping
    @AccessRule(Who.PEOPLE)
    Colleagues all(Viewer viewer) {
        boolean administrator = access.canAdminister(viewer);
        return new Colleagues(people.all().stream().filter(person -> administrator || person.active()).map(
                person -> colleague(person, administrator)).toList());
    }

    private Colleague colleague(Person person, boolean full) {
        boolean online = presence.stream().anyMatch(known -> known.online(person.id()));
        Colleague colleague = Colleague.whole(person, online);
        return full ? colleague : colleague.briefly();
    }
}
