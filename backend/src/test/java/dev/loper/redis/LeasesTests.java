package dev.loper.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeasesTests {

    private static final Duration LONG = Duration.ofMinutes(3);

    @TempDir
    Path one;
    @TempDir
    Path two;
    private final RedisServer.Fresh fresh = RedisServer.fresh();

    @Test
    void oneNodeAtATimeHoldsALease() {
        Leases first = LeasesFixture.of(fresh, one);
        Leases second = LeasesFixture.of(fresh, two);

        assertThat(first.hold("mailbox", LONG)).isTrue();
        assertThat(second.hold("mailbox", LONG)).isFalse();
        assertThat(first.hold("mailbox", LONG)).isTrue();
        assertThat(second.hold("another", LONG)).isTrue();
    }

    @Test
    void aNodeThatComesBackTakesItsOwnLeaseAtOnce() throws IOException {
        try (Leases before = new Leases(fresh.store(), fresh.keys(), one)) {
            before.hold("mailbox", LONG);
        }
        try (Leases after = new Leases(fresh.store(), fresh.keys(), one)) {
            assertThat(after.hold("mailbox", LONG)).isTrue();
        }
    }

    @Test
    void twoNodesOnOneFolderAreStillTwo() throws IOException {
        try (Leases first = new Leases(fresh.store(), fresh.keys(), one);
                Leases second = new Leases(fresh.store(), fresh.keys(), one)) {
            assertThat(first.hold("mailbox", LONG)).isTrue();
            assertThat(second.hold("mailbox", LONG)).isFalse();
        }
    }

    @Test
    void aLeaseIsWrittenAgainOnlyWhenHalfOfItIsGone() {
        Leases leases = LeasesFixture.of(fresh, one);
        String key = fresh.keys().lease("mailbox");
        leases.hold("mailbox", LONG);

        fresh.redis().pexpire(key, LONG.toMillis() * 2 / 3);
        leases.hold("mailbox", LONG);
        assertThat(fresh.redis().pttl(key)).isLessThanOrEqualTo(LONG.toMillis() * 2 / 3);

        fresh.redis().pexpire(key, LONG.toMillis() / 3);
        leases.hold("mailbox", LONG);
        assertThat(fresh.redis().pttl(key)).isGreaterThan(LONG.toMillis() / 2);
    }

    @Test
    void aLeaseNobodyRenewsEnds() {
        LeasesFixture.of(fresh, one).hold("mailbox", LONG);
        fresh.redis().pexpire(fresh.keys().lease("mailbox"), 0);
        assertThat(LeasesFixture.of(fresh, two).hold("mailbox", LONG)).isTrue();
    }
}
