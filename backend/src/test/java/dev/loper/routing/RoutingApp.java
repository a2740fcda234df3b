package dev.loper.routing;

import dev.loper.conversation.TopicSearch;
import dev.loper.feed.Feed;
import java.util.List;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/// Loper with its doors, its store and its routing, without channels and screens. Nothing in it ticks by itself. It is no
/// configuration of its own, so that a scan of the whole application does not find it.
@EnableAutoConfiguration
@ComponentScan({"dev.loper.access", "dev.loper.blob", "dev.loper.calendar", "dev.loper.conversation",
        "dev.loper.customer", "dev.loper.redis",
        "dev.loper.routing",
        "dev.loper.web"})
@Import(Feed.class)
@ConfigurationPropertiesScan({"dev.loper.access", "dev.loper.blob", "dev.loper.calendar", "dev.loper.redis",
        "dev.loper.routing"})
class RoutingApp {

    /// Nothing is searched here.
    @Bean
    TopicSearch noSearch() {
        return (words, cursor, limit, wanted) -> new TopicSearch.Hits(List.of(), null, true);
    }
}
