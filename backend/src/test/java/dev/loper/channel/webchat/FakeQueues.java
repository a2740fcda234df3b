package dev.loper.channel.webchat;

import dev.loper.channel.IntakeUnavailableException;
import dev.loper.channel.VisitorQueues;
import dev.loper.message.ChannelAddress.Visitor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How it stands with everybody's queue, as a test says; open without end unless it says otherwise.
class FakeQueues implements VisitorQueues {

    static final Standing OPEN = new Standing(true, null, null, null);

    final Map<Visitor, Standing> standings = new ConcurrentHashMap<>();
    volatile boolean away;

    @Override
    public List<Standing> of(List<Window> windows) {
        if (away) {
            throw new IntakeUnavailableException("The store is away.");
        }
        return windows.stream().map(window -> standings.getOrDefault(window.visitor(), OPEN)).toList();
    }
}
