package dev.loper.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.access.Access;
import dev.loper.access.QueueId;
import dev.loper.access.Queues;
import dev.loper.access.Role;
import dev.loper.access.Viewer;
import dev.loper.conversation.QueueChoice;
import dev.loper.conversation.Rig;
import dev.loper.customer.Customer;
import dev.loper.message.ChannelKind;
import dev.loper.message.PersonId;
import dev.loper.redis.RedisServer;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CustomerAccessTests {

    private static final QueueId ORDERS = new QueueId("orders");
    private final Rig rig = new Rig(RedisServer.fresh(), message -> new QueueChoice.Route(
            message.channel() == ChannelKind.SMS ? ORDERS : QueueId.MAIN, null));
    private final CustomerAccess access = new CustomerAccess(rig.topics, new Access());

    @Test
    void aCustomerIsThereForThoseWhoMaySeeOneOfTheirTopics() {
        rig.says(Given.sms().from(Given.ADA));
        Customer ada = rig.customer(rig.customerOf(Given.ADA));

        assertThat(access.maySee(ada, agentOf(ORDERS))).isTrue();
        assertThat(access.mayAnswer(ada, agentOf(ORDERS))).isTrue();
        assertThat(access.maySee(ada, agentOf(QueueId.MAIN))).isFalse();
        assertThat(access.mayAnswer(ada, agentOf(QueueId.MAIN))).isFalse();
    }

    private static Viewer agentOf(QueueId queue) {
        return new Viewer(new PersonId("p"), "P", Set.of(Role.AGENT), new Queues.Only(Set.of(queue)));
    }
}
