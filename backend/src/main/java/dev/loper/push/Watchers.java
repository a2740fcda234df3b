package dev.loper.push;

import dev.loper.access.Screens;
import dev.loper.access.Viewer;
import dev.loper.message.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.messaging.simp.SimpMessagingTemplate;
import org.springframework.stereotype.Component;

/// The screens connected to this node.
@Component
class Watchers implements Screens {

    static final String DESTINATION = "/queue/changes";

    private final Map<String, Watcher> bySession = new ConcurrentHashMap<>();
    private final SimpMessagingTemplate template;

    private final Clock clock;

    Watchers(SimpMessagingTemplate template, Clock clock) {
        this.template = template;
        this.clock = clock;
    }

    Collection<Watcher> all() {
        return bySession.values();
    }

    Optional<Watcher> find(String session) {
        return Optional.ofNullable(bySession.get(session));
    }

    Watcher of(String session, Viewer viewer) {
        return bySession.computeIfAbsent(session,
                key -> new Watcher(viewer, clock.instant(), frame -> send(key, viewer, frame)));
    }

    @Override
    public Map<PersonId, Instant> lastInputs() {
        return bySession.values().stream().collect(Collectors.toMap(screen -> screen.viewer().id(), Watcher::lastInput,
                (one, other) -> one.isAfter(other) ? one : other));
    }

    void forget(String session) {
        bySession.remove(session);
    }

    private void send(String session, Viewer viewer, Push.Frame frame) {
        SimpMessageHeaderAccessor headers = SimpMessageHeaderAccessor.create(SimpMessageType.MESSAGE);
        headers.setSessionId(session);
        headers.setLeaveMutable(true);
        template.convertAndSendToUser(viewer.id().value(), DESTINATION, frame, headers.getMessageHeaders());
    }
}
