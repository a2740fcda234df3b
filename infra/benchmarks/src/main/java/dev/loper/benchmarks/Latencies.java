package dev.loper.benchmarks;

import java.util.Arrays;
import java.util.Collection;

/// Measured durations, every one of them kept.
final class Latencies {

    private long[] nanos = new long[1024];
    private int count;

    void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = duration;
    }

    static Latencies of(Collection<Latencies> parts) {
        Latencies all = new Latencies();
        all.nanos = new long[Math.max(1, parts.stream().mapToInt(part -> part.count).sum())];
        for (Latencies part : parts) {
            System.arraycopy(part.nanos, 0, all.nanos, all.count, part.count);
            all.count += part.count;
        }
        Arrays.sort(all.nanos, 0, all.count);
        return all;
    }

    int count() {
        return count;
    }

    /// Milliseconds below which this share of a sorted collection of latencies lies.
    double millis(double share) {
        return count == 0 ? Double.NaN : nanos[(int) Math.min(count - 1L, (long) (share * count))] / 1e6;
    }
}
