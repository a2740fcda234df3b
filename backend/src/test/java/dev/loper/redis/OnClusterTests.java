package dev.loper.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The product on a Cluster of three.
class OnClusterTests extends OnRedis {

    @DynamicPropertySource
    static void cluster(DynamicPropertyRegistry registry) {
        at(registry, "cluster", RedisClusterServers.nodes(), "relaxed");
    }

    @Test
    void itsMemoryIsWatchedWhereTheWorkspaceIs() {
        assertThat(RedisClusterServers.fresh().store().memoryInfo()).contains("used_memory:").contains("maxmemory:");
    }
}
