package dev.loper.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.access.Access;
import dev.loper.access.QueueId;
import dev.loper.access.Queues;
import dev.loper.access.Role;
import dev.loper.access.Viewer;
import dev.loper.message.PersonId;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a page of somebody's promises tells whoever works in some of their queues only.
class PromiseListsTests {

    private static final Instant TOMORROW = Clock.systemUTC().instant().plus(Duration.ofDays(1));
    private static final Viewer INGE = new Viewer(new PersonId("p-inge"), "Inge", Set.of(Role.AGENT), new Queues.Only(
            Set.of(QueueId.MAIN)));
    private static final Viewer NOOR = new Viewer(new PersonId("p-noor"), "Noor", Set.of(Role.ADMINISTRATOR),
            Queues.all());

    private final RedisServer.Fresh fresh = RedisServer.fresh();
    private final PromiseFixture given = new PromiseFixture(fresh);
    private final PromiseLists lists = new PromiseLists(new Access(), given.promises);

    @BeforeEach
    void adaHasWritten() {
        given.ada.says("My lamp flickers.");
    }

    @Test
    void promisesOfAnotherQueueAreReadOver() {
        Promise first = made(0);
        elsewhere(1, 60);
        Promise last = made(100);

        PromiseLists.Page page = lists.page(lottes(null), "", INGE);

        assertThat(page.promises()).extracting(Promise::id).containsExactly(first.id(), last.id());
        assertThat(page.next()).isNull();
    }

    @Test
    void noCursorNamesAPromiseOfAnotherQueue() {
        List<Promise> seen = IntStream.range(0, 50).mapToObj(this::made).toList();
        elsewhere(50, 5);
        Promise last = made(100);

        PromiseLists.Page page = lists.page(lottes(null), "", INGE);
        assertThat(page.promises()).hasSize(50);
        assertThat(page.next()).isEqualTo(Promises.cursor(seen.getLast()));
        PromiseLists.Page second = lists.page(lottes(null), String.valueOf(page.next()), INGE);
        assertThat(second.promises()).extracting(Promise::id).containsExactly(last.id());
        assertThat(second.next()).isNull();
    }

    @Test
    void whereThereIsNothingToSeeThereIsNoNextPage() {
        elsewhere(0, 60);
        assertThat(lists.page(lottes(null), "", INGE)).isEqualTo(new PromiseLists.Page(List.of(), null));
    }

    @Test
    void ofOneOwnerThoseOfOneQueueMayBeAskedFor() {
        made(0);
        elsewhere(1, 2);
        assertThat(lists.page(lottes("returns"), "", NOOR).promises()).hasSize(2).extracting(
                Promise::queue).containsOnly("returns");
        assertThat(lists.page(lottes("returns"), "", INGE).promises()).isEmpty();
    }

    private static PromiseLists.Asked lottes(@Nullable String queue) {
        return new PromiseLists.Asked("active", "p-lotte", queue, null);
    }

    private Promise made(int minutes) {
        return given.make(TOMORROW.plus(Duration.ofMinutes(minutes)));
    }

    /// Promises of the same owner in a queue that is not Inge's.
    private void elsewhere(int from, int many) {
        for (int i = 0; i < many; i++) {
            String id = made(from + i).id().value();
            String states = fresh.keys().of(Family.PROMISES);
            fresh.store().with(redis -> redis.hset(states, id, redis.hget(states, id).replace("\"queue\":\"main\"",
                    "\"queue\":\"returns\"")));
        }
    }
}
