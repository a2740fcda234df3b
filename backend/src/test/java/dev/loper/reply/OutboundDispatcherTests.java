package dev.loper.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loper.Given;
import dev.loper.Days;
import dev.loper.channel.SendResult;
import dev.loper.conversation.ConversationFixture;
import dev.loper.conversation.Entry;
import dev.loper.message.AccountId;
import dev.loper.message.Delivery;
import dev.loper.redis.RedisServer;
import dev.loper.reply.OutboundQueue.Claim;
import dev.loper.reply.OutboundQueue.Job;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a node begins, and how it stops, with a provider that takes its time.
class OutboundDispatcherTests {

    private static final AccountId SMS = new AccountId("sms-main");

    private final RedisServer.Fresh fresh = RedisServer.fresh();
    private final ConversationFixture ada = new ConversationFixture(fresh);
    private final ConversationFixture grace = new ConversationFixture(fresh, Given.GRACE);
    private final OutboundQueue queue = new OutboundQueue(fresh.store(), fresh.keys(), Clock.systemUTC(), Days.UTC);
    private final List<Job> begun = new CopyOnWriteArrayList<>();
    private final CountDownLatch provider = new CountDownLatch(1);
    private final OutboundDispatcher dispatcher = new OutboundDispatcher(queue, this::attempt, Clock.systemUTC());

    @AfterEach
    void stop() {
        provider.countDown();
        dispatcher.stop();
    }

    @Test
    void whatIsDueIsBegunAndAddressesDoNotWaitForEachOther() {
        Entry first = says(ada, "One.");
        Entry second = says(grace, "Two.");
        dispatcher.start();
        await().until(() -> begun.containsAll(List.of(job(first), job(second))));
        provider.countDown();
        await().until(() -> ada.entry(first).delivery() == Delivery.SENT);
        await().until(() -> grace.entry(second).delivery() == Delivery.SENT);
    }

    @Test
    void itStopsWhenWhatIsUnderWayHasEndedAndBeginsNothingMore() {
        Entry sending = says(ada, "One.");
        dispatcher.start();
        await().until(() -> begun.contains(job(sending)));

        CountDownLatch stopped = new CountDownLatch(1);
        dispatcher.stop(stopped::countDown);
        Entry later = says(grace, "Two.");
        assertThat(stopped.getCount()).isOne();
        provider.countDown();
        await().until(() -> stopped.getCount() == 0);

        assertThat(ada.entry(sending).delivery()).isEqualTo(Delivery.SENT);
        assertThat(grace.entry(later).delivery()).isEqualTo(Delivery.QUEUED);
        assertThat(begun).containsExactly(job(sending));
    }

    @Test
    void withNothingUnderWayItStopsAtOnce() {
        dispatcher.start();
        CountDownLatch stopped = new CountDownLatch(1);
        dispatcher.stop(stopped::countDown);
        await().until(() -> stopped.getCount() == 0);
    }

    @Test
    void afterAStopItBeginsAgain() {
        provider.countDown();
        Entry first = says(ada, "One.");
        dispatcher.start();
        await().until(() -> ada.entry(first).delivery() == Delivery.SENT);
        CountDownLatch stopped = new CountDownLatch(1);
        dispatcher.stop(stopped::countDown);
        await().until(() -> stopped.getCount() == 0);

        Entry second = says(grace, "Two.");
        dispatcher.start();
        await().until(() -> grace.entry(second).delivery() == Delivery.SENT);
    }

    @Test
    void anAttemptThatOutlastsItsLeaseIsNotFoundOutAboutByTheNodeThatMakesIt() {
        Entry slow = says(ada, "One.");
        dispatcher.start();
        await().until(() -> ada.entry(slow).delivery() == Delivery.SENDING);
        fresh.redis().zadd(fresh.keys().outbound(SMS), 1, slow.home().value());

        Entry next = says(grace, "Two.");
        await().until(() -> begun.contains(job(next)));
        assertThat(begun).containsOnlyOnce(job(slow));
        provider.countDown();
        await().until(() -> ada.entry(slow).delivery() == Delivery.SENT);
    }

    private void attempt(Job job) {
        begun.add(job);
        if (queue.claim(job) instanceof Claim.Attempt claim) {
            try {
                provider.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            queue.finish(job, claim.attempt(), new SendResult.Sent("SM-" + job.entry(), Delivery.SENT), SMS,
                    Duration.ZERO);
        }
    }

    private static Entry says(ConversationFixture talk, String words) {
        talk.says("Hello?");
        return talk.answers(words);
    }

    private static Job job(Entry answer) {
        return new Job(SMS, answer.home(), answer.id());
    }
}
