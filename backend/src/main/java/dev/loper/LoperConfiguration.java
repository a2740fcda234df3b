package dev.loper;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/// What the whole application shares: the clock, and the scheduler.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class LoperConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
