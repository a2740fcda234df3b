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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who may be rung for a call: whoever is here and free, may see its queue, and has a phone.
///
/// A topic they have open does not make them busy, as it does where work is given out: only a call does, and whether they
/// have one is for whoever lets their phone ring to say.
@Component
public class Ringing {

    private final People people;
    private final Presences presences;
    private final Assignments assignments;
    private final Access access;
    private final Speakers speakers;

    Ringing(People people, Presences presences, Assignments assignments, Access access,
            Speakers speakers) {
        this.people = people;
        this.presences = presences;
        this.assignments = assignments;
        this.access = access;
        this.speakers = speakers;
    }

    /// Those who may be rung, in the order they are to be asked: whoever has the matter, whoever can answer in the
    /// caller's language, whoever has the least open.
    ///
    /// @param assignee who has the matter
    /// @param language the caller's, if it is known
    public List<Person> order(QueueId queue, @Nullable PersonId assignee, @Nullable String language) {
        List<Person> able = people.all().stream().filter(person -> person.work().phone() != null
                && takesCalls(person) && access.canSee(person, queue)).toList();
        List<PersonId> ids = able.stream().map(Person::id).toList();
        Map<PersonId, Presence> present = presences.of(ids);
        Map<PersonId, Map<ChannelKind, Integer>> loads = assignments.loads(ids);
        return able.stream().filter(person -> isFree(present.get(person.id()))).sorted(Comparator.comparing(
                (Person person) -> !person.id().equals(assignee)).thenComparing(
                        person -> !speakers.canAnswer(person, queue, language == null || language.isEmpty()
                                ? null
                                : language)).thenComparingInt(
                                        person -> load(loads, person)).thenComparing(
                                                person -> person.id().value())).toList();
    }

    /// Whoever takes no calls says so by a capacity of none.
    private static boolean takesCalls(Person person) {
        return !Integer.valueOf(0).equals(person.work().capacity().get(ChannelKind.VOICE));
    }

    private static boolean isFree(@Nullable Presence presence) {
        return presence != null && presence.state() == Presence.State.ONLINE;
    }

    private static int load(Map<PersonId, Map<ChannelKind, Integer>> loads, Person person) {
        return loads.getOrDefault(person.id(), Map.of()).values().stream().mapToInt(Integer::intValue).sum();
    }
}
