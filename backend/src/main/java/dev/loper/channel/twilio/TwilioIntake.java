package dev.loper.channel.twilio;

import dev.loper.channel.Intake;
import dev.loper.message.ChannelMessage;
import org.springframework.stereotype.Component;

/// Stores a message that came through Twilio; the files of a repeat are those of the first, so its own are removed.
///
/// After a failure they stay: the message may have been stored all the same, and the repeat is then only answered.
@Component
public class TwilioIntake {

    private final Intake intake;
    private final TwilioMedia media;

    TwilioIntake(Intake intake, TwilioMedia media) {
        this.intake = intake;
        this.media = media;
    }

    public Intake.Receipt accept(ChannelMessage message) {
        Intake.Receipt receipt = intake.accept(message);
        if (receipt.repeat() && !message.attachments().isEmpty()) {
            media.discard(message.attachments());
        }
        return receipt;
    }
}
