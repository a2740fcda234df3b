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
    private record Body(String name, String email, String language, long version) {

        static Body of(Department one, long version) {
            return new Body(one.name(), one.email(), one.language(), version);
        }

        Department department(DepartmentId id) {
            return new Department(id, name, email, language, version);
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
        return Optional.ofNullable(body(id)).map(found -> read(id.value(), found));
    }

    @Override
    public Department add(Department department) {
        return ((SaveResult.Saved<Department>) write(department, "")).kept();
    }

    @Override
    public SaveResult<Department> write(Department department) {
        String before = body(department.id());
        if (before == null) {
            return new SaveResult.Gone<>();
        }
        return read(department.id().value(), before).version() == department.version()
                ? write(department, before)
                : new SaveResult.Stale<>();
    }

    private SaveResult<Department> write(Department department, String before) {
        Body body = Body.of(department, department.version() + 1);
        String answer = (String) store.run(WRITE, List.of(keys.of(Family.DEPARTMENTS)),
                List.of(department.id().value(), before, RedisJson.write(body))).getFirst();
        return switch (answer) {
            case "written" -> new SaveResult.Saved<>(body.department(department.id()));
            case "stale" -> new SaveResult.Stale<>();
            case "gone" -> new SaveResult.Gone<>();
            default -> throw new IllegalStateException("department-write has no such answer: " + answer);
        };
    }

    private @Nullable String body(DepartmentId id) {
        return store.with(redis -> redis.hget(keys.of(Family.DEPARTMENTS), id.value()));
    }

    @Override
    public boolean delete(DepartmentId id) {
        return "deleted".equals(
                store.run(DELETE, List.of(keys.of(Family.DEPARTMENTS)), List.of(id.value())).getFirst());
    }

    private static Department read(String id, String body) {
        return RedisJson.read(body, Body.class).department(new DepartmentId(id));
    }
}
