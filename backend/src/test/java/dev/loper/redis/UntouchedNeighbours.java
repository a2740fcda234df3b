package dev.loper.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.conversation.ConversationFixture;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;
import redis.clients.jedis.util.JedisClusterCRC16;

/// Beside the workspaces of a class of tests on a Cluster, each of its servers has another one with a conversation in it; and
/// whatever the tests did, those are as they were.
public final class UntouchedNeighbours implements BeforeAllCallback, AfterAllCallback {

    private static final int SERVERS = 3;
    private static final int SLOTS = 16384;

    /// Only holds what is shared by all classes.
    private static final class Shared {

        static final List<RedisServer.Fresh> NEIGHBOURS = IntStream.range(0, SERVERS).mapToObj(
                UntouchedNeighbours::on).toList();
        static final Map<String, String> FIRST = all();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        assertThat(Shared.FIRST).hasSizeGreaterThan(SERVERS * 10);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        assertThat(all()).isEqualTo(Shared.FIRST);
    }

    private static RedisServer.Fresh on(int server) {
        RedisServer.Fresh fresh = Stream.iterate(0, number -> number + 1).map(number -> RedisClusterServers.workspace(
                "neighbour-" + number)).filter(
                        workspace -> JedisClusterCRC16.getSlot(workspace.keys().prefix())
                                * SERVERS / SLOTS == server).findFirst().orElseThrow();
        ConversationFixture talk = new ConversationFixture(fresh);
        talk.says("Where is my lamp?");
        talk.says("Hello?");
        return fresh;
    }

    /// Every key of theirs, with what is in it.
    private static Map<String, String> all() {
        Map<String, String> found = new TreeMap<>();
        for (RedisServer.Fresh neighbour : Shared.NEIGHBOURS) {
            ScanParams mine = new ScanParams().match(neighbour.keys().prefix() + "*").count(1000);
            String cursor = ScanParams.SCAN_POINTER_START;
            do {
                ScanResult<String> page = neighbour.redis().scan(cursor, mine);
                page.getResult().forEach(key -> found.put(key, HexFormat.of().formatHex(neighbour.redis().dump(key))));
                cursor = page.getCursor();
            } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
        }
        return found;
    }
}
