package dev.loper.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Days;
import dev.loper.Given;
import dev.loper.access.QueueId;
import dev.loper.conversation.Added;
import dev.loper.conversation.Appended;
import dev.loper.conversation.QueueChoice;
import dev.loper.conversation.Rig;
import dev.loper.message.AccountId;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisServer;
import dev.loper.reply.OutboundQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Waits that begin and waits that end, as they are counted in the step that begins and ends them.
class RedisFlowTests {

    private static final QueueId ORDERS = new QueueId("orders");
    private static final QueueId BILLING = new QueueId("billing");

    private final RedisServer.Fresh fresh = RedisServer.fresh();
    private final Rig rig = new Rig(fresh, message -> new QueueChoice.Route(ORDERS, null));
    private final RedisFlow flow = new RedisFlow(fresh.store(), fresh.keys());

    @Test
    void aWaitCountsOnceHoweverMuchTheCustomerWrites() {
        rig.says(Given.sms().from(Given.ADA).saying("Hello?"));
        rig.says(Given.sms().from(Given.ADA).saying("Is anybody there?"));

        assertThat(now().beganLastHour()).isEqualTo(1);
        assertThat(now().answeredLastHour()).isZero();
        assertThat(now().began().stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
    }

    @Test
    void anAnswerCountsIfSomebodyWaitedForIt() {
        Appended.Stored ada = rig.says(Given.sms().from(Given.ADA).saying("Hello?"));
        rig.answers(ada.topic(), Given.ADA, "Hello!");
        rig.answers(ada.topic(), Given.ADA, "What can I do for you?");

        assertThat(now().answeredLastHour()).isEqualTo(1);
    }

    @Test
    void anAnswerThatIsTakenBackNeverCounted() {
        Appended.Stored ada = rig.says(Given.sms().from(Given.ADA).saying("Hello?"));
        Added.Stored answer = (Added.Stored) rig.answers(ada.topic(), Given.ADA, "Hello!");

        new OutboundQueue(fresh.store(), fresh.keys(), Clock.systemUTC(), Days.UTC).withdraw(
                new OutboundQueue.Job(new AccountId("sms-main"), answer.home(), answer.entry()), ada.topic());

        assertThat(now().answeredLastHour()).isZero();
    }

    @Test
    void queuesAreCountedApart() {
        rig.says(Given.sms().from(Given.ADA).saying("Hello?"));

        assertThat(flow.of(List.of(ORDERS, BILLING), Instant.now()).get(BILLING)).isEqualTo(RedisFlow.Flow.NONE);
    }

    @Test
    void whatIsTwoHoursOldIsForgottenAndItsPlaceTakenOver() {
        rig.says(Given.sms().from(Given.ADA).saying("Hello?"));

        assertThat(flow.of(List.of(ORDERS), Instant.now().plus(Duration.ofMinutes(61))).get(
                ORDERS)).extracting(RedisFlow.Flow::beganLastHour).isEqualTo(0);
        assertThat(flow.of(List.of(ORDERS), Instant.now().plus(Duration.ofMinutes(126))).get(ORDERS)).isEqualTo(
                RedisFlow.Flow.NONE);
        assertThat(fresh.redis().hlen(fresh.keys().of(Family.FLOW))).isEqualTo(1);
    }

    private RedisFlow.Flow now() {
        return java.util.Objects.requireNonNull(flow.of(List.of(ORDERS), Instant.now()).get(ORDERS));
    }
}
