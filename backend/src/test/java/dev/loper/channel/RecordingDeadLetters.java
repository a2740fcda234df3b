package dev.loper.channel;

import dev.loper.message.AccountId;
import dev.loper.message.ChannelKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Dead letters kept in a list; can be made unavailable.
public final class RecordingDeadLetters implements DeadLetters {

    private final List<Kept> kept = new ArrayList<>();
    private boolean unavailable;
    private int refusals;

    /// One dead letter, as it was handed in.
    @SuppressWarnings("ArrayRecordComponent")
    public record Kept(AccountId account, ChannelKind channel, @Nullable String providerId, byte[] raw,
            Map<String, String> headers, String reason) {}

    @Override
    public synchronized void keep(AccountId account, ChannelKind channel, @Nullable String providerId, byte[] raw,
            Map<String, String> headers, String reason) {
        if (unavailable) {
            refusals++;
            throw new IntakeUnavailableException("The store is away.");
        }
        kept.add(new Kept(account, channel, providerId, raw.clone(), Map.copyOf(headers), reason));
    }

    public synchronized void goAway() {
        unavailable = true;
    }

    public synchronized void comeBack() {
        unavailable = false;
    }

    /// How often a dead letter was refused because the store was away.
    public synchronized int refusals() {
        return refusals;
    }

    public synchronized List<Kept> kept() {
        return List.copyOf(kept);
    }
}
