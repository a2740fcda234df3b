package dev.loper.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/// Lets in whoever is on this machine, and administrators.
final class OperatorsOnly implements AuthorizationManager<RequestAuthorizationContext> {

    private final Access access;

    OperatorsOnly(Access access) {
        this.access = access;
    }

    @Override
    public AuthorizationResult authorize(Supplier<? extends @Nullable Authentication> authentication,
            RequestAuthorizationContext context) {
        boolean administrator = authentication.get() instanceof PersonAuthentication person && access.canAdminister(
                person.getPrincipal());
        return new AuthorizationDecision(administrator || onThisMachine(context));
    }

    /// A proxy on this machine that says whom it speaks for has been replaced by its client; one that says anything
    /// else about it is nobody's own request.
    private static boolean onThisMachine(RequestAuthorizationContext context) {
        return isLoopback(context.getRequest().getRemoteAddr())
                && context.getRequest().getHeader("Forwarded") == null
                && context.getRequest().getHeader("X-Forwarded-For") == null
                && context.getRequest().getHeader("Via") == null;
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
