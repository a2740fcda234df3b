package dev.loper.push;

import dev.loper.access.PersonSeen;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.stereotype.Controller;

/// Takes note that somebody typed or clicked on a screen. Screens tell it once a while, not every key.
@Controller
class InputController {

    private final Watchers watchers;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    InputController(Watchers watchers, Clock clock, ApplicationEventPublisher events) {
        this.watchers = watchers;
        this.clock = clock;
        this.events = events;
    }

    @MessageMapping("/input")
    void input(@Header(SimpMessageHeaderAccessor.SESSION_ID_HEADER) String session) {
        Instant now = clock.instant();
        watchers.find(session).filter(screen -> !screen.wall()).ifPresent(screen -> {
            screen.input(now);
            events.publishEvent(new PersonSeen(screen.viewer().id(), now));
        });
    }
}
