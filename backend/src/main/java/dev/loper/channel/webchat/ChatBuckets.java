package dev.loper.channel.webchat;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/// How much visitors and addresses may still do: token buckets in this process' memory.
///
/// Not in Redis: a frame must cost no round trip, a flood must be refused while Redis is away too, and a window is on
/// one node anyway, so that several nodes multiply a limit at most by their number. The buckets used longest ago make
/// room: a full bucket and none are the same.
@Component
class ChatBuckets {

    private static final int AT_MOST = 50_000;

    private final TimeMeter time;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > AT_MOST;
        }
    };

    ChatBuckets(Clock clock) {
        this.time = new ClockMeter(clock);
    }

    /// Takes one from a bucket that holds a minute's worth and fills evenly.
    ///
    /// @param of   what is counted for whom, such as `message:visitor:…`
    /// @return how long to wait; zero if it was taken
    Duration take(String of, int perMinute) {
        return take(of, perMinute, Duration.ofMinutes(1));
    }

    /// Takes one from a bucket that holds as many as it fills with, evenly, in a time.
    ///
    /// @return how long to wait; zero if it was taken
    Duration take(String of, int most, Duration time) {
        return Duration.ofNanos(bucket(of, most, time).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
    }

    /// Takes so many bytes from a bucket that holds an hour's worth and fills evenly.
    ///
    /// @return how long to wait; zero if they were taken
    Duration take(String of, DataSize perHour, long bytes) {
        return bytes == 0
                ? Duration.ZERO
                : Duration.ofNanos(bucket(of, perHour.toBytes(), Duration.ofHours(1)).tryConsumeAndReturnRemaining(
                        bytes).getNanosToWaitForRefill());
    }

    private Bucket bucket(String of, long most, Duration per) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(of, key -> Bucket.builder().withCustomTimePrecision(time).addLimit(
                    limit -> limit.capacity(most).refillGreedy(most, per)).build());
        }
    }

    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
