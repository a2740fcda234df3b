package dev.loper.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loper.access.Audit;
import dev.loper.access.QueueId;
import dev.loper.access.Queues;
import dev.loper.access.Role;
import dev.loper.access.Viewer;
import dev.loper.calendar.Calendars;
import dev.loper.calendar.CalendarsFixture;
import dev.loper.calendar.GivenCalendar;
import dev.loper.message.PersonId;
import dev.loper.redis.RedisServer;
import dev.loper.web.ProblemException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QueueChangesTests {

    private static final Viewer NOOR = new Viewer(new PersonId("noor"), "Noor", Set.of(Role.ADMINISTRATOR),
            Queues.all());

    private final RedisServer.Fresh fresh = RedisServer.fresh();
    private final RedisQueues store = new RedisQueues(fresh.store(), fresh.keys());
    private final KnownQueues known = new KnownQueues(store, Clock.systemUTC());
    private final List<String> audited = new ArrayList<>();
    private final QueueChanges changes = new QueueChanges(store, known, CalendarsFixture.of(fresh, Clock.systemUTC()),
            new Written());

    @Test
    void aNewQueueGetsAnIdMadeOfItsName() {
        assertThat(changes.add(NOOR, form("Bestellingen & Rétouren")).id()).isEqualTo(
                new QueueId("bestellingen-retouren"));
        assertThat(changes.add(NOOR, form("客服")).id()).isEqualTo(new QueueId("queue"));
    }

    @Test
    void aChangeIsKnownHereAtOnceAndAudited() {
        assertThat(known.all()).hasSize(1);
        Queue added = changes.add(NOOR, form("Billing"));
        changes.change(NOOR, added.id(), form("Money"));

        assertThat(known.find(added.id()).orElseThrow().name()).isEqualTo("Money");
        assertThat(audited).containsExactly("noor queue-added billing", "noor queue-changed billing");
    }

    @Test
    void aQueueReadBeforeSomebodyElsesChangeIsRefused() {
        Queue added = changes.add(NOOR, form("Billing"));
        changes.change(NOOR, added.id(), form("Money", added.version()));

        refused("changed-meanwhile", () -> changes.change(NOOR, added.id(), form("Cash", added.version())));
    }

    @Test
    void twoQueuesCannotHaveOneId() {
        changes.add(NOOR, form("Billing"));

        refused("queue-exists", () -> changes.add(NOOR, form("billing")));
        refused("queue-exists", () -> changes.add(NOOR, form("Main")));
    }

    @Test
    void theMainQueueStaysOn() {
        refused("main-queue", () -> changes.change(NOOR, QueueId.MAIN,
                new QueueForm(null, "Support", null, null, null, null, null, null, null, false, null, null)));
    }

    @Test
    void aRuleThatWouldTakeEverythingIsRefused() {
        refused("empty-rule", () -> changes.add(NOOR, new QueueForm(null, "All", null, null, null, null, null, null,
                List.of(new QueueForm.RuleForm(null, null, null, List.of())), null, null, null)));
    }

    @Test
    void aCalendarThatIsNotThereIsRefused() {
        refused("unknown-calendar",
                () -> changes.add(NOOR, new QueueForm(null, "Night", null, null, null, "night", null,
                        null, null, null, null, null)));
    }

    @Test
    void aCalendarThatWentMeanwhileLocksNoQueue() {
        store.save(new Queue(new QueueId("night"), "Night", Map.of(), null, List.of(), "gone", ServiceTargets.NONE, 1,
                List.of(), true, false, 1));

        Queue changed = changes.change(NOOR, new QueueId("night"), new QueueForm(null, "Nights", null, null, null,
                "gone", null, null, null, null, null, null));

        assertThat(changed.name()).isEqualTo("Nights");
        assertThat(changed.calendar()).isNull();
    }

    @Test
    void removingACalendarLeavesItsQueuesToTheDefaultOneAndANewOneOfThatNameIsNotTheirs() {
        Calendars calendars = CalendarsFixture.of(fresh, Clock.systemUTC(), GivenCalendar.office().build());
        QueueChanges among = new QueueChanges(store, known, calendars, new Written());
        QueueForm night = new QueueForm(null, "Night \"calendar\":\"office\"", null, null, null, "office", null, null,
                null,
                null, null, null);
        Queue added = among.add(NOOR, night);
        Queue other = among.add(NOOR, form("Billing"));

        CalendarsFixture.remove(calendars, "office");

        Queue kept = store.find(added.id()).orElseThrow();
        assertThat(kept.calendar()).isNull();
        assertThat(kept.name()).isEqualTo(added.name());
        assertThat(kept.rules()).isEmpty();
        assertThat(store.find(other.id())).contains(other);
        assertThat(among.change(NOOR, kept.id(), form("Nights", kept.version())).name()).isEqualTo("Nights");
    }

    @Test
    void queuesGetAnotherOrderAllAtOnce() {
        changes.add(NOOR, form("Billing"));
        changes.add(NOOR, form("Orders"));

        List<Queue> ordered = changes.order(NOOR, ids("orders", "main", "billing"));

        assertThat(ordered).extracting(queue -> queue.id().value()).containsExactly("orders", "main", "billing");
        assertThat(ordered).extracting(Queue::position).containsExactly(0, 1, 2);
        assertThat(audited).last().isEqualTo("noor queues-ordered queues");
    }

    @Test
    void anOrderOfOtherQueuesThanThereAreChangesNothing() {
        changes.add(NOOR, form("Billing"));
        changes.add(NOOR, form("Orders"));

        refused("changed-meanwhile", () -> changes.order(NOOR, ids("orders", "main")));
        refused("changed-meanwhile", () -> changes.order(NOOR, ids("orders", "main", "main")));
        assertThat(store.all()).extracting(Queue::position).containsExactly(0, 1, 1);
    }

    @Test
    void ofSeveralQueuesNoneIsKeptIfOneIsStale() {
        Queue billing = changes.add(NOOR, form("Billing"));
        Queue orders = changes.add(NOOR, form("Orders"));
        changes.change(NOOR, orders.id(), form("Shop"));

        assertThat(store.save(List.of(billing.at(7), orders.at(8)))).isEqualTo(QueueStore.Saved.STALE);
        assertThat(store.all()).extracting(Queue::position).containsExactly(0, 1, 1);
    }

    private static List<QueueId> ids(String... ids) {
        return java.util.stream.Stream.of(ids).map(QueueId::new).toList();
    }

    @Test
    void aQueueThatIsNotThereCannotBeChanged() {
        refused("not-found", () -> changes.change(NOOR, new QueueId("nowhere"), form("Nowhere")));
    }

    private static void refused(String slug, org.assertj.core.api.ThrowableAssert.ThrowingCallable change) {
        assertThatThrownBy(change).isInstanceOfSatisfying(ProblemException.class,
                problem -> assertThat(problem.slug()).isEqualTo(slug));
    }

    private static QueueForm form(String name) {
        return form(name, null);
    }

    private static QueueForm form(String name, @Nullable Long version) {
        return new QueueForm(null, name, null, null, null, null, null, null, null, null, null, version);
    }

    private final class Written implements Audit {

        @Override
        public void record(String who, String what, String target, Map<String, String> details) {
            audited.add(who + " " + what + " " + target);
        }

        @Override
        public Page page(@Nullable String cursor, int size) {
            return new Page(List.of(), null);
        }
    }
}
