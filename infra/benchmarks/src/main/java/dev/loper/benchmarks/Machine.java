package dev.loper.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the figures depend on: processor, disk, and how busy the machine was.
final class Machine {

    private Machine() {}

    static void describe(Options options, Report report) throws IOException {
        report.about("at", Instant.now().toString());
        report.about("processor", cpu());
        report.about("cores", Runtime.getRuntime().availableProcessors());
        report.about("java", System.getProperty("java.vm.version"));
        report.about("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        report.about("load", Files.exists(Path.of("/proc/loadavg"))
                ? Files.readString(Path.of("/proc/loadavg")).strip()
                : "unknown");
        report.about("fsync", fsync(options.work()));
        report.about("rounds", options.rounds() + " of " + options.seconds() + " s after " + options.warmUp()
                + " s of warm-up");
        report.about("options", String.join(" ", options.javaOptions()));
    }

    private static String cpu() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        if (!Files.exists(info)) {
            return System.getProperty("os.arch");
        }
        return Files.readAllLines(info).stream().filter(line -> line.startsWith("model name")).map(
                line -> line.substring(line.indexOf(':') + 1).strip()).findFirst().orElse(System.getProperty(
                        "os.arch"));
    }

    /// How long it takes to write 4 KB and have it on the disk.
    private static String fsync(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, "fsync", "");
        Latencies latencies = new Latencies();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int i = 0; i < 300; i++) {
                long begun = System.nanoTime();
                channel.write(ByteBuffer.allocate(4096));
                channel.force(false);
                latencies.add(System.nanoTime() - begun);
            }
        } finally {
            Files.delete(file);
        }
        Latencies sorted = Latencies.of(new ArrayList<>(List.of(latencies)));
        return String.format(Locale.ROOT, "p50 %.2f ms, p99 %.2f ms for 4 KB", sorted.millis(0.5), sorted.millis(0.99));
    }
}
