package dev.loper.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.conversation.Appended;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/// The harness is run by hand and rarely, so a test sees to it that it still fits the product.
class DirectStoreTests {

    @Test
    void aSendersMessagesStandInOneConversation() throws IOException {
        try (OwnRedis redis = OwnRedis.start();
                DirectStore store = new DirectStore(redis.port(), OwnRedis.PASSWORD)) {
            Appended.Stored first = store.append(1, "Hello");
            Appended.Stored second = store.append(1, "Is anybody there?");

            assertThat(second.topic()).isEqualTo(first.topic());
            assertThat(second.entry().value()).isGreaterThan(first.entry().value());
        }
    }
}
