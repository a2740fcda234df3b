package dev.loper.channel;

import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelMessage;
import dev.loper.message.EntryId;
import dev.loper.redis.StoreUnavailableException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An intake that remembers: it answers repeats like the real one and can be made unavailable.
public final class RecordingIntake implements Intake {

    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    private final Map<String, Stored> stored = new LinkedHashMap<>();
    private boolean unavailable;
    private int stumbles;
    private int calls;
    private int refusals;
    private @Nullable ChannelAddress ours;

    private record Stored(ChannelMessage message, EntryId entry) {}

    @Override
    public synchronized Receipt accept(ChannelMessage message) {
        if (unavailable) {
            refusals++;
            throw new IntakeUnavailableException("The store is away.");
        }
        if (stumbles > 0) {
            stumbles--;
            throw new IntakeUnavailableException("The store is away.", new StoreUnavailableException("It restarts."));
        }
        if (message.from().equals(ours)) {
            throw new OwnAddressException("It comes from " + message.from().value() + ", an address of our own.");
        }
        calls++;
        String key = message.account() + "/" + message.providerId();
        boolean repeat = stored.containsKey(key);
        Stored entry = stored.computeIfAbsent(key,
                absent -> new Stored(message, new EntryId("e%04d".formatted(stored.size() + 1))));
        return new Receipt(entry.entry(), AT, repeat);
    }

    /// From now on an address is one of our own.
    public synchronized void owns(ChannelAddress address) {
        ours = address;
    }

    /// From now on nothing can be stored.
    public synchronized void goAway() {
        unavailable = true;
    }

    /// The store is away for so many calls, as while it restarts.
    public synchronized void stumble(int times) {
        stumbles = times;
    }

    public synchronized void comeBack() {
        unavailable = false;
    }

    /// Every message once, in the order of arrival.
    public synchronized List<ChannelMessage> stored() {
        return new ArrayList<>(stored.values().stream().map(Stored::message).toList());
    }

    /// How often a message was taken, repeats included.
    public synchronized int calls() {
        return calls;
    }

    /// How often a message was refused because the store was away.
    public synchronized int refusals() {
        return refusals;
    }
}
