package dev.loper.push;

import dev.loper.access.OnlinePeople;
import dev.loper.access.Viewer;
import dev.loper.message.PersonId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.messaging.simp.SimpMessagingTemplate;
import org.springframework.stereotype.Component;

/// The screens connected to this node.
@Component
class Watchers implements OnlinePeople {

    static final String DESTINATION = "/queue/changes";

    private final Map<String, Watcher> bySession = new ConcurrentHashMap<>();
    private final SimpMessagingTemplate template;

    Watchers(SimpMessagingTemplate template) {
        this.template = template;
    }

    Collection<Watcher> all() {
        return bySession.values();
    }

    Optional<Watcher> find(String session) {
        return Optional.ofNullable(bySession.get(session));
    }

    Watcher of(String session, Viewer viewer) {
        return bySession.computeIfAbsent(session, key -> new Watcher(viewer, frame -> send(key, viewer, frame)));
    }

    /// As far as this node knows.
    @Override
    public boolean online(PersonId person) {
        return bySession.values().stream().anyMatch(screen -> screen.viewer().id().equals(person));
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
