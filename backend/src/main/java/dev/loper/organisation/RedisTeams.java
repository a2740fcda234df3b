package dev.loper.organisation;

import dev.loper.message.PersonId;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;

/// Teams in Redis: a hash of names, one sorted set of who is in which, and how often each was changed.
@Component
class RedisTeams implements Teams {

    private static final LuaScript WRITE = LuaScript.load("team-write");
    private static final LuaScript PLACE = LuaScript.load("team-place");
    private static final LuaScript DELETE = LuaScript.load("team-delete");

    private final RedisStore store;
    private final RedisKeys keys;

    RedisTeams(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    @Override
    public List<Team> all() {
        return store.with(redis -> {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                Response<Map<String, String>> names = pipeline.hgetAll(keys.of(Family.TEAMS));
                Response<List<String>> members = pipeline.zrange(keys.of(Family.TEAM_MEMBERS), 0, -1);
                Response<Map<String, String>> versions = pipeline.hgetAll(keys.of(Family.TEAM_VERSIONS));
                pipeline.sync();
                return teams(names.get(), members.get(), versions.get());
            }
        });
    }

    private static List<Team> teams(Map<String, String> names, List<String> members, Map<String, String> versions) {
        Map<String, Set<PersonId>> byTeam = members.stream().map(member -> member.split("\\|", 2)).collect(
                Collectors.groupingBy(parts -> parts[0], Collectors.mapping(parts -> new PersonId(parts[1]),
                        Collectors.toSet())));
        return names.entrySet().stream().map(entry -> new Team(new TeamId(entry.getKey()), entry.getValue(),
                byTeam.getOrDefault(entry.getKey(), Set.of()), Long.parseLong(versions.getOrDefault(entry.getKey(),
                        "0")))).sorted(Comparator.comparing(Team::name,
                                String.CASE_INSENSITIVE_ORDER)).toList();
    }

    @Override
    public Optional<Team> byId(TeamId id) {
        return all().stream().filter(team -> team.id().equals(id)).findFirst();
    }

    @Override
    public Team add(TeamId id, String name, Set<PersonId> members) {
        Team fresh = new Team(id, name, members, 0);
        return ((SaveResult.Saved<Team>) write(fresh, "")).kept();
    }

    @Override
    public SaveResult<Team> write(Team team) {
        return write(team, String.valueOf(team.version()));
    }

    private SaveResult<Team> write(Team team, String version) {
        List<String> args = new ArrayList<>(List.of(team.id().value(), version, team.name()));
        team.members().forEach(member -> args.add(member.value()));
        String answer = (String) store.run(WRITE, family(), args).getFirst();
        return switch (answer) {
            case "stale" -> new SaveResult.Stale<>();
            case "gone" -> new SaveResult.Gone<>();
            case "written" -> new SaveResult.Saved<>(new Team(team.id(), team.name(), team.members(),
                    team.version() + 1));
            default -> throw new IllegalStateException("team-write has no such answer: " + answer);
        };
    }

    @Override
    public boolean place(PersonId person, @Nullable Set<TeamId> were, Set<TeamId> teams) {
        List<String> args = new ArrayList<>(List.of(person.value(), were == null ? "any" : words(were)));
        teams.forEach(team -> args.add(team.value()));
        return "placed".equals(store.run(PLACE, family(), args).getFirst());
    }

    /// As the script reads them: each between two bars.
    private static String words(Set<TeamId> teams) {
        return teams.stream().map(team -> team.value() + "|").sorted().collect(Collectors.joining("", "|", ""));
    }

    @Override
    public boolean delete(TeamId id) {
        return "deleted".equals(store.run(DELETE, family(), List.of(id.value())).getFirst());
    }

    private List<String> family() {
        return List.of(keys.of(Family.TEAMS), keys.of(Family.TEAM_MEMBERS), keys.of(Family.TEAM_VERSIONS));
    }
}
