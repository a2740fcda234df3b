package dev.loper.redis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.HostAndPort;
import redis.embedded.RedisExecProvider;

/// The folder of the embedded Redis: its program, its settings, and the note which process works there.
///
/// Two servers on one append-only file destroy it. So a process counts as working here by the program it runs, which is a
/// copy in this very folder: that holds whether the note is there or not, and whether the process answers or not.
final class RedisFolder {

    private static final String CONFIG = "redis.conf";
    private static final String PROGRAM = "redis-server";
    /// A rewrite of the append-only file takes a core for seconds. At Redis' own 64 MB a busy hour would have one every
    /// half minute; half a gigabyte is read again in a few seconds at a start.
    static final String REWRITE_FROM = "512mb";

    private final Path folder;

    RedisFolder(Path folder) {
        this.folder = folder;
    }

    /// How to reach the server.
    record Door(int port, String password) {

        HostAndPort address() {
            return new HostAndPort("127.0.0.1", port);
        }
    }

    /// The server that works here, if one does.
    Optional<ProcessHandle> server() throws IOException {
        Path program = folder.resolve(PROGRAM);
        if (!Files.exists(program)) {
            return Optional.empty();
        }
        String path = program.toRealPath().toString();
        return Stream.concat(noted().stream(), ProcessHandle.allProcesses()).filter(
                process -> runs(process, path)).findFirst();
    }

    /// A program that was replaced by another version is still the one the process runs; Linux then calls it deleted.
    private static boolean runs(ProcessHandle process, String program) {
        return process.info().command().filter(
                command -> command.equals(program) || command.equals(program + " (deleted)")).isPresent();
    }

    private Optional<ProcessHandle> noted() throws IOException {
        if (!wanted()) {
            return Optional.empty();
        }
        Properties note = new Properties();
        try (var in = Files.newInputStream(note())) {
            note.load(in);
        }
        return ProcessHandle.of(Long.parseLong(note.getProperty("pid", "0")));
    }

    /// How to reach the server that was started last: its settings were written before it was.
    Optional<Door> door() throws IOException {
        Path config = folder.resolve(CONFIG);
        if (!Files.exists(config)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(config);
        String port = setting(lines, "port ");
        String password = setting(lines, "requirepass ");
        return port == null || password == null
                ? Optional.empty()
                : Optional.of(new Door(Integer.parseInt(port), password));
    }

    private static @Nullable String setting(List<String> lines, String name) {
        return lines.stream().filter(line -> line.startsWith(name)).map(
                line -> line.substring(name.length()).strip()).findFirst().orElse(null);
    }

    void configure(Door door, RedisProperties.Durability durability, long memory) throws IOException {
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
                """.formatted(door.port(), door.password(), folder.toAbsolutePath(), appendfsync(durability),
                REWRITE_FROM, memory));
    }

    static String appendfsync(RedisProperties.Durability durability) {
        return durability == RedisProperties.Durability.FSYNC ? "always" : "everysec";
    }

    Process spawn() throws IOException {
        return new ProcessBuilder(folder.resolve(PROGRAM).toString(), folder.resolve(CONFIG).toString()).directory(
                folder.toFile()).redirectErrorStream(true).redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("redis.log").toFile())).start();
    }

    /// Puts the program there: once, at the start, because only then the jar it comes in is sure to be found.
    void install() throws IOException {
        Path unpacked = RedisExecProvider.defaultProvider().get().toPath();
        Path own = folder.resolve(PROGRAM);
        if (!Files.exists(own) || Files.size(own) != Files.size(unpacked)) {
            Path fresh = Files.createTempFile(folder, PROGRAM, "");
            Files.copy(unpacked, fresh, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwx------"));
            Files.move(fresh, own, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    void remember(long pid, Door door) throws IOException {
        writePrivately(note(), "pid=%d%nport=%d%npassword=%s%n".formatted(pid, door.port(), door.password()));
    }

    /// Whoever ends the server in an orderly way takes the note away first.
    void forget() throws IOException {
        Files.deleteIfExists(note());
    }

    /// Whether a server is to run here.
    boolean wanted() {
        return Files.exists(note());
    }

    private Path note() {
        return folder.resolve("server.properties");
    }

    /// On a full disk the old file stays.
    private void writePrivately(Path file, String text) throws IOException {
        Path fresh = Files.createTempFile(folder, file.getFileName().toString(), "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    @Override
    public String toString() {
        return folder.toAbsolutePath().normalize().toString();
    }
}
