package dev.loper.channel;

import dev.loper.message.AccountId;
import dev.loper.message.Delivery;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where channels report what became of a sent message.
public interface DeliveryReceipts {

    /// Records a receipt. Receipts may come late, twice and out of order: a state never goes back.
    ///
    /// @throws IntakeUnavailableException if the store cannot take it now
    Outcome record(DeliveryReceipt receipt);

    /// @param providerId the id [SendResult.Sent] gave
    /// @param reason     why it failed and what to do, a sentence
    record DeliveryReceipt(AccountId account, String providerId, Delivery state, Instant at, @Nullable String reason) {}

    enum Outcome {
        RECORDED,
        /// Nothing new: the state was as far already.
        UNCHANGED,
        /// No message with that id is known (yet); the provider may repeat the receipt.
        UNKNOWN
    }
}
