package dev.loper.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Jedis;

/// Looks at Redis until it has nothing to do but what a product does regularly: the search and the facts follow what was loaded
/// at their own pace, and Redis rewrites its file after so much.
final class Rest implements AutoCloseable {

    private static final Pattern COMMANDS = Pattern.compile("(?m)^total_commands_processed:(\\d+)");
    /// Seconds of a look, and the most commands in it of a product at rest.
    private static final int LOOK = 5;
    private static final long RESTING = 1000;
    private static final long MINUTES = 15;

    private final Jedis redis;

    Rest(int port, String password) {
        redis = new Jedis("127.0.0.1", port, DefaultJedisClientConfig.builder().password(password).timeoutMillis(
                30_000).build());
    }

    /// Waits for it.
    ///
    /// @throws IllegalStateException if there is none within a quarter of an hour
    void await() throws InterruptedException {
        long begun = System.nanoTime();
        while (rewrites() || commandsOfALook() > RESTING) {
            if (System.nanoTime() - begun > TimeUnit.MINUTES.toNanos(MINUTES)) {
                throw new IllegalStateException("The product finds no rest.");
            }
        }
    }

    private long commandsOfALook() throws InterruptedException {
        long before = commands();
        TimeUnit.SECONDS.sleep(LOOK);
        return commands() - before;
    }

    private boolean rewrites() throws InterruptedException {
        String now = redis.info("persistence");
        boolean rewrites = !now.contains("aof_rewrite_in_progress:0") || now.contains("aof_rewrite_scheduled:1");
        if (rewrites) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return rewrites;
    }

    /// Commands Redis has processed so far, scripts' own included.
    long commands() {
        Matcher found = COMMANDS.matcher(redis.info("stats"));
        if (!found.find()) {
            throw new IllegalStateException("INFO stats has no total_commands_processed.");
        }
        return Long.parseLong(found.group(1));
    }

    @Override
    public void close() {
        redis.close();
    }
}
