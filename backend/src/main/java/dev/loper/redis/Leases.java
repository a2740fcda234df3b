package dev.loper.redis;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Lets one node at a time do a job.
///
/// A lease saves work and avoids noise; it is never what makes something happen once. A node is known again after a crash
/// ([NodeName]), and takes its own leases without waiting for them to end.
@Component
public class Leases implements AutoCloseable {

    private static final LuaScript LEASE = LuaScript.load("lease");

    private final RedisStore store;
    private final RedisKeys keys;
    private final NodeName node;

    @Autowired
    Leases(RedisStore store, RedisKeys keys, @Value("${loper.data-dir}") Path data) {
        this(store, keys, NodeName.in(data.resolve("node.id")));
    }

    Leases(RedisStore store, RedisKeys keys, NodeName node) {
        this.store = store;
        this.keys = keys;
        this.node = node;
    }

    /// Takes or renews a lease.
    ///
    /// @param time how long it is held if it is not asked for again; at least half as long from now on
    /// @return whether this node holds it now; false too while Redis is away
    public boolean hold(String name, Duration time) {
        try {
            return "held".equals(store.ask(LEASE, List.of(keys.lease(name)),
                    List.of(node.value(), String.valueOf(time.toMillis()))).getFirst());
        } catch (StoreUnavailableException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        node.close();
    }
}
