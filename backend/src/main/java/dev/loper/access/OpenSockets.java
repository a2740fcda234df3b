package dev.loper.access;

import dev.loper.access.AccessEnded.Reason;
import dev.loper.redis.StoreUnavailableException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.Session;
import org.springframework.session.data.redis.RedisSessionRepository;
import org.springframework.stereotype.Component;

/// The agents' sockets on this node, and whether the sessions behind them are still good.
///
/// Every two seconds each session is looked up once: it may have ended on another node, by time, or with its person's
/// role. What ended is told as [AccessEnded], once. While Redis is away nothing is known to have ended.
@Component
class OpenSockets {

    private static final Logger LOG = LoggerFactory.getLogger(OpenSockets.class);

    private record Open(Viewer viewer, String session) {}

    private final Map<String, Open> sockets = new ConcurrentHashMap<>();
    private final RedisSessionRepository sessions;
    private final PersonSessions people;
    private final ApplicationEventPublisher events;

    OpenSockets(RedisSessionRepository sessions, PersonSessions people, ApplicationEventPublisher events) {
        this.sessions = sessions;
        this.people = people;
        this.events = events;
    }

    /// @return whether its session is good
    boolean opened(String socket, Viewer viewer, @Nullable String session) {
        if (session == null || ended(new Open(viewer, session)).isPresent()) {
            return false;
        }
        sockets.put(socket, new Open(viewer, session));
        return true;
    }

    boolean isOpen(String socket) {
        return sockets.containsKey(socket);
    }

    void closed(String socket) {
        sockets.remove(socket);
    }

    @Scheduled(fixedDelayString = "PT2S")
    void look() {
        Set<Open> all = sockets.values().stream().collect(Collectors.toSet());
        try {
            all.forEach(open -> ended(open).ifPresent(reason -> tell(open, reason)));
        } catch (StoreUnavailableException | DataAccessException e) {
            LOG.debug("Sessions cannot be looked up: {}", e.getMessage());
        }
    }

    private void tell(Open open, Reason reason) {
        sockets.values().removeIf(open::equals);
        events.publishEvent(new AccessEnded(open.viewer().id(), open.session(), reason));
    }

    private Optional<Reason> ended(Open open) {
        Session session = sessions.findById(open.session());
        if (session == null) {
            return Optional.of(Reason.EXPIRED);
        }
        Optional<Person> person = people.personOf(session::getAttribute);
        if (person.isEmpty() || !person.get().id().equals(open.viewer().id())) {
            return Optional.of(Reason.EXPIRED);
        }
        return Viewer.of(person.get()).equals(open.viewer()) ? Optional.empty() : Optional.of(Reason.ROLES_CHANGED);
    }
}
