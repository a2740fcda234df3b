package dev.loper.routing;

import dev.loper.access.Cover;
import dev.loper.access.People;
import dev.loper.access.Person;
import dev.loper.access.QueueId;
import dev.loper.access.Queues;
import dev.loper.access.Role;
import dev.loper.access.Work;
import dev.loper.message.ChannelKind;
import dev.loper.message.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A few people who work here, for tests of who gets the work.
final class Crew implements People {

    private final Map<PersonId, Person> people = new ConcurrentHashMap<>();

    /// Somebody who works in every queue, speaks everything and takes two texts at a time.
    PersonId add(String id) {
        return add(id, 2, Set.of());
    }

    PersonId add(String id, int texts, Set<String> speaks, String... queues) {
        Queues theirs = queues.length == 0
                ? Queues.all()
                : new Queues.Only(Stream.of(queues).map(QueueId::new).collect(Collectors.toSet()));
        Work work = new Work(speaks, Map.of(ChannelKind.SMS, texts), new Cover.Undecided(), null);
        PersonId person = new PersonId(id);
        people.put(person, new Person(person, id, id + "@loper.test", "", Set.of(Role.AGENT), "en", true, 0, work,
                theirs));
        return person;
    }

    /// Their work goes to somebody, or stays theirs.
    void covered(PersonId id, Cover cover) {
        change(id, before -> new Work(before.work().speaks(), before.work().capacity(), cover, null), true,
                Objects.requireNonNull(people.get(id)).queues());
    }

    void leaves(PersonId id) {
        change(id, Person::work, false, Objects.requireNonNull(people.get(id)).queues());
    }

    void worksIn(PersonId id, String... queues) {
        change(id, Person::work, true, new Queues.Only(Stream.of(queues).map(QueueId::new).collect(
                Collectors.toSet())));
    }

    private void change(PersonId id, Function<Person, Work> work, boolean active, Queues queues) {
        people.computeIfPresent(id, (same, before) -> new Person(id, before.name(), before.email(), "", before.roles(),
                "en", active, 0, work.apply(before), queues));
    }

    @Override
    public Optional<Person> byId(PersonId id) {
        return Optional.ofNullable(people.get(id));
    }

    @Override
    public List<Person> byIds(Collection<PersonId> ids) {
        return ids.stream().flatMap(id -> byId(id).stream()).toList();
    }

    @Override
    public List<Person> all() {
        return List.copyOf(people.values());
    }

    @Override
    public Optional<Person> byEmail(String email) {
        return all().stream().filter(person -> person.email().equals(email)).findFirst();
    }

    @Override
    public Optional<Person> byNumber(String number) {
        return all().stream().filter(person -> number.equals(person.work().phone())).findFirst();
    }

    @Override
    public boolean none() {
        return people.isEmpty();
    }

    @Override
    public CreateResult create(Person person) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CreateResult createFirst(Person person, String setupToken) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ChangeResult change(PersonId id, UnaryOperator<Person> change) {
        throw new UnsupportedOperationException();
    }
}
