package dev.loper.routing;

import dev.loper.access.Person;
import dev.loper.conversation.Assignments;
import dev.loper.message.ChannelKind;
import dev.loper.message.PersonId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Counts what people have, and knows how much they take.
@Component
public class Workloads {

    private final Assignments assignments;
    private final AssignmentProperties properties;

    Workloads(Assignments assignments, AssignmentProperties properties) {
        this.assignments = assignments;
        this.properties = properties;
    }

    /// Of these people, in their order and in one trip.
    public List<Workload> of(List<Person> people) {
        if (people.isEmpty()) {
            return List.of();
        }
        Map<PersonId, Map<ChannelKind, Integer>> open = assignments.loads(people.stream().map(Person::id).toList());
        return people.stream().map(person -> new Workload(person.id(), open.getOrDefault(person.id(), Map.of()),
                most(person))).toList();
    }

    /// Everybody's numbers, with their own before them.
    private Map<ChannelKind, Integer> most(Person person) {
        Map<ChannelKind, Integer> theirs = new EnumMap<>(properties.capacity());
        theirs.putAll(person.work().capacity());
        return theirs;
    }
}
