package dev.loper.blob;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Keeps blobs in a folder, unless another store is given.
@Configuration
class BlobConfiguration {

    @Bean
    @ConditionalOnMissingBean
    BlobStore blobStore(BlobSettings settings, Clock clock) throws IOException {
        return new FolderBlobStore(settings.folder(), new SecureRandom(), settings.blob().free().toBytes(), clock);
    }
}
