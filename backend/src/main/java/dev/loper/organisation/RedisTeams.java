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
import org.springframework.stereotype.Component;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;

/// Teams in Redis: a hash of names, and one sorted set of who is in which.
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
                pipeline.sync();
                return teams(names.get(), members.get());
            }
        });
    }

    private static List<Team> teams(Map<String, String> names, List<String> members) {
        Map<String, Set<PersonId>> byTeam = members.stream().map(member -> member.split("\\|", 2)).collect(
                Collectors.groupingBy(parts -> parts[0], Collectors.mapping(parts -> new PersonId(parts[1]),
                        Collectors.toSet())));
        return names.entrySet().stream().map(entry -> new Team(new TeamId(entry.getKey()), entry.getValue(),
                byTeam.getOrDefault(entry.getKey(), Set.of()))).sorted(Comparator.comparing(Team::name,
                        String.CASE_INSENSITIVE_ORDER)).toList();
    }

    @Override
    public Optional<Team> byId(TeamId id) {
        return all().stream().filter(team -> team.id().equals(id)).findFirst();
    }

    @Override
    public void write(Team team) {
        List<String> args = new ArrayList<>(List.of(team.id().value(), team.name()));
        team.members().forEach(member -> args.add(member.value()));
        store.run(WRITE, both(), args);
    }

    @Override
    public void place(PersonId person, Set<TeamId> teams) {
        List<String> args = new ArrayList<>(List.of(person.value()));
        teams.forEach(team -> args.add(team.value()));
        store.run(PLACE, both(), args);
    }

    @Override
    public boolean delete(TeamId id) {
        return "deleted".equals(store.run(DELETE, both(), List.of(id.value())).getFirst());
    }

    private List<String> both() {
        return List.of(keys.of(Family.TEAMS), keys.of(Family.TEAM_MEMBERS));
    }
}
