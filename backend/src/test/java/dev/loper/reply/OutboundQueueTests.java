package dev.loper.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Days;
import dev.loper.channel.SendResult;
import dev.loper.conversation.Added;
import dev.loper.conversation.ConversationFixture;
import dev.loper.conversation.Entry;
import dev.loper.conversation.Rig;
import dev.loper.conversation.Topic;
import dev.loper.message.AccountId;
import dev.loper.message.Author;
import dev.loper.message.Delivery;
import dev.loper.message.PersonId;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisServer;
import dev.loper.reply.OutboundQueue.Claim;
import dev.loper.reply.OutboundQueue.Job;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class OutboundQueueTests {

    private static final AccountId SMS = new AccountId("sms-main");
    private final RedisServer.Fresh fresh = workspace();
    private final ConversationFixture talk = new ConversationFixture(fresh);
    private final OutboundQueue queue = new OutboundQueue(fresh.store(), fresh.keys(), Clock.systemUTC(), Days.UTC);

    /// Where it runs; on a Cluster in the subclass.
    RedisServer.Fresh workspace() {
        return RedisServer.fresh();
    }

    @Test
    void anAnswerIsClaimedOnceThoughManyWorkersLook() throws Exception {
        talk.says("Hello?");
        talk.answers("Good morning.");
        Job job = queue.due(SMS, 10).getFirst();

        List<Callable<Claim>> workers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            workers.add(() -> queue.claim(job));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Claim> claims = new ArrayList<>();
            for (var done : threads.invokeAll(workers)) {
                claims.add(done.get());
            }
            assertThat(claims).filteredOn(claim -> claim instanceof Claim.Send).hasSize(1);
            assertThat(claims).filteredOn(claim -> claim instanceof Claim.Nothing).hasSize(19);
        }
    }

    @Test
    void answersToOneAddressLeaveOneAfterTheOther() {
        talk.says("Hello?");
        Entry first = talk.answers("One.");
        Entry second = talk.answers("Two.");

        Claim.Send claim = claimDue();
        assertThat(claim.job().entry()).isEqualTo(first.id());
        assertThat(queue.due(SMS, 10)).isEmpty();

        queue.finish(claim.job(), claim.attempt(), new SendResult.Sent("SM-1", Delivery.SENT), SMS, Duration.ZERO);
        assertThat(claimDue().job().entry()).isEqualTo(second.id());
    }

    @Test
    void whileItCanBeUndoneItIsNotDueAndWithdrawingGivesTheWaitBack() {
        talk.says("Hello?");
        var waiting = talk.topic().waitingSince();
        Entry answer = talk.answers("Wrong window.", Duration.ofMinutes(1));
        assertThat(talk.topic().waitingSince()).isNull();
        assertThat(queue.due(SMS, 10)).isEmpty();

        assertThat(queue.withdraw(job(answer), answer.topic())).isTrue();

        assertThat(talk.entry(answer).delivery()).isEqualTo(Delivery.WITHDRAWN);
        assertThat(talk.topic().waitingSince()).isEqualTo(waiting);
        assertThat(fresh.redis().exists(fresh.keys().outbound(SMS))).isFalse();
    }

    @Test
    void withdrawingGivesBackTheRowAndTheTopic() {
        talk.says("Hello?");
        Entry answer = talk.answers("Wrong window.", Duration.ofMinutes(1));
        assertThat(talk.topic().preview()).isEqualTo("Wrong window.");
        assertThat(talk.topic().assignee()).isNotNull();

        queue.withdraw(job(answer), answer.topic());

        assertThat(talk.topic().preview()).isEqualTo("Hello?");
        assertThat(talk.topic().previewBy()).isEqualTo("customer");
        assertThat(talk.topic().assignee()).isNull();
        assertThat(talk.topic().views()).contains("unassigned");
    }

    @Test
    void withdrawingLeavesTheTopicWithWhomItWasGivenToMeanwhile() {
        talk.says("Hello?");
        Entry answer = talk.answers("Wrong window.", Duration.ofMinutes(1));
        new Rig(fresh).commands.assign(talk.conversation(), talk.topic(), new PersonId("p-bram"),
                "Bram", new Author(Author.Kind.AGENT, "p-inge", "Inge"));

        queue.withdraw(job(answer), answer.topic());

        assertThat(talk.topic().assignee()).isEqualTo(new PersonId("p-bram"));
    }

    @Test
    void withdrawingLeavesAloneWhatCameAfterTheAnswer() {
        talk.says("Hello?");
        Entry answer = talk.answers("Wrong window.", Duration.ofMinutes(1));
        talk.says("Are you there?");

        queue.withdraw(job(answer), answer.topic());

        assertThat(talk.topic().preview()).isEqualTo("Are you there?");
    }

    @Test
    void afterAnAttemptItCannotBeTakenBack() {
        talk.says("Hello?");
        Entry answer = talk.answers("Good morning.");
        claimDue();

        assertThat(queue.withdraw(job(answer), answer.topic())).isFalse();
        assertThat(talk.entry(answer).delivery()).isEqualTo(Delivery.SENDING);
    }

    @Test
    void anAttemptNobodySawEndIsSettledAndNotSentAgain() {
        talk.says("Hello?");
        Entry answer = talk.answers("Good morning.");
        Claim.Send lost = claimDue();
        fresh.redis().zadd(fresh.keys().outbound(SMS), 1, talk.conversation().homes().getFirst().value());

        Claim again = queue.claim(queue.due(SMS, 10).getFirst());

        assertThat(again).isInstanceOfSatisfying(Claim.Settle.class, settle -> {
            assertThat(settle.job()).isEqualTo(job(answer));
            assertThat(settle.attempt()).isEqualTo(1);
        });
        queue.finish(job(answer), 1, new SendResult.Unconfirmed("Nobody knows."), SMS, Duration.ZERO);
        queue.finish(lost.job(), lost.attempt(), new SendResult.Retry("late", null), SMS, Duration.ZERO);
        assertThat(talk.entry(answer).delivery()).isEqualTo(Delivery.UNCONFIRMED);
        assertThat(queue.due(SMS, 10)).isEmpty();
        assertThat(talk.topic().failed()).isEqualTo(answer.id());
    }

    @Test
    void aRetryWaitsAndHoldsBackWhatComesAfterIt() {
        talk.says("Hello?");
        Entry first = talk.answers("One.");
        talk.answers("Two.");
        Claim.Send claim = claimDue();
        queue.finish(claim.job(), claim.attempt(), new SendResult.Retry("busy", null), SMS, Duration.ofMinutes(1));

        assertThat(queue.due(SMS, 10)).isEmpty();
        assertThat(talk.entry(first).delivery()).isEqualTo(Delivery.QUEUED);
        assertThat(talk.entry(first).deliveryReason()).isEqualTo("busy");
    }

    @Test
    void aReceiptNeverTakesAStateBack() {
        talk.says("Hello?");
        Entry answer = talk.answers("Good morning.");
        Claim.Send claim = claimDue();
        queue.finish(claim.job(), claim.attempt(), new SendResult.Sent("SM-1", Delivery.SENT), SMS, Duration.ZERO);

        assertThat(receipt(answer, Delivery.READ)).isTrue();
        assertThat(receipt(answer, Delivery.DELIVERED)).isFalse();
        assertThat(receipt(answer, Delivery.FAILED)).isFalse();
        assertThat(talk.entry(answer).delivery()).isEqualTo(Delivery.READ);
    }

    @Test
    void aFailedAnswerMarksItsTopicUntilItIsSentAgain() {
        talk.says("Hello?");
        Entry answer = talk.answers("Good morning.");
        Claim.Send claim = claimDue();
        queue.finish(claim.job(), claim.attempt(), new SendResult.Failed("No such number."), SMS, Duration.ZERO);
        assertThat(talk.topic().failed()).isEqualTo(answer.id());

        assertThat(queue.resend(job(answer))).isTrue();
        Claim.Send second = claimDue();
        assertThat(second.attempt()).isEqualTo(2);
        queue.finish(second.job(), 2, new SendResult.Sent("SM-2", Delivery.SENT), SMS, Duration.ZERO);
        assertThat(talk.topic().failed()).isNull();
    }

    @Test
    void anAnswerThatDoesNotArriveHasAnsweredNobodyUntilItDoes() {
        talk.says("Hello?");
        var waiting = talk.topic().waitingSince();
        Entry answer = talk.answers("Good morning.");
        Claim.Send claim = claimDue();
        queue.finish(claim.job(), claim.attempt(), new SendResult.Sent("SM-1", Delivery.SENT), SMS, Duration.ZERO);
        assertThat(talk.topic().waitingSince()).isNull();

        receipt(answer, Delivery.FAILED);
        assertThat(talk.topic().waitingSince()).isEqualTo(waiting);
        assertThat(fresh.redis().hvals(fresh.keys().of(Family.FLOW))).noneMatch(
                minute -> minute.contains("\"answered\":1"));
        receipt(answer, Delivery.DELIVERED);
        assertThat(talk.topic().waitingSince()).isNull();
        assertThat(talk.topic().failed()).isNull();
    }

    @Test
    void anAnswerThatIsSentOnceMoreAnswersAgain() {
        talk.says("Hello?");
        Entry answer = talk.answers("Good morning.");
        Claim.Send claim = claimDue();
        queue.finish(claim.job(), claim.attempt(), new SendResult.Failed("No such number."), SMS, Duration.ZERO);
        assertThat(talk.topic().waitingSince()).isNotNull();

        queue.resend(job(answer));

        assertThat(talk.topic().waitingSince()).isNull();
    }

    @Test
    void aTopicThatWasResolvedWithAnAnswerThatFailsIsOpenAgain() {
        talk.says("Hello?");
        var waiting = talk.topic().waitingSince();
        talk.answers("Good morning.");
        Rig rig = new Rig(fresh);
        rig.commands.resolve(talk.conversation(), talk.topic().id(), Rig.LOTTE);
        Claim.Send claim = claimDue();

        queue.finish(claim.job(), claim.attempt(), new SendResult.Failed("No such number."), SMS, Duration.ZERO);

        assertThat(talk.topic().status()).isEqualTo(Topic.Status.OPEN);
        assertThat(talk.topic().waitingSince()).isEqualTo(waiting);
    }

    @Test
    void aTopicThatWasResolvedAfterAnotherAnswerStaysSo() {
        talk.says("Hello?");
        talk.answers("Good morning.");
        talk.answers("Your lamp is on its way.");
        new Rig(fresh).commands.resolve(talk.conversation(), talk.topic().id(), Rig.LOTTE);
        Claim.Send claim = claimDue();

        queue.finish(claim.job(), claim.attempt(), new SendResult.Failed("No such number."), SMS, Duration.ZERO);

        assertThat(talk.topic().status()).isEqualTo(Topic.Status.RESOLVED);
    }

    /// The receipt of a first attempt may come while the second is on its way.
    @Test
    void whatAReceiptSettledMeanwhileHoldsNobodyBack() {
        talk.says("Hello?");
        Entry first = talk.answers("One.");
        Entry second = talk.answers("Two.");
        Claim.Send lost = claimDue();
        queue.finish(lost.job(), 1, new SendResult.Unconfirmed("Nobody knows."), SMS, Duration.ZERO);
        Claim.Send next = claimDue();
        queue.finish(next.job(), 1, new SendResult.Sent("SM-2", Delivery.SENT), SMS, Duration.ZERO);
        queue.resend(job(first));
        Entry third = talk.answers("Three.");
        Claim.Send again = claimDue();
        receipt(first, Delivery.DELIVERED);

        queue.finish(again.job(), again.attempt(), new SendResult.Sent("SM-3", Delivery.SENT), SMS, Duration.ZERO);

        assertThat(talk.entry(second).delivery()).isEqualTo(Delivery.SENT);
        assertThat(claimDue().job().entry()).isEqualTo(third.id());
    }

    @Test
    void anAnswerWrittenOnAnOldScreenIsRefusedAndWritesNothing() {
        Entry seen = talk.says("Hello?");
        Entry newer = talk.says("Never mind!");

        assertThat(talk.tryAnswer("Good morning.", seen.id(), "c-1")).isEqualTo(new Added.Stale(newer.id(),
                seen.id()));
        assertThat(talk.entries()).hasSize(2);
        assertThat(talk.tryAnswer("Good morning.", newer.id(), "c-1")).isInstanceOf(Added.Stored.class);
    }

    @Test
    void theSameClientIdIsOneAnswer() {
        Entry seen = talk.says("Hello?");
        Added first = talk.tryAnswer("Good morning.", seen.id(), "c-1");
        Added second = talk.tryAnswer("Good morning.", seen.id(), "c-1");

        assertThat(second).isInstanceOfSatisfying(Added.Repeat.class,
                repeat -> assertThat(repeat.entry()).isEqualTo(((Added.Stored) first).entry()));
        assertThat(talk.entries()).hasSize(2);
    }

    private Claim.Send claimDue() {
        return (Claim.Send) queue.claim(queue.due(SMS, 10).getFirst());
    }

    private boolean receipt(Entry answer, Delivery state) {
        return queue.receipt(answer.home(), answer.id(), state, 1, null);
    }

    private Job job(Entry answer) {
        return new Job(SMS, answer.home(), answer.id());
    }
}
