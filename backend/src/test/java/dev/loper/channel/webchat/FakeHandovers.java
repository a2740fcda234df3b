package dev.loper.channel.webchat;

import dev.loper.channel.VisitorHandovers;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress.Visitor;
import dev.loper.message.ChannelKind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// Nobody goes on elsewhere; who declines it is remembered.
class FakeHandovers implements VisitorHandovers {

    final List<String> declined = new CopyOnWriteArrayList<>();

    @Override
    public List<ChannelKind> ways(AccountId account) {
        return List.of();
    }

    @Override
    public Optional<Way> offer(Visitor visitor, ChannelKind to, @Nullable String typed, String id) {
        return Optional.empty();
    }

    @Override
    public Map<String, Instant> open(Collection<String> offers) {
        return Map.of();
    }

    @Override
    public void decline(Visitor visitor, String offer) {
        declined.add(visitor.value() + " " + offer);
    }
}
