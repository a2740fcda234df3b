package dev.loper.reply;

import dev.loper.blob.FileTickets;
import dev.loper.secret.SigningKeys;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The ids of files that agents uploaded and have not sent.
@Configuration(proxyBeanMethods = false)
class AttachmentConfiguration {

    static final String AGENT_FILES = "agentFiles";

    /// Nobody's by its type alone: visitors have tickets of their own.
    @Bean(name = AGENT_FILES, defaultCandidate = false)
    FileTickets agentFiles(SigningKeys keys, Clock clock) {
        return new FileTickets(keys.derive("agent-upload"), "agent-upload", clock);
    }
}
