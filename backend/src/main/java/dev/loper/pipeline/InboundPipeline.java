package dev.loper.pipeline;

import dev.loper.channel.Insiders;
import dev.loper.channel.Intake.Receipt;
import dev.loper.channel.IntakeUnavailableException;
import dev.loper.channel.OwnAddressException;
import dev.loper.conversation.Appended;
import dev.loper.conversation.InboundStore;
import dev.loper.handover.Recognition;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelMessage;
import dev.loper.redis.MemoryGuard;
import dev.loper.redis.StoreUnavailableException;
import dev.loper.reply.Channels;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.dsl.DirectChannelSpec;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.dsl.MessageChannels;

/// The way in: `ChannelMessage → Appended → Receipt`. Whoever arrives by a handover is recognised before the append.
///
/// It runs on the caller's thread from end to end, because the caller may acknowledge only when it returns. There is no
/// queue between a provider and the store.
@Configuration(proxyBeanMethods = false)
class InboundPipeline {

    static final String INTAKE = "intakeRequests";

    @Bean(INTAKE)
    DirectChannelSpec intakeRequests() {
        return MessageChannels.direct();
    }

    @Bean
    IntegrationFlow inbound(GuardedAppend append) {
        return IntegrationFlow.from(INTAKE).transformWith(
                step -> step.<ChannelMessage, Appended>transformer(append::append).id("intake.append")).transformWith(
                        step -> step.<Appended, Receipt>transformer(InboundPipeline::receipt).id(
                                "intake.receipt")).get();
    }

    @Bean
    GuardedAppend guardedAppend(InboundStore store, MemoryGuard memory, Channels channels, Insiders insiders,
            Recognition recognition) {
        return new GuardedAppend(store, memory, channels, insiders::personAt, recognition::recognise);
    }

    private static Receipt receipt(Appended appended) {
        return new Receipt(appended.entry(), appended.at(), appended instanceof Appended.Repeat);
    }

    /// The append as the flow sees it: a store that is away or full is a refusal, never a loss; what comes from an account of our
    /// own is no customer's, or two of them could answer each other without end; and neither is what comes from an address of
    /// somebody who works here.
    ///
    /// @param insiders    knows our own people by their addresses
    /// @param recognition says which topic a message belongs to whose sender arrives by it
    record GuardedAppend(InboundStore store, MemoryGuard memory, Channels channels,
            Function<ChannelAddress, Optional<Insiders.Insider>> insiders,
            UnaryOperator<ChannelMessage> recognition) {

        Appended append(ChannelMessage message) {
            if (channels.ours(message.from().value())) {
                throw new OwnAddressException("It comes from " + message.from().value()
                        + ", an account of our own; our own addresses are no customers.");
            }
            if (memory.full()) {
                throw new IntakeUnavailableException("The store is nearly full; nothing more is taken in.");
            }
            insiders.apply(message.from()).ifPresent(person -> {
                throw new OwnAddressException("It comes from " + message.from().value() + ", an address of "
                        + person.name() + ", who works here; our own people are no customers.");
            });
            try {
                return store.append(recognition.apply(message));
            } catch (StoreUnavailableException e) {
                throw new IntakeUnavailableException("The store is away.", e);
            }
        }
    }
}
