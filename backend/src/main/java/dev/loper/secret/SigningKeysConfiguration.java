package dev.loper.secret;

import javax.crypto.SecretKey;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The keys that channels sign with, each by its name.
@Configuration(proxyBeanMethods = false)
class SigningKeysConfiguration {

    /// For the tokens that chat visitors keep.
    @Bean
    SecretKey visitorTokenKey(SigningKeys keys) {
        return keys.derive("visitor-token");
    }

    /// For the tokens in the reply addresses of our mails.
    @Bean
    SecretKey replyTokenKey(SigningKeys keys) {
        return keys.derive("reply-token");
    }
}
