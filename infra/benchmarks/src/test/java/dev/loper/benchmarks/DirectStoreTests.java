package dev.loper.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.conversation.Appended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import redis.embedded.RedisServer;

/// The harness is run by hand and rarely, so a test sees to it that it still fits the product.
class DirectStoreTests {

    private static final String PASSWORD = "for-this-test";

    @Test
    void aSendersMessagesStandInOneConversation() throws IOException {
        int port = freePort();
        RedisServer redis = RedisServer.builder().port(port).setting("requirepass " + PASSWORD).setting(
                "bind 127.0.0.1").setting("save \"\"").build();
        redis.start();
        try (DirectStore store = new DirectStore(port, PASSWORD)) {
            Appended.Stored first = store.append(1, "Hello");
            Appended.Stored second = store.append(1, "Is anybody there?");

            assertThat(second.topic()).isEqualTo(first.topic());
            assertThat(second.entry().value()).isGreaterThan(first.entry().value());
        } finally {
            redis.stop();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
