package dev.loper.channel.twilio;

import dev.loper.channel.DeliveryReceipts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Receipts that keep what they were told of messages they know.
public class KnowingReceipts implements DeliveryReceipts {

    private final Set<String> known = new HashSet<>();
    private final List<DeliveryReceipt> receipts = new ArrayList<>();
    private int asked;
    private int knownAfter;

    @Override
    public synchronized Outcome record(DeliveryReceipt receipt) {
        asked++;
        if (!known.contains(receipt.providerId()) || asked <= knownAfter) {
            return Outcome.UNKNOWN;
        }
        receipts.add(receipt);
        return Outcome.RECORDED;
    }

    public synchronized void know(String providerId) {
        known.add(providerId);
    }

    synchronized void knowOnlyAfter(int asks) {
        knownAfter = asks;
    }

    public synchronized List<DeliveryReceipt> receipts() {
        return List.copyOf(receipts);
    }

    synchronized void reset() {
        known.clear();
        receipts.clear();
        asked = 0;
        knownAfter = 0;
    }
}
