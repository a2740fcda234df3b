package dev.loper.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

class RegularWorkTests {

    /// Three that can only end if all of them run at the same time.
    @EnableScheduling
    @Import(RegularWork.class)
    static class Three {

        final CyclicBarrier together = new CyclicBarrier(3);
        final CountDownLatch ended = new CountDownLatch(3);

        @Scheduled(fixedDelay = 1)
        void one() throws Exception {
            meet();
        }

        @Scheduled(fixedDelay = 1)
        void another() throws Exception {
            meet();
        }

        @Scheduled(fixedRate = 1000)
        void third() throws Exception {
            meet();
        }

        private void meet() throws Exception {
            if (ended.getCount() > 0) {
                together.await(20, TimeUnit.SECONDS);
                ended.countDown();
            }
        }
    }

    @Test
    void nothingWaitsForAnythingElse() {
        new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(
                TaskSchedulingAutoConfiguration.class)).withPropertyValues(
                        "spring.threads.virtual.enabled=true").withUserConfiguration(Three.class).run(
                                context -> assertThat(context.getBean(Three.class).ended.await(20,
                                        TimeUnit.SECONDS)).isTrue());
    }
}
