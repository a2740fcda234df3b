package dev.loper.organisation;

import dev.loper.access.AccessRule;
import dev.loper.access.Audit;
import dev.loper.access.People;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.message.PersonId;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Teams: everybody sees them, administrators change them.
@RestController
@Tag(name = "People")
@RequestMapping("/api/v1")
@AccessRule(Who.ADMINISTRATORS)
class TeamController {

    record NewTeam(@NotBlank @Size(max = 80) String name, @Nullable @Size(max = 1000) Set<String> members) {}

    /// What changes of a team. @param version of the team, as it was read
    record TeamChange(@NotNull Long version, @Nullable @Size(min = 1, max = 80) String name,
            @Nullable @Size(max = 1000) Set<String> members) {}

    /// The teams somebody is to be in. @param were those they were in, as it was read; without it, whatever they are in is replaced
    record Places(@NotNull @Size(max = 200) Set<String> teams, @Nullable @Size(max = 200) Set<String> were) {}

    record TeamView(String id, String name, List<String> members, long version) {

        static TeamView of(Team team) {
            return new TeamView(team.id().value(), team.name(), team.members().stream().map(
                    PersonId::value).sorted().toList(), team.version());
        }
    }

    record TeamViews(List<TeamView> items) {}

    private final Teams teams;
    private final People people;
    private final Audit audit;

    TeamController(Teams teams, People people, Audit audit) {
        this.teams = teams;
        this.people = people;
        this.audit = audit;
    }

    @GetMapping("/teams")
    @AccessRule(Who.PEOPLE)
    @Operation(summary = "Lists the teams.")
    TeamViews all() {
        return new TeamViews(teams.all().stream().map(TeamView::of).toList());
    }

    @PostMapping("/teams")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Adds a team.")
    @Refuses(status = HttpStatus.CONFLICT, type = "name-taken", when = "another one has this name")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unknown-person", when = "nobody here has this id")
    TeamView add(Viewer viewer, @Valid @RequestBody NewTeam body) {
        TeamId id = new TeamId("t" + UUID.randomUUID().toString().substring(0, 8));
        Team team = teams.add(id, free(body.name(), id), body.members() == null ? Set.of() : known(body.members()));
        audit.record(viewer.id().value(), "team-added", id.value(), Map.of("name", team.name()));
        return TeamView.of(team);
    }

    @PatchMapping("/teams/{id}")
    @Operation(summary = "Changes a team’s name or members.")
    @Refuses(status = HttpStatus.CONFLICT, type = "name-taken", when = "another one has this name")
    @Refuses(status = HttpStatus.CONFLICT, type = "changed-meanwhile", when = "somebody else changed it since `version`")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unknown-person", when = "nobody here has this id")
    TeamView change(Viewer viewer, @PathVariable String id, @Valid @RequestBody TeamChange body) {
        Team before = require(id);
        Team wanted = new Team(before.id(), body.name() == null ? before.name() : free(body.name(), before.id()),
                body.members() == null ? before.members() : known(body.members()), body.version());
        Team after = switch (teams.write(wanted)) {
            case SaveResult.Saved<Team>(Team team) -> team;
            case SaveResult.Stale<Team>() -> throw new ProblemException("changed-meanwhile", HttpStatus.CONFLICT,
                    "Somebody else has changed this team since you opened it. Open it again and repeat your change.");
            case SaveResult.Gone<Team>() -> throw gone();
        };
        audit.record(viewer.id().value(), "team-changed", id, Map.of("name", before.name().equals(after.name())
                ? after.name()
                : before.name() + " → " + after.name(), "members",
                before.members().size() + " → " + after.members().size()));
        return TeamView.of(after);
    }

    @DeleteMapping("/teams/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Removes a team; its people stay.")
    void delete(Viewer viewer, @PathVariable String id) {
        Team team = require(id);
        if (teams.delete(team.id())) {
            audit.record(viewer.id().value(), "team-deleted", id, Map.of("name", team.name()));
        }
    }

    @PostMapping("/people/{id}/teams")
    @Operation(summary = "Puts somebody into these teams and no others.")
    @Refuses(status = HttpStatus.CONFLICT, type = "changed-meanwhile", when = "they are in other teams than `were`")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unknown-person", when = "nobody here has this id")
    TeamViews place(Viewer viewer, @PathVariable String id, @Valid @RequestBody Places body) {
        PersonId person = known(Set.of(id)).iterator().next();
        Set<TeamId> wanted = body.teams().stream().map(team -> require(team).id()).collect(Collectors.toSet());
        Set<TeamId> were = body.were() == null
                ? null
                : body.were().stream().map(TeamId::new).collect(Collectors.toSet());
        if (!teams.place(person, were, wanted)) {
            throw new ProblemException("changed-meanwhile", HttpStatus.CONFLICT,
                    "Somebody else has put them into other teams since you opened this. Look again, and repeat your change.");
        }
        audit.record(viewer.id().value(), "person-placed", id,
                Map.of("teams", wanted.stream().map(TeamId::value).sorted().collect(
                        Collectors.joining(" "))));
        return new TeamViews(teams.all().stream().filter(team -> team.members().contains(person)).map(
                TeamView::of).toList());
    }

    private Team require(String id) {
        return teams.byId(new TeamId(id)).orElseThrow(TeamController::gone);
    }

    private static ProblemException gone() {
        return ProblemException.notFound("There is no such team any more.");
    }

    /// @return the name, if no other team has it
    private String free(String name, TeamId id) {
        String plain = name.strip();
        if (plain.isEmpty()) {
            throw ProblemException.field("invalid", "name", "Give the team a name.");
        }
        if (teams.all().stream().anyMatch(team -> team.name().equalsIgnoreCase(plain) && !team.id().equals(id))) {
            throw new ProblemException("name-taken", HttpStatus.CONFLICT, "Another team is called so.", Map.of("field",
                    "name"));
        }
        return plain;
    }

    private Set<PersonId> known(Set<String> ids) {
        return ids.stream().map(PersonId::new).map(id -> people.byId(id).orElseThrow(() -> ProblemException.field(
                "unknown-person", "members", "There is nobody with the id “" + id + "”.")).id()).collect(
                        Collectors.toSet());
    }
}
