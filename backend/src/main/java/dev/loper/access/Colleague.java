package dev.loper.access;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Somebody who works here or did, as one person may know them.
///
/// @param online whether they are at work: online or busy
/// @param speaks the languages they answer customers in
/// @param queues where they work, so that work is given to whom may see it
/// @param capacity how many topics of a channel they take at a time, where it is another number than everybody's
/// @param cover  who takes over when they leave or are absent: `queue`, `person:<id>`, or nothing
/// @param active whether they still work here; the names of those who left are kept
/// @param email  only for administrators
/// @param phone  the number at which they take calls; only for administrators
public record Colleague(String id, String name, Set<Role> roles, boolean online, Presence presence,
        Set<String> speaks, QueuesView queues, Map<String, Integer> capacity, @Nullable String cover, boolean active,
        @Nullable String email, @Nullable String phone) {

    static Colleague of(Person person, Presence presence, boolean administrator) {
        return new Colleague(person.id().value(), person.name(), person.roles(), presence.atWork(), presence,
                person.work().speaks(), QueuesView.of(person.queues()), WorkBody.capacity(person.work()),
                WorkBody.cover(person.work().cover()), person.active(), administrator ? person.email() : null,
                administrator ? person.work().phone() : null);
    }
}
