package dev.loper.redis;

import static org.awaitility.Awaitility.await;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The product behind a Sentinel, with every write on a replica before it counts. The servers end with the run: the product
/// takes its leave of them.
class OnSentinelTests extends OnRedis {

    private static final RedisProcess PRIMARY = RedisProcess.server("--repl-diskless-sync-delay", "0");
    private static final RedisProcess REPLICA = RedisProcess.replicaOf(PRIMARY);
    private static final RedisProcess SENTINEL = RedisProcess.sentinelOf(PRIMARY);

    @DynamicPropertySource
    static void sentinel(DynamicPropertyRegistry registry) {
        await().until(() -> REPLICA.info("replication").contains("master_link_status:up"));
        at(registry, "sentinel", SENTINEL.address().toString(), "replicated");
    }
}
