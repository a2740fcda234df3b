package dev.loper.channel.webchat;

import java.util.Optional;
import dev.loper.message.EntryId;
import dev.loper.message.ChannelAddress;
import dev.loper.channel.CallBacks;
import dev.loper.blob.AttachmentContent;
import dev.loper.blob.BlobStore;
import dev.loper.blob.Uploads;
import dev.loper.channel.ChatTyping;
import dev.loper.channel.VisitorNews;
import dev.loper.message.Attachment;
import dev.loper.message.ChannelAddress.Visitor;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.session.data.redis.autoconfigure.SessionDataRedisAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.annotation.Order;
import org.springframework.integration.annotation.IntegrationComponentScan;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/// The chat alone behind a real server, with the store in memory. No `@Configuration`, so that no other
/// test finds it.
@EnableAutoConfiguration(exclude = {DataRedisAutoConfiguration.class, SessionDataRedisAutoConfiguration.class})
@EnableConfigurationProperties(ChatSettings.class)
@ConfigurationPropertiesScan(basePackageClasses = AttachmentContent.class)
@ComponentScan(basePackageClasses = {ChatSettings.class,
        AttachmentContent.class}, excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*[.]RedisUploads"))
@ComponentScan(basePackages = {"dev.loper.access",
        "dev.loper.web"}, useDefaultFilters = false, includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*[.](WidgetCors|ProblemAdvice)"))
@IntegrationComponentScan(basePackageClasses = ChatSettings.class)
class ChatTestApplication {

    static final SecretKey KEY = new SecretKeySpec(new byte[32], "HmacSHA256");

    @Bean
    SecretKey visitorTokenKey() {
        return KEY;
    }

    @Bean
    MovableClock clock() {
        return new MovableClock();
    }

    @Bean
    FakeStore store(ObjectProvider<VisitorNews> news) {
        return new FakeStore(news);
    }

    @Bean
    PlainUploads uploads(BlobStore blobs) {
        return new PlainUploads(blobs);
    }

    /// Keeps every file.
    record PlainUploads(BlobStore blobs) implements Uploads {

        @Override
        public Attachment keep(InputStream bytes, String claimedName, long maxBytes) throws IOException {
            return AttachmentContent.keep(blobs, bytes, claimedName, maxBytes, null);
        }

        @Override
        public void remove(java.util.Collection<String> ids) {}

        @Override
        public void used(List<Attachment> files) {}
    }

    /// Every number is called, and nobody is.
    @Bean
    CallBacks callBacks() {
        return new CallBacks() {

            @Override
            public Optional<ChannelAddress.Phone> number(String typed) {
                return Optional.of(new ChannelAddress.Phone(typed.replaceAll("\\s", "").replaceFirst("^0", "+31")));
            }

            @Override
            public void ask(ChannelAddress.Visitor visitor, EntryId message, ChannelAddress.Phone number) {}
        };
    }

    @Bean
    FakeProof proof() {
        return new FakeProof();
    }

    @Bean
    FakeQueues queues() {
        return new FakeQueues();
    }

    @Bean
    TypingSeen typingSeen() {
        return new TypingSeen(new CopyOnWriteArrayList<>());
    }

    @Bean
    FakeHandovers handovers() {
        return new FakeHandovers();
    }

    record TypingSeen(List<String> seen) implements ChatTyping {

        @Override
        public void visitorTyping(dev.loper.message.AccountId account, Visitor visitor,
                dev.loper.channel.Typing typing) {
            seen.add(visitor.value() + " " + typing);
        }
    }

    @Bean
    @Order(1)
    SecurityFilterChain widget(HttpSecurity http, CorsConfigurationSource widgetCors) throws Exception {
        return open(http.securityMatcher("/widget/**").addFilterBefore(new CorsFilter(widgetCors),
                HeaderWriterFilter.class));
    }

    @Bean
    @Order(2)
    SecurityFilterChain open(HttpSecurity http) throws Exception {
        return http.csrf(csrf -> csrf.disable()).authorizeHttpRequests(
                requests -> requests.anyRequest().permitAll()).build();
    }
}
