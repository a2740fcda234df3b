package dev.loper.organisation;

import dev.loper.message.PersonId;
import java.util.Set;

/// People who work together under one name.
///
/// @param members also those who left: whether somebody still works here is their own record's matter
/// @param version how often it has been written, or somebody put into it or taken out; 0 if it never was
public record Team(TeamId id, String name, Set<PersonId> members, long version) {

    public Team {
        members = Set.copyOf(members);
    }
}
