package dev.loper.reply;

import dev.loper.channel.DeliveryReceipts;
import dev.loper.channel.IntakeUnavailableException;
import dev.loper.conversation.InboundStore;
import dev.loper.redis.StoreUnavailableException;
import org.springframework.stereotype.Component;

/// Records receipts on the answers they are about.
@Component
class RecordedReceipts implements DeliveryReceipts {

    private final InboundStore store;
    private final OutboundQueue queue;
    private final Channels channels;

    RecordedReceipts(InboundStore store, OutboundQueue queue, Channels channels) {
        this.store = store;
        this.queue = queue;
        this.channels = channels;
    }

    @Override
    public Outcome record(DeliveryReceipt receipt) {
        try {
            var scope = channels.account(receipt.account()).map(
                    account -> account.channel().scope(receipt.account())).orElse(receipt.account());
            return store.locate(scope, receipt.providerId()).map(
                    found -> queue.receipt(found.home(), found.entry(), receipt.state(),
                            receipt.at().toEpochMilli(), receipt.reason())
                                    ? Outcome.RECORDED
                                    : Outcome.UNCHANGED).orElse(Outcome.UNKNOWN);
        } catch (StoreUnavailableException e) {
            throw new IntakeUnavailableException("The store is away.", e);
        }
    }
}
