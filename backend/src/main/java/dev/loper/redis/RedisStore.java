package dev.loper.redis;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisNoScriptException;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/// The one way to Redis: reads, and Lua scripts whose writes are as durable as the settings ask.
///
/// Every way Redis can be away becomes a [StoreUnavailableException]; what is left are bugs.
@Component
public class RedisStore {

    private static final Logger log = LoggerFactory.getLogger(RedisStore.class);
    private static final List<String> AWAY = List.of("OOM", "LOADING", "READONLY", "MISCONF", "CLUSTERDOWN",
            "MASTERDOWN", "TRYAGAIN", "NOREPLICAS", "BUSY", "UNKILLABLE");

    private static final LuaScript MEMORY = LuaScript.load("memory");

    private final UnifiedJedis redis;
    private final RedisProperties properties;
    private final RedisKeys keys;

    public RedisStore(UnifiedJedis redis, RedisProperties properties, RedisKeys keys) {
        this.redis = redis;
        this.properties = properties;
        this.keys = keys;
    }

    /// Asks Redis something that changes nothing, or whose loss would not matter.
    ///
    /// @throws StoreUnavailableException if Redis is away
    public <T> T with(Function<UnifiedJedis, T> work) {
        try {
            return work.apply(redis);
        } catch (JedisRedirectionException e) {
            lookAround();
            throw new StoreUnavailableException("The workspace has just moved within the Cluster.", e);
        } catch (JedisException e) {
            throw unavailable(e);
        } catch (IllegalStateException e) {
            throw brokenPipeline(e) ? new StoreUnavailableException("Redis went away while it was asked.", e) : e;
        }
    }

    /// A pipeline follows nothing that moved. A single command does, and has the client look where everything is.
    private void lookAround() {
        try {
            redis.exists(keys.of(RedisKeys.Family.CLOCK));
        } catch (JedisException e) {
            log.debug("The Cluster does not say where the workspace is now.", e);
        }
    }

    /// A pipeline to a Cluster keeps the failure of its line to itself; what is seen of it is an answer that never came.
    private static boolean brokenPipeline(IllegalStateException e) {
        StackTraceElement[] at = e.getStackTrace();
        return at.length > 0 && at[0].getClassName().equals(Response.class.getName());
    }

    /// Runs a script. Its writes are durable when this returns.
    ///
    /// @param keys every key it touches, all of one workspace
    /// @throws StoreUnavailableException if Redis is away, refuses, or too few replicas answered: the outcome is then
    ///                                   unknown, and the script must be safe to run again
    public List<Object> run(LuaScript script, List<String> keys, List<String> args) {
        return with(jedis -> asList(replicated()
                ? trip(jedis, script, List.of(new Run(keys, args))).getFirst()
                : eval(jedis, script, keys, args)));
    }

    /// One run of a script.
    public record Run(List<String> keys, List<String> args) {}

    /// Runs a script several times in one trip, which costs the disk as much as once. It stops at none that fails.
    ///
    /// @throws StoreUnavailableException as above: the outcome of each is then unknown
    public void run(LuaScript script, List<Run> runs) {
        if (!runs.isEmpty()) {
            with(jedis -> trip(jedis, script, runs));
        }
    }

    /// Runs a script that changes nothing, or whose loss would not matter: it waits for no replica, so that people can read
    /// while one is gone.
    ///
    /// @throws StoreUnavailableException if Redis is away
    public List<Object> ask(LuaScript script, List<String> keys, List<String> args) {
        return with(jedis -> asList(eval(jedis, script, keys, args)));
    }

    /// The memory section of INFO, of the server that holds this workspace.
    String memoryInfo() {
        return String.valueOf(ask(MEMORY, List.of(keys.of(RedisKeys.Family.CLOCK)), List.of()).getFirst());
    }

    private static Object eval(UnifiedJedis redis, LuaScript script, List<String> keys, List<String> args) {
        try {
            return redis.evalsha(script.sha(), keys, args);
        } catch (JedisNoScriptException e) {
            return redis.eval(script.text(), keys, args);
        }
    }

    private boolean replicated() {
        return properties.durability() == RedisProperties.Durability.REPLICATED;
    }

    private List<Object> trip(UnifiedJedis redis, LuaScript script, List<Run> runs) {
        try {
            return trip(redis, runs, (trip, run) -> trip.evalsha(script.sha(), run.keys(), run.args()));
        } catch (JedisNoScriptException e) {
            return trip(redis, runs, (trip, run) -> trip.eval(script.text(), run.keys(), run.args()));
        }
    }

    /// The scripts and WAIT on one connection: WAIT counts the replicas that have this connection's writes. It gives up
    /// before the connection does, so that too few replicas and a server that is gone can be told apart.
    private List<Object> trip(UnifiedJedis redis, List<Run> runs,
            BiFunction<AbstractPipeline, Run, Response<Object>> write) {
        try (AbstractPipeline pipeline = redis.pipelined()) {
            List<Response<Object>> replies = runs.stream().map(run -> write.apply(pipeline, run)).toList();
            Optional<Response<Long>> copies = replicated()
                    ? Optional.of(pipeline.waitReplicas(runs.getFirst().keys().getFirst(), properties.replicas(),
                            properties.timeout().toMillis() * 3 / 4))
                    : Optional.empty();
            pipeline.sync();
            List<Object> answers = replies.stream().map(Response::get).toList();
            copies.map(Response::get).filter(have -> have < properties.replicas()).ifPresent(have -> {
                throw new StoreUnavailableException("Only " + have + " of " + properties.replicas()
                        + " replicas have the write.");
            });
            return answers;
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Object> asList(Object reply) {
        return reply instanceof List<?> list ? (List<Object>) list : List.of(reply);
    }

    private static RuntimeException unavailable(JedisException e) {
        boolean bug = e instanceof JedisDataException && !(e instanceof JedisAccessControlException)
                && AWAY.stream().noneMatch(code -> String.valueOf(e.getMessage()).contains(code));
        return bug ? e : new StoreUnavailableException("Redis does not answer: " + e.getMessage(), e);
    }
}
