package dev.loper.pipeline;

import dev.loper.channel.OutboundMessage;
import dev.loper.channel.OutboundPort;
import dev.loper.channel.SendResult;
import dev.loper.message.AccountId;
import dev.loper.redis.StoreUnavailableException;
import dev.loper.reply.Channels;
import dev.loper.reply.DeliveryAttempt;
import dev.loper.reply.OutboundComposer;
import dev.loper.reply.OutboundQueue;
import dev.loper.reply.OutboundQueue.Claim;
import dev.loper.reply.OutboundQueue.Job;
import dev.loper.reply.RetrySchedule;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
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

/// The way out: `Job → Prepared → Claimed → Attempted → written down`.
///
/// Everything an attempt needs is read before the claim, which makes durable that it begins: between that mark and the
/// send nothing can fail. How it ended is written down however long Redis is away meanwhile; if even that fails, the
/// lease runs out and the attempt is settled.
@Configuration(proxyBeanMethods = false)
class OutboundPipeline {

    static final String DELIVERY = "deliveryRequests";
    private static final Logger log = LoggerFactory.getLogger(OutboundPipeline.class);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(90);

    /// What is known is kept until Redis is back; by the lease's end another worker finds out for itself.
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final int TRIES = (int) OutboundQueue.LEASE.dividedBy(BETWEEN_TRIES);

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
        void run(Job job);
    }

    @Bean(DELIVERY)
    DirectChannelSpec deliveryRequests() {
        return MessageChannels.direct();
    }

    @Bean
    IntegrationFlow delivery() {
        return IntegrationFlow.from(DELIVERY).transformWith(
                step -> step.<Job, Prepared>transformer(this::prepare).id("delivery.prepare")).handle(Prepared.class,
                        this::claim, step -> step.id("delivery.claim")).transformWith(
                                step -> step.<Claimed, Attempted>transformer(this::attempt).id(
                                        "delivery.attempt")).handle(Attempted.class, this::writeDown,
                                                step -> step.id("delivery.finish")).get();
    }

    /// An answer with everything its channel needs, or why it cannot leave.
    private sealed interface Prepared {

        Job job();

        record Ready(Job job, OutboundPort port, OutboundMessage message) implements Prepared {}

        /// @param reason what is missing and what to do, a sentence for the agent
        record Closed(Job job, String reason) implements Prepared {}
    }

    /// What may be done with it now.
    private record Claimed(Prepared prepared, Claim.Attempt claim) {}

    /// How the attempt ended.
    private record Attempted(Claim.Attempt claim, SendResult result) {}

    private Prepared prepare(Job job) {
        OutboundPort port = port(job.account()).orElse(null);
        if (port == null) {
            return new Prepared.Closed(job,
                    "The account “" + job.account() + "” is not connected any more. Answer on another channel.");
        }
        try {
            return composer.compose(job).<Prepared>map(
                    message -> new Prepared.Ready(job, port, message)).orElseGet(
                            () -> new Prepared.Closed(job,
                                    "The address it was meant for is gone. Answer on another channel."));
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("The answer {} on {} cannot be put together.", job.entry(), job.account(), e);
            return new Prepared.Closed(job, "Something in it broke before it was sent. Write it anew.");
        }
    }

    private Optional<OutboundPort> port(AccountId id) {
        return channels.account(id).flatMap(account -> channels.port(account.channel()));
    }

    private @Nullable Object claim(Prepared prepared, MessageHeaders headers) {
        return switch (queue.claim(prepared.job())) {
            case Claim.Attempt attempt -> new Claimed(prepared, attempt);
            case Claim.Nothing() -> null;
        };
    }

    private Attempted attempt(Claimed claimed) {
        return new Attempted(claimed.claim(), switch (claimed.prepared()) {
            case Prepared.Ready ready -> outcome(ready, claimed.claim());
            case Prepared.Closed closed -> outcome(closed, claimed.claim());
        });
    }

    private static SendResult outcome(Prepared.Ready ready, Claim.Attempt claim) {
        try {
            return switch (claim) {
                case Claim.Send send -> ready.port().send(ready.message());
                case Claim.Settle settle -> ready.port().settle(ready.message(), settle.since());
            };
        } catch (RuntimeException e) {
            log.error("Sending {} on {} ended unexpectedly.", ready.job().entry(), ready.job().account(), e);
            return new SendResult.Unconfirmed("Something broke while it was being sent. Ask the customer whether it"
                    + " arrived before you send it again.");
        }
    }

    private static SendResult outcome(Prepared.Closed closed, Claim.Attempt claim) {
        return switch (claim) {
            case Claim.Send send -> new SendResult.Failed(closed.reason());
            case Claim.Settle settle -> new SendResult.Unconfirmed(
                    "It may have left before this: ask the customer. " + closed.reason());
        };
    }

    private @Nullable Object writeDown(Attempted attempted, MessageHeaders headers) {
        for (int tries = 1; !written(attempted, tries); tries++) {
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
        return null;
    }

    private boolean written(Attempted attempted, int tries) {
        try {
            write(attempted);
            return true;
        } catch (StoreUnavailableException e) {
            if (tries >= TRIES) {
                throw e;
            }
            log.debug("Redis is away; how {} ended is written down later.", attempted.claim().job().entry(), e);
            return false;
        }
    }

    private void write(Attempted attempted) {
        Job job = attempted.claim().job();
        if (attempted.result() instanceof SendResult.Unconfirmed && mayStillBeFoundOut(attempted.claim())) {
            queue.lookAgain(job, LOOK_AGAIN);
            return;
        }
        AccountId scope = port(job.account()).map(port -> port.channel().scope(job.account())).orElse(job.account());
        int attempt = attempted.claim().attempt();
        SendResult result = schedule.limit(attempted.result(), attempt);
        queue.finish(job, attempt, result, scope, schedule.waitBefore(attempt + 1, result));
    }

    /// A provider's log may lag behind or be away, and a receipt may still come; after a while a person must know.
    private boolean mayStillBeFoundOut(Claim.Attempt claim) {
        return switch (claim) {
            case Claim.Send send -> true;
            case Claim.Settle settle -> clock.instant().isBefore(settle.asked().plus(SETTLED_WITHIN));
        };
    }
}
