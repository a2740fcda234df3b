package dev.loper.benchmarks;

import dev.loper.benchmarks.ClosedLoad.Caller;
import dev.loper.benchmarks.ClosedLoad.Callers;
import dev.loper.benchmarks.ClosedLoad.Result;
import dev.loper.benchmarks.ClosedLoad.Stopwatch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Sends at a steady rate over a number of connections, whether or not the product keeps up: what a connection could not
/// send when its moment came, it sends as soon as it can, and its time runs from that moment.
final class PacedLoad {

    private PacedLoad() {}

    static Result run(int connections, double perSecond, double seconds, Callers callers) throws Exception {
        return run(connections, perSecond, (int) (perSecond * seconds), () -> true, callers);
    }

    /// @param going asked before each request
    static Result run(int connections, double perSecond, BooleanSupplier going, Callers callers) throws Exception {
        return run(connections, perSecond, Integer.MAX_VALUE - connections, going, callers);
    }

    private static Result run(int connections, double perSecond, int requests, BooleanSupplier going,
            Callers callers) throws Exception {
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            List<Callable<Latencies>> tasks = new ArrayList<>();
            long begin = System.nanoTime();
            for (int i = 0; i < connections; i++) {
                Caller caller = callers.next(i);
                int first = i;
                tasks.add(() -> drive(caller, first, connections, requests, begin, perSecond, going));
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

    private static Latencies drive(Caller caller, int first, int connections, int requests, long begin,
            double perSecond, BooleanSupplier going) throws Exception {
        Latencies latencies = new Latencies();
        Stopwatch watch = new Stopwatch();
        for (int request = first; request < requests && going.getAsBoolean(); request += connections) {
            long due = begin + (long) (request * 1e9 / perSecond);
            while (System.nanoTime() - due < 0) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            caller.call(watch);
            latencies.add(System.nanoTime() - due);
        }
        return latencies;
    }
}
