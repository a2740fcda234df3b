package dev.loper.access;

import dev.loper.message.PersonId;
import java.util.Collection;
import java.util.Map;

/// How people stand at the moment, on all nodes. The routing module provides it; without one, everybody is offline.
public interface Presences {

    /// @return one for each person asked
    Map<PersonId, Presence> of(Collection<PersonId> people);
}
