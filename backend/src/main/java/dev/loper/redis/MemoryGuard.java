package dev.loper.redis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Watches Redis' memory. At 90 % of `maxmemory` nothing more is taken in, while agents can still answer and clean up:
/// a store that never evicts must not meet its limit by surprise. What strangers' browsers tell of themselves is refused
/// from 75 % on.
@Component
public class MemoryGuard {

    private static final Logger log = LoggerFactory.getLogger(MemoryGuard.class);
    private static final double LIMIT = 0.9;
    /// What can be done without ends earlier, so that it never takes the place of messages.
    private static final double SPARE = 0.75;
    private static final Pattern USED = Pattern.compile("(?m)^used_memory:(\\d+)");
    private static final Pattern MAX = Pattern.compile("(?m)^maxmemory:(\\d+)");

    private final RedisStore store;
    private volatile boolean full;
    private volatile boolean scarce;

    public MemoryGuard(RedisStore store) {
        this.store = store;
    }

    /// Whether intake must be refused. Without a `maxmemory` it never must.
    public boolean full() {
        return full;
    }

    /// Whether there is room for messages only.
    public boolean scarce() {
        return scarce;
    }

    @Scheduled(fixedDelay = 1000)
    public void look() {
        try {
            String info = store.memoryInfo();
            long max = number(MAX, info);
            long used = number(USED, info);
            boolean now = max > 0 && used > LIMIT * max;
            scarce = max > 0 && used > SPARE * max;
            if (now != full) {
                log.warn(now
                        ? "Redis is at 90 % of its memory: intake is refused. Give it more (maxmemory)."
                        : "Redis has memory again: intake goes on.");
            }
            full = now;
        } catch (StoreUnavailableException e) {
            log.debug("Redis is away.", e);
        }
    }

    private static long number(Pattern pattern, String info) {
        Matcher found = pattern.matcher(info);
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }
}
