package dev.loper.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A product of its own for one figure: started on free ports and an empty data folder, ended and cleared away after.
final class Product implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final Pattern SETUP = Pattern.compile("/setup\\?token=([A-Za-z0-9_-]+)");

    private final Path data;
    private final Path log;
    private final int port;
    private final Process process;
    private final String setupToken;
    private final Properties redis;

    private Product(Path data, Path log, int port, Process process, String setupToken, Properties redis) {
        this.data = data;
        this.log = log;
        this.port = port;
        this.process = process;
        this.setupToken = setupToken;
        this.redis = redis;
    }

    static Product start(Options options) throws IOException, InterruptedException {
        Files.createDirectories(options.work());
        Path data = Files.createTempDirectory(options.work(), "data-");
        Path log = data.resolve("product.log");
        int port = freePort();
        Process process = new ProcessBuilder(command(options, data, port)).redirectErrorStream(true).redirectOutput(
                log.toFile()).start();
        // Whoever breaks a run off leaves no product behind, be it still starting.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroy));
        try {
            String token = await(process, log);
            Properties redis = new Properties();
            try (var in = Files.newInputStream(data.resolve("redis/server.properties"))) {
                redis.load(in);
            }
            return new Product(data, log, port, process, token, redis);
        } catch (IOException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static List<String> command(Options options, Path data, int port) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options.javaOptions());
        command.addAll(List.of("-Dloader.path=" + options.harness(), "-cp", options.product().toString(),
                "org.springframework.boot.loader.launch.PropertiesLauncher", "--spring.profiles.active=benchmark",
                "--server.port=" + port, "--loper.public-url=http://localhost:" + port, "--loper.data-dir=" + data));
        return command;
    }

    /// The set-up token, which is printed when all is ready.
    private static String await(Process process, Path log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (process.isAlive() && System.nanoTime() - deadline < 0) {
            Matcher found = SETUP.matcher(Files.readString(log));
            if (found.find()) {
                return found.group(1);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new IOException("The product did not start:\n" + Files.readString(log));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    String publicUrl() {
        return "http://localhost:" + port;
    }

    String setupToken() {
        return setupToken;
    }

    int redisPort() {
        return Integer.parseInt(redis.getProperty("port"));
    }

    String redisPassword() {
        return redis.getProperty("password");
    }

    /// What the product, its Redis and this harness have used of the processor so far.
    Cpu cpu() {
        return new Cpu(used(process.toHandle()),
                ProcessHandle.of(Long.parseLong(redis.getProperty("pid"))).map(Product::used).orElse(0d),
                used(ProcessHandle.current()));
    }

    private static double used(ProcessHandle handle) {
        return handle.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1e9;
    }

    /// Seconds of processor time.
    record Cpu(double product, double redis, double harness) {

        Cpu since(Cpu earlier) {
            return new Cpu(product - earlier.product, redis - earlier.redis, harness - earlier.harness);
        }

        /// Microseconds for each of so many.
        Cpu each(long count) {
            return new Cpu(product * 1e6 / count, redis * 1e6 / count, harness * 1e6 / count);
        }
    }

    /// Lines of its log that tell of trouble.
    List<String> troubles() throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(" ERROR ") || line.contains(" WARN ")).limit(5).toList();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        ProcessHandle.of(Long.parseLong(redis.getProperty("pid"))).ifPresent(ProcessHandle::destroy);
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).forEach(Product::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
