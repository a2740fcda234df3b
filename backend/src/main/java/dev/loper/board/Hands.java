package dev.loper.board;

import dev.loper.access.Access;
import dev.loper.access.People;
import dev.loper.access.Person;
import dev.loper.access.Presence;
import dev.loper.access.Presences;
import dev.loper.access.QueueId;
import dev.loper.board.Board.Load;
import dev.loper.board.Board.PersonLine;
import dev.loper.channel.OutboundPort;
import dev.loper.conversation.View;
import dev.loper.conversation.Views;
import dev.loper.message.ChannelKind;
import dev.loper.message.PersonId;
import dev.loper.routing.Workload;
import dev.loper.routing.Workloads;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Who works in some queues, and how much they have.
@Component
class Hands {

    private final People people;
    private final Access access;
    private final Presences presences;
    private final Workloads workloads;
    private final Views views;
    private final ObjectProvider<OutboundPort> channels;

    Hands(People people, Access access, Presences presences, Workloads workloads, Views views,
            ObjectProvider<OutboundPort> channels) {
        this.people = people;
        this.access = access;
        this.presences = presences;
        this.workloads = workloads;
        this.views = views;
        this.channels = channels;
    }

    /// Somebody, with where they may take something.
    record AtWork(PersonLine line, boolean here, List<QueueId> queues) {

        boolean takes(QueueId queue) {
            return here && queues.contains(queue);
        }
    }

    /// @param queues those that are watched over
    /// @param every  all there are: whoever watches over every queue has everybody's topics counted at once
    List<AtWork> of(List<QueueId> queues, Collection<QueueId> every) {
        boolean whole = queues.containsAll(every);
        List<Person> found = people.all().stream().filter(
                person -> queues.stream().anyMatch(queue -> access.canSee(person, queue))).toList();
        List<PersonId> ids = found.stream().map(Person::id).toList();
        Map<PersonId, Presence> present = presences.of(ids);
        List<Workload> loads = workloads.of(found);
        List<Map<ChannelKind, Integer>> seen = whole
                ? loads.stream().map(Workload::open).toList()
                : seen(loads, queues);
        List<Views.Count> theirs = views.count(ids.stream().map(
                id -> whole ? new View("mine:" + id) : part("mine:" + id, queues)).toList());
        List<ChannelKind> connected = channels.stream().filter(port -> !port.accounts().isEmpty()).map(
                OutboundPort::channel).toList();
        return IntStream.range(0, found.size()).mapToObj(i -> new AtWork(line(loads.get(i), seen.get(i), connected,
                theirs.get(i)), present.getOrDefault(ids.get(i), Presence.OFFLINE).atWork(),
                queues.stream().filter(
                        queue -> access.canSee(found.get(i), queue)).toList())).toList();
    }

    private static View part(String range, List<QueueId> queues) {
        return new View(queues.stream().map(queue -> View.of(range, queue)).toList());
    }

    /// What they have of each channel in these queues.
    private List<Map<ChannelKind, Integer>> seen(List<Workload> loads, List<QueueId> queues) {
        List<Map.Entry<Workload, ChannelKind>> some = loads.stream().flatMap(
                load -> load.open().keySet().stream().map(channel -> Map.entry(load, channel))).toList();
        List<Views.Count> counts = views.count(some.stream().map(
                one -> part("load:" + one.getKey().person() + ":" + one.getValue().wire(), queues)).toList());
        Map<PersonId, Map<ChannelKind, Integer>> seen = new HashMap<>();
        IntStream.range(0, some.size()).forEach(i -> seen.computeIfAbsent(some.get(i).getKey().person(),
                id -> new EnumMap<>(ChannelKind.class)).put(some.get(i).getValue(), (int) counts.get(i).topics()));
        return loads.stream().map(load -> seen.getOrDefault(load.person(), Map.of())).toList();
    }

    /// Of what lies in other queues nothing is told but that it is there: how busy somebody is comes in tenths, as a bar shows it.
    private static PersonLine line(Workload load, Map<ChannelKind, Integer> seen, List<ChannelKind> connected,
            Views.Count theirs) {
        List<Load> some = seen.entrySet().stream().filter(entry -> entry.getValue() > 0).map(
                entry -> new Load(entry.getKey(), entry.getValue(), load.most(entry.getKey()))).sorted(
                        Comparator.comparing(Load::channel)).toList();
        boolean elsewhere = load.open().entrySet().stream().anyMatch(
                entry -> entry.getValue() > seen.getOrDefault(entry.getKey(), 0));
        return new PersonLine(load.person().value(), Math.ceil(load.busy() * 10 - 0.001) / 10, load.full(connected),
                some,
                elsewhere, theirs.waiting(), theirs.since());
    }
}
