package dev.loper.journey;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// How much visitors and addresses may still send: buckets in this process' memory, as the chat's are.
@Component
class StepLimits {

    private static final int AT_MOST = 50_000;

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > AT_MOST;
        }
    };

    /// @return how long to wait; zero if it was taken
    Duration take(String of, int perMinute) {
        return take(of, perMinute, 1);
    }

    /// @param much how much of what may be had in a minute
    Duration take(String of, long perMinute, long much) {
        Bucket bucket;
        synchronized (buckets) {
            bucket = buckets.computeIfAbsent(of, key -> Bucket.builder().addLimit(
                    limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1))).build());
        }
        return Duration.ofNanos(bucket.tryConsumeAndReturnRemaining(much).getNanosToWaitForRefill());
    }
}
