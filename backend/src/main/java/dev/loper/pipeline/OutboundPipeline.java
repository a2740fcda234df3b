package dev.loper.pipeline;

import dev.loper.channel.OutboundMessage;
import dev.loper.channel.OutboundPort;
import dev.loper.channel.SendResult;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelKind;
import dev.loper.reply.Channels;
import dev.loper.reply.DeliveryAttempt;
import dev.loper.reply.OutboundComposer;
import dev.loper.reply.OutboundQueue;
import dev.loper.reply.OutboundQueue.Claim;
import dev.loper.reply.OutboundQueue.Job;
import dev.loper.reply.RetrySchedule;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.annotation.MessagingGateway;
import org.springframework.integration.dsl.DirectChannelSpec;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.dsl.MessageChannels;
import org.springframework.messaging.MessageHeaders;

/// The way out: `Claim → Prepared → Attempted → written down`.
///
/// The mark that an attempt begins is durable before this flow starts. Whatever happens in it, the last stage writes
/// down how it ended; if even that fails, the lease runs out and the attempt is settled.
@Configuration(proxyBeanMethods = false)
class OutboundPipeline {

    static final String DELIVERY = "deliveryRequests";
    private static final Logger log = LoggerFactory.getLogger(OutboundPipeline.class);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(90);

    private final OutboundComposer composer;
    private final Channels channels;
    private final OutboundQueue queue;
    private final RetrySchedule schedule;
    private final Clock clock;

    OutboundPipeline(OutboundComposer composer, Channels channels, OutboundQueue queue, RetrySchedule schedule,
            Clock clock) {
        this.clock = clock;
        this.composer = composer;
        this.channels = channels;
        this.queue = queue;
        this.schedule = schedule;
    }

    /// The delivery flow's door, as the dispatcher sees it.
    @MessagingGateway(name = "deliveryAttempt", defaultRequestChannel = DELIVERY)
    interface DeliveryGateway extends DeliveryAttempt {

        @Override
        void run(Claim claim);
    }

    @Bean(DELIVERY)
    DirectChannelSpec deliveryRequests() {
        return MessageChannels.direct();
    }

    @Bean
    IntegrationFlow delivery() {
        return IntegrationFlow.from(DELIVERY).transformWith(
                step -> step.<Claim, Prepared>transformer(this::prepare).id("delivery.prepare")).transformWith(
                        step -> step.<Prepared, Attempted>transformer(this::attempt).id("delivery.attempt")).handle(
                                Attempted.class, this::writeDown, step -> step.id("delivery.finish")).get();
    }

    /// A claimed answer with everything its channel needs; no message if something of it is gone.
    private record Prepared(Claim claim, Job job, int attempt, @Nullable OutboundMessage message,
            @Nullable OutboundPort port) {}

    /// How the attempt ended.
    private record Attempted(Claim claim, Job job, int attempt, @Nullable ChannelKind channel, SendResult result) {}

    private Prepared prepare(Claim claim) {
        return switch (claim) {
            case Claim.Send send -> prepared(send, send.job(), send.attempt());
            case Claim.Settle settle -> prepared(settle, settle.job(), settle.attempt());
            case Claim.Nothing() -> throw new IllegalArgumentException("Nothing was claimed.");
        };
    }

    private Prepared prepared(Claim claim, Job job, int attempt) {
        OutboundPort port = channels.account(job.account()).flatMap(account -> channels.port(account.channel())).orElse(
                null);
        return new Prepared(claim, job, attempt, composer.compose(job).orElse(null), port);
    }

    private Attempted attempt(Prepared prepared) {
        OutboundPort port = prepared.port();
        ChannelKind channel = port == null ? null : port.channel();
        return new Attempted(prepared.claim(), prepared.job(), prepared.attempt(), channel,
                outcome(prepared, port, prepared.message()));
    }

    private static SendResult outcome(Prepared prepared, @Nullable OutboundPort port,
            @Nullable OutboundMessage message) {
        if (port == null) {
            return new SendResult.Failed("The account “" + prepared.job().account()
                    + "” is not connected any more. Answer on another channel.");
        }
        if (message == null) {
            return new SendResult.Failed("The address it was meant for is gone. Answer on another channel.");
        }
        try {
            return prepared.claim() instanceof Claim.Settle ? port.settle(message) : port.send(message);
        } catch (RuntimeException e) {
            log.error("Sending {} on {} ended unexpectedly.", message.entry(), message.account(), e);
            return new SendResult.Unconfirmed("Something broke while it was being sent. Ask the customer whether it"
                    + " arrived before you send it again.");
        }
    }

    private @Nullable Object writeDown(Attempted attempted, MessageHeaders headers) {
        if (attempted.result() instanceof SendResult.Unconfirmed && mayStillBeFoundOut(attempted.claim())) {
            queue.lookAgain(attempted.job(), LOOK_AGAIN);
            return null;
        }
        AccountId account = attempted.job().account();
        AccountId scope = attempted.channel() == null ? account : attempted.channel().scope(account);
        SendResult result = schedule.limit(attempted.result(), attempted.attempt());
        queue.finish(attempted.job(), attempted.attempt(), result, scope,
                schedule.waitBefore(attempted.attempt() + 1, result));
        return null;
    }

    /// A provider's log may lag behind, and a receipt may still come; after a while a person must know.
    private boolean mayStillBeFoundOut(Claim claim) {
        return switch (claim) {
            case Claim.Send send -> true;
            case Claim.Settle settle -> clock.instant().isBefore(settle.since().plus(SETTLED_WITHIN));
            case Claim.Nothing() -> false;
        };
    }
}
