package dev.loper.redis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What is to be removed from the store: collected by everybody who keeps a part of it, removed in one step.
public final class Removal {

    private final Set<String> whole = new LinkedHashSet<>();
    private final Map<String, Set<String>> fields = new LinkedHashMap<>();
    private final Map<String, Set<String>> members = new LinkedHashMap<>();
    private final Set<String> timers = new LinkedHashSet<>();
    private final Set<String> blobs = new LinkedHashSet<>();

    /// A key, with all it holds.
    public void key(String key) {
        whole.add(key);
    }

    /// Fields of a hash.
    public void fields(String hash, Collection<String> names) {
        if (!names.isEmpty()) {
            fields.computeIfAbsent(hash, key -> new LinkedHashSet<>()).addAll(names);
        }
    }

    public void field(String hash, String name) {
        fields(hash, List.of(name));
    }

    /// Members of a sorted set.
    public void members(String set, Collection<String> names) {
        if (!names.isEmpty()) {
            members.computeIfAbsent(set, key -> new LinkedHashSet<>()).addAll(names);
        }
    }

    public void member(String set, String name) {
        members(set, List.of(name));
    }

    /// Whatever timers are about this record.
    public void timersOf(String id) {
        timers.add(id);
    }

    /// A file.
    public void blob(String id) {
        blobs.add(id);
    }

    public Set<String> timersOf() {
        return Set.copyOf(timers);
    }

    public Set<String> blobs() {
        return Set.copyOf(blobs);
    }

    /// As `erase.lua` takes it: every key once, and what goes of each.
    public Plan plan() {
        Set<String> keys = new LinkedHashSet<>(whole);
        keys.addAll(fields.keySet());
        keys.addAll(members.keySet());
        List<String> all = new ArrayList<>(keys);
        return new Plan(all, whole.stream().map(all::indexOf).toList(), parts(fields, all), parts(members, all));
    }

    private static List<Part> parts(Map<String, Set<String>> of, List<String> keys) {
        return of.entrySet().stream().map(
                part -> new Part(keys.indexOf(part.getKey()), List.copyOf(part.getValue()))).collect(
                        Collectors.toList());
    }

    /// @param whole which of the keys go as a whole, by their place
    public record Plan(List<String> keys, List<Integer> whole, List<Part> fields, List<Part> members) {}

    /// What goes of the key at a place.
    public record Part(int key, List<String> names) {}
}
