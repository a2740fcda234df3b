package dev.loper.routing;

import dev.loper.message.ChannelKind;
import dev.loper.message.PersonId;
import java.util.Collection;
import java.util.Map;

/// What somebody has open on each channel, and how much of each they take at a time.
public record Workload(PersonId person, Map<ChannelKind, Integer> open, Map<ChannelKind, Integer> most) {

    public int most(ChannelKind channel) {
        return most.getOrDefault(channel, 0);
    }

    /// Whether they have room on none of these channels: whoever takes some of one is still given what comes there.
    public boolean full(Collection<ChannelKind> channels) {
        return !channels.isEmpty() && channels.stream().allMatch(
                channel -> open.getOrDefault(channel, 0) >= most(channel));
    }

    /// How busy they are: what they have of each channel as a part of what they take of it, together. Three chats of three are
    /// as much as twelve mails of twelve.
    public double busy() {
        return open.entrySet().stream().mapToDouble(
                entry -> (double) entry.getValue() / Math.max(1, most(entry.getKey()))).sum();
    }
}
