package dev.loper.access;

import java.util.Collection;
import java.util.Map;

/// Knows what some things are called whose ids the audit writes down: customers, teams. An id says nothing to a person.
public interface Named {

    /// @param ids of anything, perhaps of nothing
    /// @return the names of those it knows, as they are now; empty where something has none
    Map<String, String> names(Collection<String> ids);
}
