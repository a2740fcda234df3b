package dev.loper.channel.whatsapp;

import dev.loper.channel.DeadLetters;
import dev.loper.channel.twilio.TwilioContractTest;
import dev.loper.message.ChannelAddress;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/// The contract, held by a customer whose number the network writes differently.
class WhatsAppContractTest extends TwilioContractTest {

    @Autowired
    WhatsAppContractTest(WhatsAppOutbound outbound, @Qualifier("whatsAppReplay") DeadLetters.Replay replay) {
        super("whatsapp-main", "whatsapp:+5215512345678", outbound, replay);
    }

    @Override
    protected ChannelAddress customer() {
        return new ChannelAddress.WhatsApp("+525512345678");
    }
}
