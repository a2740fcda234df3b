package dev.loper.channel.sms;

import dev.loper.channel.DeadLetters;
import dev.loper.channel.twilio.TwilioContractTest;
import dev.loper.message.ChannelAddress;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

class SmsContractTest extends TwilioContractTest {

    @Autowired
    SmsContractTest(SmsOutbound outbound, @Qualifier("smsReplay") DeadLetters.Replay replay) {
        super("sms-main", "+31612345678", outbound, replay);
    }

    @Override
    protected ChannelAddress customer() {
        return new ChannelAddress.Phone("+31612345678");
    }
}
