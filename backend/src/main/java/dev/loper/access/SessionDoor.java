package dev.loper.access;

import dev.loper.access.AccessEnded.Reason;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.stereotype.Component;

/// Lets a person in and out: the session begins and ends here, and with it the form token a page must send along.
@Component
class SessionDoor {

    private final PersonSessions sessions;
    private final CookieCsrfTokenRepository formTokens;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    SessionDoor(PersonSessions sessions, CookieCsrfTokenRepository formTokens, Audit audit,
            ApplicationEventPublisher events) {
        this.sessions = sessions;
        this.formTokens = formTokens;
        this.audit = audit;
        this.events = events;
    }

    void open(Person person, HttpServletRequest request, HttpServletResponse response) {
        sessions.begin(request, person);
        renewFormToken(request, response);
    }

    void close(@Nullable Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return;
        }
        String id = session.getId();
        session.invalidate();
        renewFormToken(request, response);
        if (viewer != null) {
            audit.record(viewer.id().value(), "signed-out", viewer.id().value(), Map.of("address",
                    request.getRemoteAddr()));
            events.publishEvent(new AccessEnded(viewer.id(), id, Reason.SIGNED_OUT));
        }
    }

    /// A form token known before the sign-in is worth nothing after it.
    private void renewFormToken(HttpServletRequest request, HttpServletResponse response) {
        formTokens.saveToken(formTokens.generateToken(request), request, response);
    }
}
