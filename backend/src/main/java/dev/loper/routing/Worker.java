package dev.loper.routing;

import dev.loper.access.Person;
import dev.loper.conversation.WaitingTopic;
import dev.loper.message.ChannelKind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Somebody who may be given work now, with what they have and how much they take.
final class Worker {

    private final Person person;
    private final Map<ChannelKind, Integer> capacity;
    private final Map<ChannelKind, Integer> load;

    Worker(Person person, Map<ChannelKind, Integer> capacity, Map<ChannelKind, Integer> load) {
        this.person = person;
        this.capacity = capacity;
        this.load = new EnumMap<>(ChannelKind.class);
        this.load.putAll(load);
    }

    Person person() {
        return person;
    }

    int most(ChannelKind channel) {
        return capacity.getOrDefault(channel, 0);
    }

    boolean roomFor(ChannelKind channel) {
        return loadOf(channel) < most(channel);
    }

    boolean roomForAnything() {
        return capacity.keySet().stream().anyMatch(this::roomFor);
    }

    boolean putBack(WaitingTopic topic) {
        return person.id().equals(topic.released());
    }

    double busy() {
        return new Workload(person.id(), load, capacity).busy();
    }

    void given(ChannelKind channel) {
        load.merge(channel, 1, Integer::sum);
    }

    /// Somebody else gave them what they take.
    void filled(ChannelKind channel) {
        load.put(channel, Math.max(loadOf(channel), most(channel)));
    }

    private int loadOf(ChannelKind channel) {
        return Optional.ofNullable(load.get(channel)).orElse(0);
    }
}
