package dev.loper.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.message.PersonId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessDecisionTests {

    private final Access access = new Access();

    @ParameterizedTest
    @CsvSource({
            // role, queues, queue of the topic: see, answer, supervise, administer
            "AGENT,all,billing,true,true,false,false", "AGENT,billing,billing,true,true,false,false",
            "AGENT,orders,billing,false,false,false,false",
            "SUPERVISOR,all,billing,true,true,true,false", "SUPERVISOR,orders,billing,false,false,false,false",
            "ADMINISTRATOR,orders,billing,true,true,true,true",
            ",all,billing,false,false,false,false"})
    void rolesAndQueuesDecide(@Nullable Role role, String queues, String queue, boolean see, boolean answer,
            boolean supervise,
            boolean administer) {
        Queues mine = queues.equals("all") ? Queues.all() : new Queues.Only(Set.of(new QueueId(queues)));
        Viewer viewer = new Viewer(new PersonId("p"), "P", role == null ? Set.of() : Set.of(role), mine);
        QueueId topic = new QueueId(queue);

        assertThat(access.canSee(viewer, topic)).isEqualTo(see);
        assertThat(access.canAnswer(viewer, topic)).isEqualTo(answer);
        assertThat(access.canSupervise(viewer, topic)).isEqualTo(supervise);
        assertThat(access.canAdminister(viewer)).isEqualTo(administer);
    }

    @Test
    void onlyWhoSharesASupervisedQueueIsWatchedOver() {
        Viewer billing = new Viewer(new PersonId("p"), "P", Set.of(Role.SUPERVISOR),
                new Queues.Only(Map.of(new QueueId("billing"), Role.SUPERVISOR, new QueueId("orders"), Role.AGENT)));

        assertThat(access.canSupervise(billing,
                works(Role.AGENT, new Queues.Only(Set.of(new QueueId("billing")))))).isTrue();
        assertThat(access.canSupervise(billing,
                works(Role.AGENT, new Queues.Only(Set.of(new QueueId("orders")))))).isFalse();
        assertThat(access.canSupervise(billing, works(Role.AGENT, Queues.all()))).isFalse();
        assertThat(access.canSupervise(billing, works(Role.ADMINISTRATOR, new Queues.Only(Set.of(new QueueId(
                "billing")))))).isFalse();
        assertThat(access.canSupervise(new Viewer(new PersonId("p"), "P", Set.of(Role.SUPERVISOR), Queues.all()), works(
                Role.ADMINISTRATOR, Queues.all()))).isTrue();
        assertThat(access.canSupervise(new Viewer(new PersonId("p"), "P", Set.of(Role.AGENT), Queues.all()), works(
                Role.AGENT, Queues.all()))).isFalse();
    }

    private static Person works(Role role, Queues queues) {
        return Person.fresh(new PersonId("q"), "Q", "q@loper.test", "", Set.of(role), "en").withQueues(queues);
    }

    @Test
    void aPersonIsInEachQueueWhatTheyAreThereAndNoMoreThanTheyAreAtAll() {
        Queues both = new Queues.Only(Map.of(new QueueId("orders"), Role.AGENT, new QueueId("billing"),
                Role.SUPERVISOR));
        Viewer supervisor = new Viewer(new PersonId("p"), "P", Set.of(Role.SUPERVISOR), both);
        Viewer agent = new Viewer(new PersonId("p"), "P", Set.of(Role.AGENT), both);

        assertThat(access.canSupervise(supervisor, new QueueId("billing"))).isTrue();
        assertThat(access.canSupervise(supervisor, new QueueId("orders"))).isFalse();
        assertThat(access.canSee(supervisor, new QueueId("orders"))).isTrue();
        assertThat(access.canSupervise(agent, new QueueId("billing"))).isFalse();
    }
}
