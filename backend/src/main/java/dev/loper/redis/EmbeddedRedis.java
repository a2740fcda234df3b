package dev.loper.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.embedded.RedisExecProvider;

/// A real Redis as a child process, for an installation without one: on loopback, with a generated password, its
/// data in a folder of ours.
///
/// A Redis outlives a JVM that is killed. The file `server.properties` beside the data says which process it was; the
/// next start adopts it if it still answers to that password from that folder, and otherwise starts another. A probe of
/// the port alone could meet somebody else's server.
public final class EmbeddedRedis implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedRedis.class);
    private static final String CONFIG = "redis.conf";
    /// A rewrite of the append-only file takes a core for seconds. At Redis' own 64 MB a busy hour would have one every
    /// half minute; half a gigabyte is read again in a few seconds at a start.
    private static final String REWRITE_FROM = "512mb";
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);

    private final Path folder;
    private volatile ProcessHandle process;
    private final HostAndPort address;
    private final String password;

    private EmbeddedRedis(Path folder, ProcessHandle process, HostAndPort address, String password) {
        this.folder = folder;
        this.process = process;
        this.address = address;
        this.password = password;
        watch(process);
    }

    /// Starts Redis on the data in this folder, or adopts the one that a killed process left running on it.
    ///
    /// @param folder     below the data folder; made if absent
    /// @param durability what the append-only file must promise
    /// @param memory     bytes of data it may hold at the most
    public static EmbeddedRedis start(Path folder, RedisProperties.Durability durability, long memory) {
        try {
            Files.createDirectories(folder);
            Optional<EmbeddedRedis> left = adopt(folder);
            left.ifPresent(server -> server.reconfigure(durability, memory));
            return left.orElseGet(() -> launch(folder, durability, memory));
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be written. Give Loper another data"
                    + " folder with --loper.data-dir.", e);
        }
    }

    /// An adopted server was started under the settings of its time.
    private void reconfigure(RedisProperties.Durability durability, long memory) {
        try (Jedis jedis = connect(address, password)) {
            jedis.configSet("appendfsync", appendfsync(durability));
            jedis.configSet("auto-aof-rewrite-min-size", REWRITE_FROM);
            jedis.configSet("maxmemory", String.valueOf(memory));
        }
    }

    public HostAndPort address() {
        return address;
    }

    public String password() {
        return password;
    }

    public ProcessHandle process() {
        return process;
    }

    /// Starts Redis again, on the same port with the same password, whenever it ends without being asked to: who stops
    /// it in an orderly way takes the note away first.
    private void watch(ProcessHandle running) {
        running.onExit().thenAccept(ended -> {
            if (Files.exists(note(folder))) {
                log.error("Redis (pid {}) ended unexpectedly; it is started again. See redis.log in {}.", ended.pid(),
                        folder);
                restart();
            }
        });
    }

    private void restart() {
        try {
            process = spawn(folder).toHandle();
            remember(folder, process.pid(), address.getPort(), password);
            watch(process);
        } catch (IOException e) {
            log.error("Redis could not be started again.", e);
        }
    }

    /// Stops Redis in an orderly way, its data on disk.
    @Override
    public void close() {
        try {
            Files.deleteIfExists(note(folder));
        } catch (IOException e) {
            log.warn("Could not remove {}", note(folder), e);
        }
        try (Jedis jedis = connect(address, password)) {
            jedis.shutdown();
        } catch (JedisException e) {
            // SHUTDOWN ends the connection without an answer.
        }
        if (!process.onExit().orTimeout(10, TimeUnit.SECONDS).handle((done, late) -> late == null).join()) {
            process.destroy();
        }
    }

    private static Optional<EmbeddedRedis> adopt(Path folder) throws IOException {
        Path note = note(folder);
        if (!Files.exists(note)) {
            return Optional.empty();
        }
        Properties left = new Properties();
        try (var in = Files.newInputStream(note)) {
            left.load(in);
        }
        HostAndPort address = new HostAndPort("127.0.0.1", Integer.parseInt(left.getProperty("port", "0")));
        String password = left.getProperty("password", "");
        return ProcessHandle.of(Long.parseLong(left.getProperty("pid", "0"))).filter(ProcessHandle::isAlive).filter(
                pid -> answers(address, password, pid.pid(), folder)).map(pid -> {
                    log.info("Adopted the Redis that an earlier process left running (pid {}).", pid.pid());
                    return new EmbeddedRedis(folder, pid, address, password);
                });
    }

    private static boolean answers(HostAndPort address, String password, long pid, Path folder) {
        try (Jedis jedis = connect(address, password)) {
            boolean same = jedis.info("server").contains("process_id:" + pid + "\r\n")
                    && Path.of(jedis.configGet("dir").get("dir")).toRealPath().equals(folder.toRealPath());
            if (same) {
                awaitReady(address, password);
            }
            return same;
        } catch (JedisException | IOException e) {
            return false;
        }
    }

    private static EmbeddedRedis launch(Path folder, RedisProperties.Durability durability, long memory) {
        try {
            int port = freePort();
            String password = newPassword();
            configure(folder, durability, memory, port, password);
            Process process = spawn(folder);
            remember(folder, process.pid(), port, password);
            HostAndPort address = new HostAndPort("127.0.0.1", port);
            awaitReady(address, password);
            return new EmbeddedRedis(folder, process.toHandle(), address, password);
        } catch (IOException e) {
            throw new UncheckedIOException("Redis could not be started in " + folder + ": see redis.log there.", e);
        }
    }

    private static Process spawn(Path folder) throws IOException {
        return new ProcessBuilder(executable(folder).toString(), folder.resolve(CONFIG).toString()).directory(
                folder.toFile()).redirectErrorStream(true).redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("redis.log").toFile())).start();
    }

    private static void configure(Path folder, RedisProperties.Durability durability, long memory, int port,
            String password) throws IOException {
        writePrivately(folder.resolve(CONFIG), """
                bind 127.0.0.1
                port %d
                requirepass %s
                dir "%s"
                appendonly yes
                appendfsync %s
                auto-aof-rewrite-min-size %s
                maxmemory %d
                maxmemory-policy noeviction
                save ""
                daemonize no
                """.formatted(port, password, folder.toAbsolutePath(), appendfsync(durability), REWRITE_FROM, memory));
    }

    private static String appendfsync(RedisProperties.Durability durability) {
        return durability == RedisProperties.Durability.FSYNC ? "always" : "everysec";
    }

    private static void remember(Path folder, long pid, int port, String password) throws IOException {
        writePrivately(note(folder), "pid=%d%nport=%d%npassword=%s%n".formatted(pid, port, password));
    }

    private static void writePrivately(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }

    private static Path executable(Path folder) throws IOException {
        Path unpacked = RedisExecProvider.defaultProvider().get().toPath();
        Path own = folder.resolve("redis-server");
        if (!Files.exists(own) || Files.size(own) != Files.size(unpacked)) {
            Path fresh = Files.createTempFile(folder, "redis-server", "");
            Files.copy(unpacked, fresh, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwx------"));
            Files.move(fresh, own, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        }
        return own;
    }

    private static void awaitReady(HostAndPort address, String password) {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        JedisException last = new JedisException("not asked");
        while (System.nanoTime() < deadline) {
            try (Jedis jedis = connect(address, password)) {
                if ("PONG".equals(jedis.ping())) {
                    return;
                }
            } catch (JedisException e) {
                last = e;
                pause();
            }
        }
        throw last;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JedisException("interrupted", e);
        }
    }

    private static Jedis connect(HostAndPort address, @Nullable String password) {
        return new Jedis(address, DefaultJedisClientConfig.builder().password(password).timeoutMillis(2000).build());
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

    private static Path note(Path folder) {
        return folder.resolve("server.properties");
    }

}
