package dev.loper.redis;

import java.nio.file.Path;

/// Leases for tests outside the package.
public final class LeasesFixture {

    private LeasesFixture() {}

    /// @param data a folder of its own for each node
    public static Leases of(RedisServer.Fresh fresh, Path data) {
        return new Leases(fresh.store(), fresh.keys(), new NodeName(data.toString(), null));
    }
}
