package dev.loper.handover;

import dev.loper.redis.Timer;
import dev.loper.redis.TimerEffect;
import java.util.function.BiConsumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the clock does with handovers: it lets them expire, has us say a first sentence to whoever arrived, and has those
/// forgotten that ended long ago.
@Configuration(proxyBeanMethods = false)
class HandoverTimers {

    private final RedisHandovers handovers;
    private final RedisHandoverWriter writer;
    private final Endings endings;
    private final Greetings greetings;

    HandoverTimers(RedisHandovers handovers, RedisHandoverWriter writer, Endings endings, Greetings greetings) {
        this.handovers = handovers;
        this.writer = writer;
        this.endings = endings;
        this.greetings = greetings;
    }

    @Bean
    TimerEffect handoverExpiry() {
        return effect("handover-expiry", endings::expire);
    }

    /// The sentence is said once, whoever looks, and other ways to get there are closed; then the timer goes.
    @Bean
    TimerEffect handoverGreeting() {
        return effect("handover-greeting", (handover, timer) -> {
            greetings.greet(handover);
            endings.spare(handover);
            handovers.drop(timer);
        });
    }

    @Bean
    TimerEffect handoverForgetting() {
        return effect("handover-forget", writer::forget);
    }

    private TimerEffect effect(String kind, BiConsumer<Handover, Timer> work) {
        return TimerEffect.of(kind,
                timer -> handovers.find(new HandoverId(timer.id())).ifPresentOrElse(
                        handover -> work.accept(handover, timer),
                        () -> handovers.drop(timer)));
    }
}
