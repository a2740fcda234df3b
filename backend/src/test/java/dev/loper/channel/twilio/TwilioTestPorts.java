package dev.loper.channel.twilio;

import dev.loper.channel.DeadLetters;
import dev.loper.channel.DeliveryReceipts;
import dev.loper.channel.Intake;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelKind;
import dev.loper.message.ChannelMessage;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The ports as the channels see them; each test puts its own recorders behind.
public class TwilioTestPorts implements Intake, DeliveryReceipts, DeadLetters {

    private volatile Intake intake = message -> {
        throw new IllegalStateException("No test is listening.");
    };
    private volatile DeliveryReceipts receipts = receipt -> Outcome.UNKNOWN;
    private volatile DeadLetters deadLetters = (account, channel, id, raw, headers, reason) -> {};

    public void listen(Intake intake, DeliveryReceipts receipts, DeadLetters deadLetters) {
        this.intake = intake;
        this.receipts = receipts;
        this.deadLetters = deadLetters;
    }

    @Override
    public Receipt accept(ChannelMessage message) {
        return intake.accept(message);
    }

    @Override
    public Outcome record(DeliveryReceipt receipt) {
        return receipts.record(receipt);
    }

    @Override
    public void keep(AccountId account, ChannelKind channel, @Nullable String providerId, byte[] raw,
            Map<String, String> headers, String reason) {
        deadLetters.keep(account, channel, providerId, raw, headers, reason);
    }
}
