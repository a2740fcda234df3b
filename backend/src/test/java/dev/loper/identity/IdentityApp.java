package dev.loper.identity;

import dev.loper.access.QueueId;
import dev.loper.conversation.AnswerTargets;
import dev.loper.conversation.QueueChoice;
import dev.loper.conversation.QueueList;
import dev.loper.conversation.TopicSearch;
import java.util.List;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/// Loper with its doors, its store and who is who, without channels. It is no configuration of its own, so that a scan of
/// the whole application does not find it.
@EnableAutoConfiguration
@ComponentScan({"dev.loper.access", "dev.loper.blob", "dev.loper.conversation", "dev.loper.customer", "dev.loper.feed",
        "dev.loper.identity", "dev.loper.redis", "dev.loper.web"})
@ConfigurationPropertiesScan({"dev.loper.access", "dev.loper.blob", "dev.loper.feed", "dev.loper.redis"})
class IdentityApp {

    /// Everything goes into the one queue.
    @Bean
    QueueChoice queues() {
        return message -> new QueueChoice.Route(QueueId.MAIN, null);
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

    @Bean
    AnswerTargets noTargets() {
        return AnswerTargets.NONE;
    }
}
