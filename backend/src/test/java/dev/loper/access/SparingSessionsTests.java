package dev.loper.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;

class SparingSessionsTests {

    private static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");

    private final MapSessionRepository kept = new MapSessionRepository(new ConcurrentHashMap<>());
    private final SparingSessions<MapSession> sessions = new SparingSessions<>(kept);
    private String id = "";

    @BeforeEach
    void aSessionUsedAtNine() {
        SparingSessions<MapSession>.Sparing session = sessions.createSession();
        session.setMaxInactiveInterval(Duration.ofDays(36_500));
        session.setLastAccessedTime(NINE);
        session.setAttribute("person", "p1");
        sessions.save(session);
        id = session.getId();
    }

    @Test
    void aNewSessionIsWrittenWithWhatItHolds() {
        assertThat(written().<String>getAttribute("person")).isEqualTo("p1");
    }

    @Test
    void useAFewSecondsLaterIsNotWritten() {
        use(NINE.plusSeconds(59));

        assertThat(written().getLastAccessedTime()).isEqualTo(NINE);
    }

    @Test
    void useAMinuteLaterIsWritten() {
        use(NINE.plusSeconds(60));

        assertThat(written().getLastAccessedTime()).isEqualTo(NINE.plusSeconds(60));
    }

    @Test
    void aChangeIsWrittenAtOnce() {
        SparingSessions<MapSession>.Sparing session = Objects.requireNonNull(sessions.findById(id));
        session.setLastAccessedTime(NINE.plusSeconds(1));
        session.setAttribute("person", "p2");
        sessions.save(session);

        assertThat(written().<String>getAttribute("person")).isEqualTo("p2");
    }

    @Test
    void aDeletedSessionIsGone() {
        sessions.deleteById(id);

        assertThat(sessions.findById(id)).isNull();
    }

    private MapSession written() {
        return Objects.requireNonNull(kept.findById(id));
    }

    private void use(Instant at) {
        SparingSessions<MapSession>.Sparing session = Objects.requireNonNull(sessions.findById(id));
        session.setLastAccessedTime(at);
        sessions.save(session);
    }
}
