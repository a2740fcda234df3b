package dev.loper.calendar;

import dev.loper.MovableClock;
import dev.loper.feed.Feed;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/// Loper with nothing but its doors and its calendars, at a noon that a test may move.
@EnableAutoConfiguration
@ComponentScan({"dev.loper.access", "dev.loper.web", "dev.loper.redis", "dev.loper.calendar"})
@Import(Feed.class)
@ConfigurationPropertiesScan({"dev.loper.access", "dev.loper.redis", "dev.loper.calendar"})
class CalendarApp {

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }
}
