package dev.loper.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.access.QueueId;
import dev.loper.promise.Promise;
import dev.loper.promise.PromiseState;
import dev.loper.promise.PromisesAhead;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;

/// What is measured must be what the product would have written: its own reader reads it.
class PromiseSeedTests {

    private static final Instant MOMENT = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(3600);

    @Test
    void theProductReadsWhatIsSown() throws Exception {
        try (OwnRedis redis = OwnRedis.start();
                DirectStore store = new DirectStore(redis.port(), OwnRedis.PASSWORD);
                PromiseSeed seed = new PromiseSeed(redis.port(), OwnRedis.PASSWORD, store, 2);
                AnnotationConfigApplicationContext product = product(redis)) {
            seed.open(3, i -> new PromiseSeed.Moments(MOMENT.plusSeconds(i), true));
            seed.open(2, i -> new PromiseSeed.Moments(MOMENT.plusSeconds(10 + i), false));

            PromisesAhead.Ahead ahead = product.getBean(PromisesAhead.class).of(List.of(QueueId.MAIN), 10);
            assertThat(List.of(ahead.late(), ahead.soon(), ahead.later())).containsExactly(0L, 2L, 3L);
            assertThat(ahead.items()).hasSize(5).extracting(Promise::due).isSorted();
            assertThat(ahead.items()).extracting(Promise::state).containsOnly(PromiseState.OPEN,
                    PromiseState.DUE_SOON);
            assertThat(seed.late()).isZero();
        }
    }

    private static AnnotationConfigApplicationContext product(OwnRedis redis) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        RedisKeys keys = new RedisKeys("main");
        context.registerBean(RedisKeys.class, () -> keys);
        context.registerBean(RedisStore.class, () -> redis.store(keys));
        ClassPathBeanDefinitionScanner reader = new ClassPathBeanDefinitionScanner(context, false);
        reader.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile(
                "dev\\.loper\\.promise\\.Promises(Ahead)?")));
        reader.scan("dev.loper.promise");
        context.refresh();
        return context;
    }
}
