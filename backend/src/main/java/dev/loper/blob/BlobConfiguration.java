package dev.loper.blob;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Keeps blobs in a folder, unless another store is given; scanned for viruses where a scanner is named.
@Configuration
class BlobConfiguration {

    @Bean
    @ConditionalOnMissingBean
    BlobStore blobStore(BlobSettings settings, ScannerProperties scanner, Clock clock) throws IOException {
        BlobStore folder = new FolderBlobStore(settings.folder(), new SecureRandom(), settings.blob().free().toBytes(),
                clock);
        return scanner.clamd().isEmpty()
                ? folder
                : new ScannedBlobStore(folder, new ClamdScanner(scanner.address(), scanner.timeout()));
    }
}
