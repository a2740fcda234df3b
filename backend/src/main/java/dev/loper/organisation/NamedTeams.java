package dev.loper.organisation;

import dev.loper.access.Named;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Names teams.
@Component
class NamedTeams implements Named {

    private final Teams teams;

    NamedTeams(Teams teams) {
        this.teams = teams;
    }

    @Override
    public Map<String, String> names(Collection<String> ids) {
        return teams.all().stream().filter(team -> ids.contains(team.id().value())).collect(Collectors.toMap(
                team -> team.id().value(), Team::name));
    }
}
