package dev.loper.pipeline;

import dev.loper.channel.Intake;
import dev.loper.message.ChannelMessage;
import org.springframework.integration.annotation.MessagingGateway;

/// The [Intake] every channel is given: the door of the [InboundPipeline].
@MessagingGateway(name = "intake", defaultRequestChannel = InboundPipeline.INTAKE)
interface IntakeGateway extends Intake {

    @Override
    Receipt accept(ChannelMessage message);
}
