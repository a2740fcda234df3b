package dev.loper.access;

import dev.loper.message.ChannelKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is to change of a person; what is left out stays.
///
/// @param speaks   the languages they answer customers in
/// @param capacity topics at a time, by channel, where it is another number than everybody's
/// @param queues   where they work
/// @param phone    the number at which they take calls; empty for none
/// @param cover    who takes over when they leave or are absent: `queue`, `person:<id>`, or empty for nobody
record PersonChange(@Nullable @Size(min = 1, max = 100) String name, @Nullable @Size(min = 1) Set<Role> roles,
        @Nullable Boolean active, @Nullable @Size(max = Passwords.MAX_LENGTH) String password,
        @Nullable @Size(max = 20) Set<String> speaks, @Nullable @Size(max = 20) Map<String, Integer> capacity,
        @Nullable @Size(max = 100) String cover, @Nullable @Valid QueuesView queues,
        @Nullable @Size(max = 30) String phone) {

    /// Whether it is about more than how work is given out, which supervisors may say.
    boolean beyondWork() {
        return Stream.of(name, roles, active, password, speaks, queues, phone).anyMatch(wish -> wish != null);
    }

    /// The person as they are to be; what must be looked up is given.
    Person applied(Person before, @Nullable String hash, @Nullable Map<ChannelKind, Integer> places,
            @Nullable Cover by) {
        Person after = before;
        after = name == null ? after : after.withName(name.strip());
        after = roles == null ? after : after.withRoles(roles);
        after = active == null ? after : after.withActive(active);
        after = speaks == null ? after : after.withWork(after.work().speaking(speaks));
        after = places == null ? after : after.withWork(after.work().taking(places));
        after = by == null ? after : after.withWork(after.work().coveredBy(by));
        after = phone == null ? after : after.withWork(after.work().reachedAt(WorkPhone.read(phone)));
        after = queues == null ? after : after.withQueues(queues.queues());
        return hash == null ? after : after.withPasswordHash(hash);
    }

    /// The password never reaches a log.
    @Override
    public String toString() {
        return "PersonChange[]";
    }
}
