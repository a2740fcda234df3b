package dev.loper.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Jedis;

class EmbeddedRedisTests {

    private static final long MEMORY = 64 << 20;

    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsThereAfterARestart() {
        try (EmbeddedRedis first = start(); Jedis jedis = connect(first)) {
            jedis.set("a", "1");
        }
        try (EmbeddedRedis second = start(); Jedis jedis = connect(second)) {
            assertThat(jedis.get("a")).isEqualTo("1");
        }
    }

    @Test
    void aServerThatIsKilledComesBackByItselfUnderTheSameAddressWithItsData() {
        try (EmbeddedRedis server = start()) {
            try (Jedis jedis = connect(server)) {
                jedis.set("a", "1");
            }
            server.process().destroyForcibly();
            await().ignoreExceptions().until(() -> {
                try (Jedis jedis = connect(server)) {
                    return "1".equals(jedis.get("a"));
                }
            });
        }
    }

    @Test
    void aServerLeftRunningIsAdoptedAndNotStartedTwice() {
        EmbeddedRedis orphan = start();
        try (EmbeddedRedis adopted = start()) {
            assertThat(adopted.process().pid()).isEqualTo(orphan.process().pid());
            assertThat(adopted.address()).isEqualTo(orphan.address());
        }
        assertThat(orphan.process().isAlive()).isFalse();
    }

    @Test
    void anAdoptedServerWorksUnderTheSettingsOfToday() {
        EmbeddedRedis.start(folder, RedisProperties.Durability.RELAXED, MEMORY);
        try (EmbeddedRedis adopted = start(); Jedis jedis = connect(adopted)) {
            assertThat(jedis.configGet("append*")).containsEntry("appendfsync", "always").containsEntry("appendonly",
                    "yes");
        }
    }

    @Test
    void aServerThatDoesNotAnswerGetsNoRivalOnItsFiles() throws Exception {
        EmbeddedRedis stopped = start();
        signal("STOP", stopped);
        try {
            assertThatThrownBy(() -> start(Duration.ofMillis(100), Thread::sleep)).isInstanceOf(
                    SilentServerException.class).hasMessageContaining("process " + stopped.process().pid());
            assertThat(serversHere()).isEqualTo(1);
        } finally {
            signal("CONT", stopped);
        }
        try (EmbeddedRedis adopted = start()) {
            assertThat(adopted.process().pid()).isEqualTo(stopped.process().pid());
        }
    }

    @Test
    void aServerThatReadsItsDataIsWaitedForHoweverLongThatTakes() {
        EmbeddedRedis slow = start();
        try (RedisProcess source = RedisProcess.server("--repl-diskless-sync-delay", "0", "--rdbcompression", "no");
                Jedis data = source.connect();
                Jedis jedis = connect(slow)) {
            for (int i = 0; i < 100; i++) {
                data.set("k" + i, String.valueOf(i).repeat(2000));
            }
            jedis.configSet("key-load-delay", "20000");
            jedis.configSet("loading-process-events-interval-bytes", "1024");
            jedis.replicaof("127.0.0.1", source.address().getPort());
            await().until(() -> jedis.info("persistence").contains("\r\nloading:1"));

            try (EmbeddedRedis adopted = start(Duration.ofMillis(10), Thread::sleep)) {
                assertThat(adopted.process().pid()).isEqualTo(slow.process().pid());
                assertThat(jedis.info("persistence")).contains("\r\nloading:0");
            }
        }
    }

    @Test
    void aServerOfWhichNoNoteWasWrittenIsAdopted() throws IOException {
        EmbeddedRedis orphan = start();
        Files.delete(folder.resolve("server.properties"));
        try (EmbeddedRedis adopted = start()) {
            assertThat(adopted.process().pid()).isEqualTo(orphan.process().pid());
            assertThat(serversHere()).isEqualTo(1);
        }
    }

    @Test
    void aServerThatEndsAtOnceIsStartedAgainLessAndLessOften() throws Exception {
        BlockingQueue<Duration> rests = new LinkedBlockingQueue<>();
        BlockingQueue<Boolean> go = new LinkedBlockingQueue<>();
        try (EmbeddedRedis server = start(Duration.ofSeconds(60), time -> {
            rests.add(time);
            go.take();
        })) {
            Path config = folder.resolve("redis.conf");
            String good = Files.readString(config);
            Files.writeString(config, "nonsense");
            server.process().destroyForcibly();
            for (int seconds : new int[]{1, 2, 4}) {
                assertThat(rests.poll(20, TimeUnit.SECONDS)).hasSeconds(seconds);
                assertThat(serversHere()).isZero();
                if (seconds == 4) {
                    Files.writeString(config, good);
                }
                go.add(true);
            }
            await().ignoreExceptions().until(() -> {
                try (Jedis jedis = connect(server)) {
                    return "PONG".equals(jedis.ping());
                }
            });
        }
    }

    @Test
    void aStrangerWithoutThePasswordIsRefused() {
        try (EmbeddedRedis server = start(); Jedis jedis = new Jedis(server.address())) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> jedis.get("a"))).hasMessageContaining(
                    "NOAUTH");
        }
    }

    private EmbeddedRedis start(Duration patience, EmbeddedRedis.Rest rest) {
        return EmbeddedRedis.start(folder, RedisProperties.Durability.FSYNC, MEMORY, patience, rest);
    }

    /// How many servers run on the files of this folder.
    private long serversHere() {
        String program = folder.resolve("redis-server").toString();
        return ProcessHandle.allProcesses().filter(
                process -> process.info().command().filter(program::equals).isPresent()).count();
    }

    private static void signal(String name, EmbeddedRedis server) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(server.process().pid())).start().waitFor();
    }

    private EmbeddedRedis start() {
        return EmbeddedRedis.start(folder, RedisProperties.Durability.FSYNC, MEMORY);
    }

    private static Jedis connect(EmbeddedRedis server) {
        return new Jedis(server.address(), DefaultJedisClientConfig.builder().password(server.password()).build());
    }
}
