package dev.loper.secret;

import dev.loper.redis.RedisServer;
import java.nio.file.Path;

/// Signing keys, for tests of other packages.
public final class SigningKeysFixture {

    private SigningKeysFixture() {}

    public static SigningKeys keys(RedisServer.Fresh fresh) {
        return new SigningKeys("0123456789abcdef".repeat(4), Path.of("target"), fresh.store(), fresh.keys());
    }
}
