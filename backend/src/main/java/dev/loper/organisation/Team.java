package dev.loper.organisation;

import dev.loper.message.PersonId;
import java.util.Set;

/// People who work together under one name.
///
/// @param members also those who left: whether somebody still works here is their own record's matter
public record Team(TeamId id, String name, Set<PersonId> members) {

    public Team {
        members = Set.copyOf(members);
    }
}
