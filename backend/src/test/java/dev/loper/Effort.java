package dev.loper;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/// What something costs of a processor, whatever else the machine does meanwhile: for work whose size an attacker chooses.
public final class Effort {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Effort() {}

    /// @param work what is done on this thread; what others do for it is not counted
    public static Duration of(Runnable work) {
        long began = THREADS.getCurrentThreadCpuTime();
        work.run();
        return Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - began);
    }
}
