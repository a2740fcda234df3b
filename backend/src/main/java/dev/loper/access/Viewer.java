package dev.loper.access;

import dev.loper.message.PersonId;
import java.security.Principal;
import java.util.Set;

/// The person behind a request or a socket, with what [Access] needs to decide. It is the principal's name by its id.
///
/// It holds for one request, or until [AccessEnded] on a socket: it is never kept longer.
public record Viewer(PersonId id, String name, Set<Role> roles, Queues queues) {

    public Viewer {
        roles = Set.copyOf(roles);
    }

    static Viewer of(Person person) {
        return new Viewer(person.id(), person.name(), person.roles(), person.queues());
    }

    /// Of whom there is nothing but a name: may see and do nothing.
    static Viewer withoutRoles(Person person) {
        return new Viewer(person.id(), person.name(), Set.of(), new Queues.Only(Set.of()));
    }

    boolean has(Role role) {
        return roles.stream().anyMatch(mine -> mine.includes(role));
    }

    /// The viewer behind a socket's or a request's principal.
    ///
    /// @throws IllegalArgumentException if it is none of ours
    public static Viewer of(Principal principal) {
        if (principal instanceof PersonAuthentication authentication) {
            return authentication.getPrincipal();
        }
        throw new IllegalArgumentException("The principal is not a person's.");
    }
}
