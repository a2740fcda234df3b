package dev.loper.channel.webchat;

import dev.loper.blob.FileTickets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.SecretKey;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the chat is made of besides its components: its signatures and its threads.
///
/// The key, a bean called `visitorTokenKey`, comes from outside, since visitors must stay the same after a restart.
@Configuration(proxyBeanMethods = false)
class WebChatConfiguration {

    @Bean
    VisitorTokens visitorTokens(@Qualifier("visitorTokenKey") SecretKey key) {
        return new VisitorTokens(key, new SecureRandom());
    }

    @Bean
    FileTickets visitorFiles(@Qualifier("visitorTokenKey") SecretKey key, Clock clock) {
        return new FileTickets(key, "upload", clock);
    }

    @Bean
    AttachmentLinks attachmentLinks(@Qualifier("visitorTokenKey") SecretKey key, Clock clock) {
        return new AttachmentLinks(key, clock);
    }

    /// Pushes to windows: a thread each, since a browser may be slow.
    @Bean(defaultCandidate = false)
    ExecutorService chatExecutor() {
        return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("chat-push-", 0).factory());
    }
}
