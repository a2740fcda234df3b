package dev.loper.redis;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import redis.clients.jedis.JedisPubSub;

/// Tells all nodes what need not be stored: who types, who looks. What is published while a node is away is lost to it.
@Component
public class RedisPublisher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RedisPublisher.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final RedisStore store;
    private final RedisKeys keys;
    private final Map<String, Consumer<String>> listeners = new ConcurrentHashMap<>();
    private volatile @Nullable JedisPubSub subscription;
    private volatile boolean running;

    public RedisPublisher(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    public void publish(String topic, String message) {
        store.with(redis -> redis.publish(keys.published(topic), message));
    }

    /// Listens to a topic; to be called before the application starts.
    public void subscribe(String topic, Consumer<String> listener) {
        listeners.put(keys.published(topic), listener);
    }

    @Override
    public void start() {
        running = true;
        if (!listeners.isEmpty()) {
            Thread.ofVirtual().name("redis-subscriber").start(this::listen);
        }
    }

    @Override
    public void stop() {
        running = false;
        JedisPubSub current = subscription;
        if (current != null && current.isSubscribed()) {
            current.unsubscribe();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void listen() {
        while (running) {
            try {
                JedisPubSub next = new Listener();
                subscription = next;
                store.with(redis -> {
                    redis.subscribe(next, listeners.keySet().toArray(String[]::new));
                    return true;
                });
            } catch (StoreUnavailableException e) {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Listener extends JedisPubSub {

        @Override
        public void onMessage(String channel, String message) {
            try {
                Consumer<String> listener = listeners.get(channel);
                if (listener != null) {
                    listener.accept(message);
                }
            } catch (RuntimeException e) {
                log.warn("What was published on {} could not be read.", channel, e);
            }
        }
    }
}
