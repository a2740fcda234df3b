package dev.loper.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/// Sessions that are written only when something of them changed, or when they were last noted in use a while ago.
///
/// Otherwise every page would wait until a new time of last use is on the disk. What is given up: an idle session may
/// end that while too early.
///
/// @param <S> the session of the repository behind
final class SparingSessions<S extends Session> implements SessionRepository<SparingSessions<S>.Sparing> {

    private static final Duration AT_MOST = Duration.ofMinutes(1);

    private final SessionRepository<S> sessions;

    SparingSessions(SessionRepository<S> sessions) {
        this.sessions = sessions;
    }

    @Override
    public Sparing createSession() {
        return new Sparing(sessions.createSession(), true);
    }

    @Override
    public void save(Sparing session) {
        if (session.changed) {
            sessions.save(session.kept);
            session.changed = false;
        }
    }

    @Override
    public @Nullable Sparing findById(String id) {
        S found = sessions.findById(id);
        return found == null ? null : new Sparing(found, false);
    }

    @Override
    public void deleteById(String id) {
        sessions.deleteById(id);
    }

    /// A session that knows whether it must be written.
    final class Sparing implements Session {

        private final S kept;
        private boolean changed;

        private Sparing(S kept, boolean changed) {
            this.kept = kept;
            this.changed = changed;
        }

        @Override
        public void setLastAccessedTime(Instant now) {
            Duration hundredth = kept.getMaxInactiveInterval().dividedBy(100);
            Duration pause = hundredth.compareTo(AT_MOST) < 0 ? hundredth : AT_MOST;
            if (changed || !now.isBefore(kept.getLastAccessedTime().plus(pause))) {
                kept.setLastAccessedTime(now);
                changed = true;
            }
        }

        @Override
        public String changeSessionId() {
            changed = true;
            return kept.changeSessionId();
        }

        @Override
        public void setAttribute(String name, @Nullable Object value) {
            changed = true;
            if (value == null) {
                kept.removeAttribute(name);
            } else {
                kept.setAttribute(name, value);
            }
        }

        @Override
        public void removeAttribute(String name) {
            changed = true;
            kept.removeAttribute(name);
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            changed = true;
            kept.setMaxInactiveInterval(interval);
        }

        @Override
        public String getId() {
            return kept.getId();
        }

        @Override
        public <T> @Nullable T getAttribute(String name) {
            return kept.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return kept.getAttributeNames();
        }

        @Override
        public Instant getCreationTime() {
            return kept.getCreationTime();
        }

        @Override
        public Instant getLastAccessedTime() {
            return kept.getLastAccessedTime();
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return kept.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return kept.isExpired();
        }
    }
}
