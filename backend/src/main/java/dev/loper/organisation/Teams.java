package dev.loper.organisation;

import dev.loper.message.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The teams, wherever they are kept.
interface Teams {

    /// All teams, by name.
    List<Team> all();

    Optional<Team> byId(TeamId id);

    /// Adds a team.
    ///
    /// @return as it is now
    Team add(TeamId id, String name, Set<PersonId> members);

    /// Writes a team as it is to be, with all its members, if it still has the version it was read with.
    SaveResult<Team> write(Team team);

    /// Puts a person into these teams and no others; teams that are gone are passed over.
    ///
    /// @param were the teams they are thought to be in; null if it does not matter
    /// @return whether they were in those
    boolean place(PersonId person, @Nullable Set<TeamId> were, Set<TeamId> teams);

    /// @return whether it was there
    boolean delete(TeamId id);
}
