package dev.loper.channel.voice;

import dev.loper.channel.DeadLetters;
import dev.loper.channel.twilio.TwilioAccounts;
import dev.loper.channel.twilio.TwilioIntake;
import dev.loper.channel.twilio.TwilioReplay;
import dev.loper.channel.twilio.TwilioWebhook;
import dev.loper.message.ChannelMessage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.dsl.IntegrationFlow;

/// The way in of a call: read, then stored. All in the caller's thread, so that an answer means durable.
@Configuration(proxyBeanMethods = false)
class VoiceChannel {

    static final String INPUT = "voiceInbound";

    @Bean
    IntegrationFlow voiceInboundFlow(VoiceReader reader, TwilioIntake intake) {
        return IntegrationFlow.from(INPUT).handle(TwilioWebhook.class, (webhook, headers) -> reader.read(webhook),
                read -> read.id("voice-read")).handle(ChannelMessage.class,
                        (message, headers) -> intake.accept(message), store -> store.id("voice-store")).get();
    }

    @Bean
    DeadLetters.Replay voiceReplay(VoiceGateway gateway, TwilioAccounts accounts) {
        return new TwilioReplay(gateway, accounts);
    }
}
