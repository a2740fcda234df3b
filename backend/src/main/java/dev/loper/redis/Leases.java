package dev.loper.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Lets one node at a time do a job.
///
/// A lease saves work and avoids noise; it is never what makes something happen once. A node keeps its name in its data
/// folder, so that after a crash it takes its own leases again without waiting for them to end.
@Component
public class Leases {

    private static final LuaScript LEASE = LuaScript.load("lease");

    private final RedisStore store;
    private final RedisKeys keys;
    private final String node;

    Leases(RedisStore store, RedisKeys keys, @Value("${loper.data-dir}") Path data) {
        this.store = store;
        this.keys = keys;
        this.node = nodeName(data.resolve("node.id"));
    }

    /// Takes or renews a lease.
    ///
    /// @param time how long it is held if it is not renewed
    /// @return whether this node holds it now; false too while Redis is away
    public boolean hold(String name, Duration time) {
        try {
            return "held".equals(store.ask(LEASE, List.of(keys.lease(name)),
                    List.of(node, String.valueOf(time.toMillis()))).getFirst());
        } catch (StoreUnavailableException e) {
            return false;
        }
    }

    private static String nodeName(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, UUID.randomUUID().toString());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The node's name in " + file + " cannot be read or written.", e);
        }
    }
}
