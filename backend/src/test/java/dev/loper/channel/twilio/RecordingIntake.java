package dev.loper.channel.twilio;

import dev.loper.channel.Intake;
import dev.loper.channel.IntakeUnavailableException;
import dev.loper.message.ChannelMessage;
import dev.loper.message.EntryId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An intake that keeps its messages in a list, and can be switched off.
public class RecordingIntake implements Intake {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Map<String, ChannelMessage> messages = new LinkedHashMap<>();
    private int asked;
    private boolean away;

    @Override
    public synchronized Receipt accept(ChannelMessage message) {
        asked++;
        if (away) {
            throw new IntakeUnavailableException("The store is away.");
        }
        String key = message.account() + " " + message.providerId();
        boolean repeat = messages.putIfAbsent(key, message) != null;
        return new Receipt(new EntryId(key), NOON, repeat);
    }

    public synchronized List<ChannelMessage> messages() {
        return List.copyOf(messages.values());
    }

    public synchronized int asked() {
        return asked;
    }

    public synchronized void goAway() {
        away = true;
    }

    synchronized void reset() {
        messages.clear();
        asked = 0;
        away = false;
    }
}
