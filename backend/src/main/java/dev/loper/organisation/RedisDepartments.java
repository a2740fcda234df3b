package dev.loper.organisation;

import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Departments in Redis, in one hash.
@Component
class RedisDepartments implements Departments {

    private static final LuaScript WRITE = LuaScript.load("department-write");
    private static final LuaScript DELETE = LuaScript.load("department-delete");

    /// A department as kept in Redis.
    private record Body(String name, String email, String language) {

        Department department(String id) {
            return new Department(new DepartmentId(id), name, email, language);
        }
    }

    private final RedisStore store;
    private final RedisKeys keys;

    RedisDepartments(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    @Override
    public List<Department> all() {
        Map<String, String> found = store.with(redis -> redis.hgetAll(keys.of(Family.DEPARTMENTS)));
        return found.entrySet().stream().map(entry -> read(entry.getKey(), entry.getValue())).sorted(
                Comparator.comparing(Department::name, String.CASE_INSENSITIVE_ORDER)).toList();
    }

    @Override
    public Optional<Department> byId(DepartmentId id) {
        @Nullable
        String body = store.with(redis -> redis.hget(keys.of(Family.DEPARTMENTS), id.value()));
        return Optional.ofNullable(body).map(found -> read(id.value(), found));
    }

    @Override
    public void write(Department department) {
        store.run(WRITE, List.of(keys.of(Family.DEPARTMENTS)),
                List.of(department.id().value(), RedisJson.write(new Body(
                        department.name(), department.email(), department.language()))));
    }

    @Override
    public boolean delete(DepartmentId id) {
        return "deleted".equals(
                store.run(DELETE, List.of(keys.of(Family.DEPARTMENTS)), List.of(id.value())).getFirst());
    }

    private static Department read(String id, String body) {
        return RedisJson.read(body, Body.class).department(id);
    }
}
