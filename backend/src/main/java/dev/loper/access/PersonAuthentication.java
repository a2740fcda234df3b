package dev.loper.access;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/// A person who has proved who they are, by a session or a bearer token. Its name is the person's id.
final class PersonAuthentication extends AbstractAuthenticationToken {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Viewer viewer;
    private final TokenScope scope;

    PersonAuthentication(Viewer viewer) {
        this(viewer, TokenScope.ALL);
    }

    PersonAuthentication(Viewer viewer, TokenScope scope) {
        super(AuthorityUtils.createAuthorityList(viewer.roles().stream().map(Role::name).toList()));
        this.viewer = viewer;
        this.scope = scope;
        setAuthenticated(true);
    }

    /// The viewer of the request being handled; null before a sign-in.
    static @Nullable Viewer current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof PersonAuthentication person
                ? person.viewer
                : null;
    }

    /// Whether the request being handled shows a token for steps alone.
    static boolean tellsSteps() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof PersonAuthentication person
                && person.scope == TokenScope.STEPS;
    }

    @Override
    public String getName() {
        return viewer.id().value();
    }

    @Override
    public Viewer getPrincipal() {
        return viewer;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PersonAuthentication that && viewer.equals(that.viewer) && scope == that.scope;
    }

    @Override
    public int hashCode() {
        return viewer.hashCode();
    }
}
