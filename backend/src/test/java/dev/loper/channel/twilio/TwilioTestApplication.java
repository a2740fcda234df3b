package dev.loper.channel.twilio;

import dev.loper.MovableClock;
import dev.loper.channel.RecordingCalls;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisServer;
import dev.loper.redis.RedisStore;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.Environment;
import org.springframework.integration.annotation.IntegrationComponentScan;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/// The Twilio channels with nothing behind them but records of what they handed over. No `@Configuration`, so that a
/// scan of the whole application does not find it.
@EnableAutoConfiguration(excludeName = {
        "org.springframework.boot.session.data.redis.autoconfigure.SessionDataRedisAutoConfiguration",
        "org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration"})
@EnableConfigurationProperties(TwilioSettings.class)
@ComponentScan(basePackages = {"dev.loper.channel.twilio", "dev.loper.channel.sms",
        "dev.loper.channel.voice",
        "dev.loper.channel.whatsapp"}, excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*Test.*"))
@IntegrationComponentScan({"dev.loper.channel.sms", "dev.loper.channel.voice", "dev.loper.channel.whatsapp"})
class TwilioTestApplication {

    @Bean
    MovableClock clock() {
        return new MovableClock();
    }

    @Bean
    RedisServer.Fresh redis() {
        return RedisServer.fresh();
    }

    @Bean
    RedisStore store(RedisServer.Fresh redis) {
        return redis.store();
    }

    @Bean
    RedisKeys keys(RedisServer.Fresh redis) {
        return redis.keys();
    }

    @Bean
    TwilioTestPorts ports() {
        return new TwilioTestPorts();
    }

    @Bean
    TwilioWorld world(Environment product) {
        return new TwilioWorld(product);
    }

    @Bean
    RecordingCalls calls() {
        return new RecordingCalls();
    }

    @Bean
    MemoryBlobStore blobs() {
        return new MemoryBlobStore();
    }

    @Bean
    SecurityFilterChain open(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable).authorizeHttpRequests(
                all -> all.anyRequest().permitAll()).build();
    }
}
