package dev.loper.channel.webchat;

import dev.loper.channel.DeliveryReceipts;
import dev.loper.channel.DeliveryReceipts.DeliveryReceipt;
import dev.loper.channel.VisitorTimeline.Item;
import dev.loper.message.ChannelAddress.Visitor;
import dev.loper.message.Delivery;
import dev.loper.message.EntryId;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// What a visitor's browser says of our answers: they arrived, they were read.
@Component
class ChatReceipts {

    private final ChatHistory history;
    private final DeliveryReceipts receipts;
    private final Clock clock;

    ChatReceipts(ChatHistory history, DeliveryReceipts receipts, Clock clock) {
        this.history = history;
        this.receipts = receipts;
        this.clock = clock;
    }

    /// Reports the answers up to and including an entry, the newest page of them. An entry that is not this visitor's
    /// to see reports nothing.
    ///
    /// @throws dev.loper.channel.IntakeUnavailableException if the store cannot take it now
    void report(ChatSite site, Visitor visitor, EntryId upTo, Delivery state) {
        for (Item item : history.upTo(site, visitor, upTo)) {
            if (item.delivery() != null && item.delivery().compareTo(state) < 0) {
                receipts.record(new DeliveryReceipt(site.id(), item.id().value(), state, clock.instant(), null));
            }
        }
    }
}
