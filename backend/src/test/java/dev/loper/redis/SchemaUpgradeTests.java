package dev.loper.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.redis.RedisKeys.Family;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Data as a Loper of version 1 left it: topics without a queue, each filed in the views as a whole only.
class SchemaUpgradeTests {

    private final RedisServer.Fresh fresh = workspace();

    /// Where it runs; on a Cluster in the subclass.
    RedisServer.Fresh workspace() {
        return RedisServer.fresh();
    }

    @Test
    void topicsOfVersionOneAreFiledByQueueToo() {
        ofVersionOne("0001", "a1795390000000", "\"status\":\"open\",\"waiting\":1795390000000", "all", "unassigned");
        ofVersionOne("0002", "b8204609999999", "\"status\":\"open\",\"assignee\":\"lotte\",\"channel\":\"sms\"", "all",
                "mine:lotte");
        ofVersionOne("0003", "b8204609999999", "\"status\":\"resolved\"", "resolved");

        start();

        assertThat(views()).containsExactlyInAnyOrder("all|a1795390000000|0001", "all@main|a1795390000000|0001",
                "unassigned|a1795390000000|0001", "unassigned@main|a1795390000000|0001", "all|b8204609999999|0002",
                "all@main|b8204609999999|0002", "mine:lotte|b8204609999999|0002", "mine:lotte@main|b8204609999999|0002",
                "load:lotte:sms|b8204609999999|0002", "load:lotte:sms@main|b8204609999999|0002",
                "resolved|b8204609999999|0003",
                "resolved@main|b8204609999999|0003");
        assertThat(fresh.redis().hget(fresh.keys().of(Family.TOPICS), "0001")).contains("\"queue\":\"main\"");
        assertThat(fresh.redis().get(fresh.keys().of(Family.SCHEMA))).isEqualTo("4");
    }

    @Test
    void whatSomebodyHasOpenInVersionThreeIsFiledByQueueToo() {
        ofVersionOne("0002", "b8204609999999", "\"status\":\"open\",\"assignee\":\"lotte\",\"channel\":\"sms\"",
                "all", "mine:lotte", "load:lotte:sms");
        fresh.redis().set(fresh.keys().of(Family.SCHEMA), "3");

        start();

        assertThat(views()).contains("load:lotte:sms|b8204609999999|0002", "load:lotte:sms@main|b8204609999999|0002");
    }

    @Test
    void anUpgradeThatWasBrokenOffIsDoneAgain() {
        IntStream.range(0, 1000).forEach(i -> ofVersionOne("%04d".formatted(i), "a1795390000000",
                "\"status\":\"open\",\"waiting\":1795390000000", "all", "unassigned"));
        start();
        List<String> once = views();
        fresh.redis().set(fresh.keys().of(Family.SCHEMA), "1");

        start();

        assertThat(views()).isEqualTo(once).hasSize(4000);
    }

    @Test
    void freshDataIsOfThisVersion() {
        start();

        assertThat(fresh.redis().get(fresh.keys().of(Family.SCHEMA))).isEqualTo(String.valueOf(SchemaVersion.CURRENT));
    }

    private void ofVersionOne(String id, String order, String more, String... views) {
        fresh.redis().set(fresh.keys().of(Family.SCHEMA), "1");
        fresh.redis().hset(fresh.keys().of(Family.TOPICS), id, """
                {"conversation":"v1","customer":"c1","home":"h1","title":"Lamp","created":1795390000000,\
                "at":1795390000000,"last":"0001","order":"%s","views":["%s"],%s}""".formatted(order,
                String.join("\",\"", views), more));
        for (String view : views) {
            fresh.redis().zadd(fresh.keys().of(Family.VIEWS), 0, view + "|" + order + "|" + id);
        }
    }

    private void start() {
        new SchemaVersion(fresh.redis(), fresh.keys());
    }

    private List<String> views() {
        return fresh.redis().zrange(fresh.keys().of(Family.VIEWS), 0, -1);
    }
}
