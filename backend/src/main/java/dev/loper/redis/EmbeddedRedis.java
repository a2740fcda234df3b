package dev.loper.redis;

import dev.loper.redis.RedisFolder.Door;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/// A real Redis as a child process, for an installation without one: on loopback, with a generated password, its
/// data in a folder of ours.
///
/// A Redis outlives a JVM that is killed. The next start adopts the one that works in its folder ([RedisFolder]), however
/// long that takes to read its data, and starts another only if there is none: never beside one that is alive.
public final class EmbeddedRedis implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedRedis.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RedisFolder folder;
    private final Door door;
    private final Rest rest;
    private final RestartPause pauses = new RestartPause();
    private volatile ProcessHandle process;

    private EmbeddedRedis(RedisFolder folder, ProcessHandle process, Door door, Rest rest) {
        this.folder = folder;
        this.process = process;
        this.door = door;
        this.rest = rest;
        watch(process);
    }

    /// Lets time pass.
    interface Rest {

        void rest(Duration time) throws InterruptedException;
    }

    /// Starts Redis on the data in this folder, or adopts the one that a killed process left running on it.
    ///
    /// @param folder     below the data folder; made if absent
    /// @param durability what the append-only file must promise
    /// @param memory     bytes of data it may hold at the most
    /// @throws SilentServerException if one runs there and does not answer
    public static EmbeddedRedis start(Path folder, RedisProperties.Durability durability, long memory) {
        return start(folder, durability, memory, PATIENCE, Thread::sleep);
    }

    /// @param patience how long a server may say nothing; that it reads its data is an answer
    /// @param rest     between its end and its next start
    static EmbeddedRedis start(Path folder, RedisProperties.Durability durability, long memory, Duration patience,
            Rest rest) {
        try {
            Files.createDirectories(folder);
            RedisFolder files = new RedisFolder(folder);
            Optional<EmbeddedRedis> left = adopt(files, patience, rest);
            left.ifPresent(server -> server.reconfigure(durability, memory));
            return left.isPresent() ? left.get() : launch(files, durability, memory, patience, rest);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be written. Give Loper another data"
                    + " folder with --loper.data-dir.", e);
        }
    }

    /// An adopted server was started under the settings of its time.
    private void reconfigure(RedisProperties.Durability durability, long memory) {
        try (Jedis jedis = connect(door)) {
            jedis.configSet("appendfsync", RedisFolder.appendfsync(durability));
            jedis.configSet("auto-aof-rewrite-min-size", RedisFolder.REWRITE_FROM);
            jedis.configSet("maxmemory", String.valueOf(memory));
        }
    }

    public HostAndPort address() {
        return door.address();
    }

    public String password() {
        return door.password();
    }

    public ProcessHandle process() {
        return process;
    }

    /// Starts Redis again, on the same port with the same password, whenever it ends without being asked to.
    private void watch(ProcessHandle running) {
        long began = System.nanoTime();
        running.onExit().thenAccept(ended -> {
            Duration lived = Duration.ofNanos(System.nanoTime() - began);
            Thread.ofVirtual().name("redis-restart").start(() -> restart(ended.pid(), lived));
        });
    }

    private void restart(long ended, Duration lived) {
        try {
            for (Duration down = pauses.after(lived); folder.wanted(); down = pauses.after(Duration.ZERO)) {
                log.error("Redis (process {}) ended unexpectedly; it is started again in {} s. See redis.log in {}.",
                        ended, down.toSeconds(), folder);
                rest.rest(down);
                if (spawnAgain()) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return false if that failed, and is to be tried again
    private synchronized boolean spawnAgain() {
        try {
            if (folder.wanted()) {
                process = folder.spawn().toHandle();
                watch(process);
                remember();
            }
            return true;
        } catch (IOException e) {
            log.error("Redis could not be started again.", e);
            return false;
        }
    }

    private void remember() {
        try {
            folder.remember(process.pid(), door);
        } catch (IOException e) {
            log.warn("Which process Redis is now could not be written down.", e);
        }
    }

    /// Stops Redis in an orderly way, its data on disk.
    @Override
    public void close() {
        forget();
        try (Jedis jedis = connect(door)) {
            jedis.shutdown();
        } catch (JedisException e) {
            // SHUTDOWN ends the connection without an answer.
        }
        if (!process.onExit().orTimeout(10, TimeUnit.SECONDS).handle((done, late) -> late == null).join()) {
            process.destroy();
        }
    }

    private synchronized void forget() {
        try {
            folder.forget();
        } catch (IOException e) {
            log.warn("Could not remove the note in {}", folder, e);
        }
    }

    private static Optional<EmbeddedRedis> adopt(RedisFolder folder, Duration patience, Rest rest) throws IOException {
        Optional<ProcessHandle> left = folder.server();
        if (left.isEmpty()) {
            return Optional.empty();
        }
        ProcessHandle server = left.get();
        Door door = folder.door().orElseThrow(() -> new SilentServerException(server.pid(), folder));
        if (!ready(server, door, folder, patience)) {
            return Optional.empty();
        }
        folder.remember(server.pid(), door);
        log.info("Adopted the Redis that an earlier process left running (process {}).", server.pid());
        return Optional.of(new EmbeddedRedis(folder, server, door, rest));
    }

    private static EmbeddedRedis launch(RedisFolder folder, RedisProperties.Durability durability, long memory,
            Duration patience, Rest rest) {
        try {
            Door door = new Door(freePort(), newPassword());
            folder.install();
            folder.configure(door, durability, memory);
            ProcessHandle server = folder.spawn().toHandle();
            folder.remember(server.pid(), door);
            if (!ready(server, door, folder, patience)) {
                throw new JedisException("It ended while it started.");
            }
            return new EmbeddedRedis(folder, server, door, rest);
        } catch (IOException e) {
            throw new UncheckedIOException("Redis could not be started in " + folder + ": see redis.log there.", e);
        }
    }

    /// How a server stands.
    private enum Answer {
        READY,
        LOADING,
        NONE
    }

    /// Waits until it answers; as long as it reads its data, without an end.
    ///
    /// @return false if it ended
    /// @throws SilentServerException if it is alive and says nothing for so long
    private static boolean ready(ProcessHandle server, Door door, RedisFolder folder, Duration patience) {
        long heard = System.nanoTime();
        boolean loading = false;
        while (server.isAlive()) {
            switch (ask(server, door)) {
                case READY -> {
                    return true;
                }
                case LOADING -> {
                    if (!loading) {
                        log.info("Redis reads its data; redis.log in {} tells when it is done.", folder);
                    }
                    loading = true;
                    heard = System.nanoTime();
                }
                case NONE -> {
                    if (System.nanoTime() - heard > patience.toNanos()) {
                        throw new SilentServerException(server.pid(), folder);
                    }
                }
            }
            pause();
        }
        return false;
    }

    private static Answer ask(ProcessHandle server, Door door) {
        try (Jedis jedis = connect(door)) {
            String info = jedis.info();
            if (!info.contains("process_id:" + server.pid() + "\r\n")) {
                return Answer.NONE;
            }
            return info.contains("\r\nloading:1") ? Answer.LOADING : Answer.READY;
        } catch (JedisException e) {
            return Answer.NONE;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JedisException("interrupted", e);
        }
    }

    private static Jedis connect(Door door) {
        return new Jedis(door.address(),
                DefaultJedisClientConfig.builder().password(door.password()).timeoutMillis(2000).build());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String newPassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
