package dev.loper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loper.channel.twilio.TwilioMemory;
import dev.loper.channel.twilio.TwilioStandIn;
import dev.loper.channel.twilio.TwilioStandIn.Answer;
import dev.loper.channel.twilio.TwilioStandIn.Asked;
import dev.loper.channel.twilio.TwilioWorld;
import dev.loper.message.AccountId;
import dev.loper.message.HomeId;
import dev.loper.redis.RedisKeys;
import dev.loper.reply.OutboundQueue;
import dev.loper.reply.PassingTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.UnifiedJedis;
import tools.jackson.databind.JsonNode;

/// The product as a process of its own, ended while Twilio has an answer in its hands: the customer gets it once, and
/// what became of it is known.
class OutboundCrashTests {

    private static final AccountId SMS = new AccountId("sms-main");
    private static final String ADA = "+31619990001";
    private static final RedisKeys KEYS = new RedisKeys("main");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path data;
    private final TwilioStandIn server = new TwilioStandIn();
    private final TwilioMemory twilio = new TwilioMemory();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch answers = new CountDownLatch(1);
    private RunningProduct product;
    private String conversation;

    @BeforeEach
    void adaHasWritten() throws Exception {
        product = new RunningProduct(data, "--loper.sandbox-url=" + server.url(), "--loper.reply.undo=0s",
                "--loper.twilio.reconcile-first-after=1d");
        String hook = "/hooks/twilio/sms-main/message";
        Map<String, String> form = Map.of("MessageSid", "SM00000000000000000000000000000001", "From", ADA, "To",
                "+3197010280001", "Body", "Where is it?", "NumMedia", "0");
        await().atMost(Duration.ofMinutes(5)).until(() -> product.hook(hook, TwilioWorld.encode(form),
                TwilioWorld.signature(product.url(hook), form, TwilioWorld.TOKEN)));
        conversation = items("/api/v1/inbox?view=all").stream().filter(
                item -> item.at("/customer/name").asString().equals(ADA)).map(
                        item -> item.get("conversation").asString()).findFirst().orElseThrow();
    }

    @AfterEach
    void stop() throws InterruptedException {
        answers.countDown();
        product.close();
        server.close();
    }

    @Test
    void anAnswerTwilioTookBeforeTheKillIsNotSentAgain() throws Exception {
        holdingOn(twilio);
        answer("Tomorrow.");
        awaitTwilio();
        product.kill();
        assertThat(twilio.taken()).hasSize(1);

        startLater();
        await().atMost(Duration.ofMinutes(5)).until(() -> delivery("Tomorrow."), "sent"::equals);
        assertThat(twilio.taken()).hasSize(1);
    }

    @Test
    void anAnswerTwilioNeverTookIsSentAfterTheKill() throws Exception {
        holdingOn(asked -> Answer.status(500));
        answer("Tomorrow.");
        awaitTwilio();
        product.kill();
        assertThat(twilio.taken()).isEmpty();

        startLater();
        await().atMost(Duration.ofMinutes(5)).until(() -> delivery("Tomorrow."), "sent"::equals);
        assertThat(twilio.taken()).singleElement().satisfies(taken -> assertThat(taken.to()).isEqualTo(ADA));
    }

    @Test
    void whoeverEndsItInAnOrderlyWayWaitsForWhatIsBeingSent() throws Exception {
        holdingOn(twilio);
        answer("Tomorrow.");
        awaitTwilio();
        product.terminate();
        await().atMost(Duration.ofMinutes(1)).until(
                () -> product.log().contains("Loper stops when what is being sent has ended"));
        answers.countDown();
        await().atMost(Duration.ofMinutes(1)).until(() -> !product.isRunning());

        server.answer(twilio::apply);
        product.start();
        await().atMost(Duration.ofMinutes(5)).ignoreExceptions().until(() -> delivery("Tomorrow."), "sent"::equals);
        assertThat(twilio.taken()).hasSize(1);
    }

    /// Twilio does with the next answer what it does, and tells nobody until it is asked to.
    private void holdingOn(Function<Asked, Answer> deed) {
        server.answer(asked -> {
            if (!TwilioMemory.isSend(asked)) {
                return twilio.apply(asked);
            }
            Answer answer = deed.apply(asked);
            reached.countDown();
            try {
                answers.await();
            } catch (InterruptedException e) {
                return null;
            }
            return answer;
        });
    }

    private void awaitTwilio() {
        await().atMost(Duration.ofMinutes(1)).until(() -> reached.getCount() == 0);
    }

    /// Starts it again as if the lease of what it was sending had ended meanwhile.
    private void startLater() {
        server.answer(twilio::apply);
        try (UnifiedJedis redis = product.connect()) {
            List<String> lanes = redis.zrange(KEYS.outbound(SMS), 0, -1);
            PassingTime.of(OutboundQueue.LEASE, redis, KEYS, SMS, new HomeId(lanes.getFirst()));
        }
        product.start();
        await().atMost(Duration.ofMinutes(5)).ignoreExceptions().until(() -> delivery("Tomorrow."), state -> true);
    }

    private void answer(String words) throws IOException, InterruptedException {
        product.post("/api/v1/conversations/" + conversation + "/messages",
                Map.of("channel", "sms", "text", words, "clientId", "c-1"));
    }

    private String delivery(String words) throws IOException, InterruptedException {
        return items("/api/v1/conversations/" + conversation + "/entries").stream().filter(
                entry -> entry.get("text").asString().equals(words)).map(
                        entry -> entry.get("delivery").asString()).findFirst().orElseThrow();
    }

    private List<JsonNode> items(String path) throws IOException, InterruptedException {
        return StreamSupport.stream(product.get(path).get("items").spliterator(), false).toList();
    }
}
