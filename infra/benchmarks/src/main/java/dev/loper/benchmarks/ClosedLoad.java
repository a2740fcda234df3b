package dev.loper.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Keeps a number of connections busy: each sends its next request when the last is answered.
final class ClosedLoad {

    private ClosedLoad() {}

    /// One connection's work.
    @FunctionalInterface
    interface Caller {

        /// Does one thing.
        ///
        /// @param begun the moment before its first byte leaves, to be told by [Stopwatch#start()]
        void call(Stopwatch begun) throws Exception;
    }

    /// Makes the callers, one for each connection.
    @FunctionalInterface
    interface Callers {

        Caller next(int connection) throws Exception;
    }

    static final class Stopwatch {

        private long at;

        void start() {
            at = System.nanoTime();
        }
    }

    /// @param perSecond how many were answered within a second
    record Result(double perSecond, double p50, double p99, int count) {}

    static Result run(int connections, double seconds, Callers callers) throws Exception {
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            List<Callable<Latencies>> tasks = new ArrayList<>();
            long begin = System.nanoTime();
            long stop = begin + (long) (seconds * 1e9);
            for (int i = 0; i < connections; i++) {
                Caller caller = callers.next(i);
                tasks.add(() -> drive(caller, stop));
            }
            List<Latencies> parts = new ArrayList<>();
            for (Future<Latencies> part : threads.invokeAll(tasks)) {
                parts.add(part.get());
            }
            double took = (System.nanoTime() - begin) / 1e9;
            Latencies all = Latencies.of(parts);
            return new Result(all.count() / took, all.millis(0.50), all.millis(0.99), all.count());
        }
    }

    private static Latencies drive(Caller caller, long stop) throws Exception {
        Latencies latencies = new Latencies();
        Stopwatch watch = new Stopwatch();
        while (System.nanoTime() - stop < 0) {
            caller.call(watch);
            latencies.add(System.nanoTime() - watch.at);
        }
        return latencies;
    }
}
