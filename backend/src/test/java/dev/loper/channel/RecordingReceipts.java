package dev.loper.channel;

import java.util.ArrayList;
import java.util.List;

/// Delivery receipts kept in a list; can be made unavailable.
public final class RecordingReceipts implements DeliveryReceipts {

    private final List<DeliveryReceipt> recorded = new ArrayList<>();
    private boolean unavailable;

    @Override
    public synchronized Outcome record(DeliveryReceipt receipt) {
        if (unavailable) {
            throw new IntakeUnavailableException("The store is away.");
        }
        recorded.add(receipt);
        return Outcome.RECORDED;
    }

    public synchronized void goAway() {
        unavailable = true;
    }

    public synchronized void comeBack() {
        unavailable = false;
    }

    public synchronized List<DeliveryReceipt> recorded() {
        return List.copyOf(recorded);
    }
}
