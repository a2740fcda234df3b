package dev.loper.access;

import dev.loper.message.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/// Begins sessions, and knows whose a session is.
///
/// A session holds the person's id, their sessions' version and when it began, no more: name and roles are read afresh
/// for every request, so that a change of them counts at once.
@Component
class PersonSessions implements SecurityContextRepository {

    private static final String PERSON = "person";
    private static final String VERSION = "version";
    private static final String BEGAN = "began";

    private final People people;
    private final Clock clock;
    private final Duration absolute;

    PersonSessions(People people, Clock clock, AccessProperties properties) {
        this.people = people;
        this.clock = clock;
        this.absolute = properties.session().absolute();
    }

    /// Begins a session under a new id, whatever the browser brought along.
    void begin(HttpServletRequest request, Person person) {
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        HttpSession session = request.getSession(true);
        session.setAttribute(PERSON, person.id().value());
        session.setAttribute(VERSION, person.sessionsVersion());
        session.setAttribute(BEGAN, clock.millis());
    }

    /// The person whose session it is, if it is still good.
    ///
    /// @param attributes what the session holds, by name
    Optional<Person> personOf(Function<String, @Nullable Object> attributes) {
        if (attributes.apply(PERSON) instanceof String id && attributes.apply(VERSION) instanceof Long version
                && attributes.apply(BEGAN) instanceof Long began
                && clock.millis() - began < absolute.toMillis()) {
            return people.byId(new PersonId(id)).filter(person -> person.active()
                    && person.sessionsVersion() == version);
        }
        return Optional.empty();
    }

    private SecurityContext load(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return SecurityContextHolder.createEmptyContext();
        }
        Optional<Person> person = personOf(session::getAttribute);
        if (person.isEmpty()) {
            session.invalidate();
        }
        return person.<SecurityContext>map(found -> new SecurityContextImpl(new PersonAuthentication(Viewer.of(
                found)))).orElseGet(SecurityContextHolder::createEmptyContext);
    }

    /// Only [#begin] makes a session.
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(PERSON) != null;
    }

    /// Asked by Spring Security when the context is first needed, once a request.
    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return load(holder.getRequest());
    }
}
