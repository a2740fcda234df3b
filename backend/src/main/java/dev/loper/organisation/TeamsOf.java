package dev.loper.organisation;

import dev.loper.message.PersonId;
import java.util.List;
import org.springframework.stereotype.Component;

/// In which teams somebody is, for those who count by team.
@Component
public class TeamsOf {

    private final Teams teams;

    TeamsOf(Teams teams) {
        this.teams = teams;
    }

    public List<TeamId> person(PersonId person) {
        return teams.all().stream().filter(team -> team.members().contains(person)).map(Team::id).toList();
    }
}
