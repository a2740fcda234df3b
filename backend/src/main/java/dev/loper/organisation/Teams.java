package dev.loper.organisation;

import dev.loper.message.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The teams, wherever they are kept.
interface Teams {

    /// All teams, by name.
    List<Team> all();

    Optional<Team> byId(TeamId id);

    /// Writes a team as it is to be, with all its members.
    void write(Team team);

    /// Puts a person into these teams and no others; teams that are gone are passed over.
    void place(PersonId person, Set<TeamId> teams);

    /// @return whether it was there
    boolean delete(TeamId id);
}
