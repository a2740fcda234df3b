package dev.loper.redis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.HostAndPort;

/// Where Redis is, once it runs: from the settings, or the embedded one's.
public record RedisEndpoint(List<HostAndPort> nodes, @Nullable String username, @Nullable String password) {}
