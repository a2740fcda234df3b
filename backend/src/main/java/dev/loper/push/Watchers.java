package dev.loper.push;

import dev.loper.access.Screens;
import dev.loper.message.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The screens connected to this node.
@Component
class Watchers implements Screens {

    private final Map<String, Watcher> bySession = new ConcurrentHashMap<>();

    /// A screen listens from now on.
    void add(String session, Watcher screen) {
        bySession.put(session, screen);
    }

    void forget(String session) {
        bySession.remove(session);
    }

    Optional<Watcher> find(String session) {
        return Optional.ofNullable(bySession.get(session));
    }

    Collection<Watcher> all() {
        return bySession.values();
    }

    /// What all of them watch at this moment.
    List<Look> looks() {
        return bySession.values().stream().map(Look::of).toList();
    }

    @Override
    public Map<PersonId, Instant> lastInputs() {
        return bySession.values().stream().filter(screen -> !screen.wall()).collect(
                Collectors.toMap(screen -> screen.viewer().id(), Watcher::lastInput,
                        (one, other) -> one.isAfter(other) ? one : other));
    }
}
