package dev.loper.channel.twilio;

import dev.loper.channel.DeadLetters;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelKind;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// Dead letters in a list.
public class RecordingDeadLetters implements DeadLetters {

    private final List<Letter> letters = new CopyOnWriteArrayList<>();

    @Override
    public void keep(AccountId account, ChannelKind channel, byte[] raw, Map<String, String> headers, String reason) {
        letters.add(new Letter(account, channel, raw.clone(), headers, reason));
    }

    public List<Letter> letters() {
        return letters;
    }

    void reset() {
        letters.clear();
    }

    public record Letter(AccountId account, ChannelKind channel, byte[] raw, Map<String, String> headers,
            String reason) {}
}
