package dev.loper.channel.twilio;

import dev.loper.channel.Intake;
import dev.loper.channel.OwnAddressException;
import dev.loper.message.ChannelMessage;
import org.springframework.stereotype.Component;

/// Stores a message that came through Twilio; the files of a repeat are those of the first, so its own are removed.
///
/// A store that is away is waited for. After a failure the files stay: the message may have been stored all the same, and the repeat is then only answered.
@Component
public class TwilioIntake {

    private final Intake intake;
    private final TwilioMedia media;
    private final TwilioPatience patience;

    TwilioIntake(Intake intake, TwilioMedia media, TwilioPatience patience) {
        this.intake = intake;
        this.media = media;
        this.patience = patience;
    }

    public Intake.Receipt accept(ChannelMessage message) {
        Intake.Receipt receipt = taken(message);
        if (receipt.repeat() && !message.attachments().isEmpty()) {
            media.discard(message.attachments());
        }
        return receipt;
    }

    private Intake.Receipt taken(ChannelMessage message) {
        try {
            return patience.trying(() -> intake.accept(message));
        } catch (OwnAddressException e) {
            // Its files would be nobody's.
            media.discard(message.attachments());
            throw e;
        }
    }
}
