package dev.loper.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loper.MovableClock;
import dev.loper.Days;
import dev.loper.channel.OutboundPort;
import dev.loper.channel.twilio.TwilioMemory;
import dev.loper.channel.twilio.TwilioStandIn;
import dev.loper.channel.twilio.TwilioStandIn.Answer;
import dev.loper.channel.twilio.TwilioTest;
import dev.loper.conversation.ConversationFixture;
import dev.loper.conversation.Entry;
import dev.loper.message.AccountId;
import dev.loper.message.Delivery;
import dev.loper.message.HomeId;
import dev.loper.redis.FragileStore;
import dev.loper.redis.RedisServer;
import dev.loper.redis.StoreUnavailableException;
import dev.loper.reply.Channels;
import dev.loper.reply.DeliveryAttempt;
import dev.loper.reply.OutboundComposer;
import dev.loper.reply.OutboundQueue;
import dev.loper.reply.OutboundQueue.Claim;
import dev.loper.reply.OutboundQueue.Job;
import dev.loper.reply.PassingTime;
import dev.loper.reply.ReplyFixture;
import dev.loper.reply.RetrySchedule;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.integration.config.EnableIntegration;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The way out between a real Redis and Twilio's stand-in, when a process dies or Redis goes away in the middle: nothing
/// is sent twice, and nobody is asked what can be found out.
@TwilioTest
class OutboundPipelineTests {

    private static final AccountId SMS = new AccountId("sms-main");
    private static final JsonMapper JSON = new JsonMapper();

    private final RedisServer.Fresh whole = RedisServer.fresh();
    private final FragileStore line = FragileStore.of(whole);
    private final RedisServer.Fresh fresh = new RedisServer.Fresh(whole.redis(), line, whole.keys());
    private final ConversationFixture talk = new ConversationFixture(fresh);
    private final TwilioMemory twilio = new TwilioMemory();

    @Autowired
    private TwilioStandIn server;
    @Autowired
    private List<OutboundPort> ports;
    @Autowired
    private MovableClock clock;

    private OutboundQueue queue;
    private AnnotationConfigApplicationContext node;

    @EnableIntegration
    @Import({OutboundPipeline.class, OutboundPipeline.DeliveryGateway.class})
    static class Flow {}

    @BeforeEach
    void start() {
        clock.reset();
        clock.advance(Duration.between(clock.instant(), Clock.systemUTC().instant()));
        server.answer(twilio::apply);
        queue = new OutboundQueue(line, fresh.keys(), clock, Days.UTC);
        node = node(ports);
        talk.says("Where is it?");
    }

    private AnnotationConfigApplicationContext node(List<OutboundPort> connected) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(OutboundComposer.class, () -> ReplyFixture.composer(fresh, talk));
        context.registerBean(Channels.class, () -> new Channels(connected));
        context.registerBean(OutboundQueue.class, () -> queue);
        context.registerBean(RetrySchedule.class, () -> new RetrySchedule());
        context.registerBean(Clock.class, () -> clock);
        context.register(Flow.class);
        context.refresh();
        return context;
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void anAnswerIsSentOnceAndItsEndWrittenDown() {
        Entry answer = talk.answers("Tomorrow.");
        run(answer);
        run(answer);
        assertThat(delivery(answer)).isEqualTo(Delivery.SENT);
        assertThat(twilio.taken()).singleElement().satisfies(
                taken -> assertThat(taken.body()).isEqualTo("Tomorrow."));
    }

    @Test
    void ofAProcessKilledBeforeTheSendTheLogSaysSoAndItIsSent() {
        Entry answer = talk.answers("Tomorrow.");
        assertThat(queue.claim(job(answer))).isInstanceOf(Claim.Send.class);
        passes(OutboundQueue.LEASE);

        run(answer);
        assertThat(delivery(answer)).isEqualTo(Delivery.QUEUED);
        passes(Duration.ofMinutes(1));
        run(answer);
        assertThat(delivery(answer)).isEqualTo(Delivery.SENT);
        assertThat(twilio.taken()).hasSize(1);
    }

    @Test
    void ofAProcessKilledAfterTheSendTheLogSaysSoAndItIsNotSentAgain() {
        Entry answer = talk.answers("Tomorrow.");
        assertThat(queue.claim(job(answer))).isInstanceOf(Claim.Send.class);
        ReplyFixture.composer(fresh, talk).compose(job(answer)).ifPresent(message -> sms().send(message));
        passes(OutboundQueue.LEASE);

        run(answer);
        assertThat(delivery(answer)).isEqualTo(Delivery.SENT);
        assertThat(twilio.taken()).hasSize(1);
    }

    @Test
    void aLogThatCannotBeReadAtTheFirstLookIsAskedAgain() {
        Entry answer = talk.answers("Tomorrow.");
        queue.claim(job(answer));
        passes(Duration.ofHours(1));

        server.answer(asked -> Answer.status(503));
        run(answer);
        assertThat(delivery(answer)).isEqualTo(Delivery.SENDING);
        server.answer(twilio::apply);
        passes(Duration.ofSeconds(5));
        run(answer);
        assertThat(delivery(answer)).isEqualTo(Delivery.QUEUED);
    }

    @Test
    void aLogThatCannotBeReadForLongLeavesItToAPerson() {
        Entry answer = talk.answers("Tomorrow.");
        queue.claim(job(answer));
        passes(OutboundQueue.LEASE);
        server.answer(asked -> Answer.status(503));
        run(answer);
        passes(Duration.ofSeconds(90));
        run(answer);
        assertThat(delivery(answer)).isEqualTo(Delivery.UNCONFIRMED);
    }

    @Test
    void aLineThatBreaksAfterTheHandoverIsSettledByTheLogAndNotSentAgain() {
        Entry answer = talk.answers("Tomorrow.");
        server.answer(asked -> {
            twilio.apply(asked);
            return null;
        });
        run(answer);
        assertThat(delivery(answer)).isEqualTo(Delivery.SENDING);

        server.answer(twilio::apply);
        passes(Duration.ofSeconds(5));
        run(answer);
        assertThat(delivery(answer)).isEqualTo(Delivery.SENT);
        assertThat(twilio.taken()).hasSize(1);
    }

    @Test
    void whileRedisIsAwayNothingIsMarkedAndNothingIsInDoubt() {
        Entry answer = talk.answers("Tomorrow.");
        line.fail(1);
        assertThatThrownBy(() -> run(answer)).isInstanceOf(StoreUnavailableException.class);
        assertThat(delivery(answer)).isEqualTo(Delivery.QUEUED);

        run(answer);
        assertThat(delivery(answer)).isEqualTo(Delivery.SENT);
        assertThat(state(answer).get("attempts").asInt()).isEqualTo(1);
    }

    @Test
    void whatWasSentWhileRedisWasAwayIsWrittenDownWhenItIsBack() {
        Entry answer = talk.answers("Tomorrow.");
        server.answer(asked -> {
            line.fail(1);
            return twilio.apply(asked);
        });
        run(answer);
        assertThat(delivery(answer)).isEqualTo(Delivery.SENT);
    }

    @Test
    void anAnswerThatCannotBePutTogetherFailsAndTheNextOneLeaves() {
        Entry broken = talk.answers("Tomorrow.");
        Entry next = talk.answers("Or the day after.");
        ObjectNode body = (ObjectNode) JSON.readTree(
                fresh.redis().hget(fresh.keys().entries(home()), broken.id().value()));
        fresh.redis().hset(fresh.keys().entries(home()), broken.id().value(),
                body.put("address", "claimed/pigeon:coo").toString());
        run(broken);
        run(next);
        assertThat(state(broken).get("delivery").asString()).isEqualTo("failed");
        assertThat(delivery(next)).isEqualTo(Delivery.SENT);
    }

    @Test
    void ofAnAttemptOnAnAccountThatIsGoneNobodySaysThatItDidNotLeave() {
        Entry attempted = talk.answers("Tomorrow.");
        Entry untouched = talk.answers("Or the day after.");
        queue.claim(job(attempted));
        node.close();
        node = node(List.of());

        passes(OutboundQueue.LEASE);
        run(attempted);
        passes(Duration.ofSeconds(90));
        run(attempted);
        assertThat(delivery(attempted)).isEqualTo(Delivery.UNCONFIRMED);
        run(untouched);
        assertThat(delivery(untouched)).isEqualTo(Delivery.FAILED);
        assertThat(talk.entry(untouched).deliveryReason()).contains("not connected any more");
    }

    private void run(Entry answer) {
        node.getBean(DeliveryAttempt.class).run(job(answer));
    }

    private OutboundPort sms() {
        return new Channels(ports).account(SMS).flatMap(
                account -> new Channels(ports).port(account.channel())).orElseThrow();
    }

    private Delivery delivery(Entry answer) {
        return Objects.requireNonNull(talk.entry(answer).delivery());
    }

    private void passes(Duration time) {
        PassingTime.of(time, fresh.redis(), fresh.keys(), SMS, home());
    }

    private ObjectNode state(Entry answer) {
        return (ObjectNode) JSON.readTree(fresh.redis().hget(fresh.keys().states(home()), answer.id().value()));
    }

    private HomeId home() {
        return talk.conversation().homes().getFirst();
    }

    private static Job job(Entry answer) {
        return new Job(SMS, answer.home(), answer.id());
    }
}
