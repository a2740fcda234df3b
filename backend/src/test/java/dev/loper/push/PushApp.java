package dev.loper.push;

import dev.loper.access.QueueId;
import dev.loper.conversation.AnswerTargets;
import dev.loper.conversation.QueueChoice;
import dev.loper.conversation.QueueList;
import dev.loper.conversation.TopicSearch;
import dev.loper.redis.FragileStore;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import redis.clients.jedis.UnifiedJedis;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Primary;

/// Loper with its doors, its store and its live screens, without channels. Nothing in it ticks by itself: there is no
/// scheduling, a test says when. It is no configuration of its own, so that a scan of the whole application does not
/// find it.
@EnableAutoConfiguration
@ComponentScan({"dev.loper.access", "dev.loper.blob", "dev.loper.conversation", "dev.loper.customer", "dev.loper.feed",
        "dev.loper.push", "dev.loper.redis", "dev.loper.web"})
@ConfigurationPropertiesScan({"dev.loper.access", "dev.loper.blob", "dev.loper.feed", "dev.loper.redis"})
class PushApp {

    @Bean
    @Primary
    Hurried hurried() {
        return new Hurried();
    }

    /// A test may cut its line.
    @Bean
    @Primary
    FragileStore fragileStore(UnifiedJedis redis, RedisProperties properties, RedisKeys keys) {
        return FragileStore.of(redis, properties, keys);
    }

    /// Everything goes into the one queue.
    @Bean
    QueueChoice queues() {
        return message -> new QueueChoice.Route(QueueId.MAIN, null);
    }

    @Bean
    AnswerTargets noTargets() {
        return AnswerTargets.NONE;
    }

    @Bean
    QueueList oneQueue() {
        return () -> List.of(QueueId.MAIN);
    }

    /// Nothing is searched here.
    @Bean
    TopicSearch noSearch() {
        return (words, cursor, limit, wanted) -> new TopicSearch.Hits(List.of(), null, true);
    }

    /// The time, and what a test adds to it.
    static final class Hurried extends Clock {

        private volatile Duration ahead = Duration.ZERO;

        void advance(Duration time) {
            ahead = ahead.plus(time);
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return Clock.systemUTC().getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
