package dev.loper.access;

import dev.loper.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Holds every endpoint below `/api/v1` to its [AccessRule], before anything of the request's body is read.
@Component
class AccessInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            check(rule(method));
        }
        return true;
    }

    private static void check(@Nullable Who who) {
        if (who == Who.EVERYBODY) {
            return;
        }
        Viewer viewer = PersonAuthentication.current();
        if (viewer == null) {
            throw signInRequired();
        }
        boolean step = who == Who.TELLERS_OF_STEPS && PersonAuthentication.tellsSteps();
        if (who == null || !step && !viewer.has(roleFor(who))) {
            throw forbidden();
        }
    }

    static ProblemException forbidden() {
        return new ProblemException("forbidden", HttpStatus.FORBIDDEN, "Your role does not allow this.");
    }

    static ProblemException signInRequired() {
        return new ProblemException("sign-in-required", HttpStatus.UNAUTHORIZED, "Sign in first.");
    }

    private static Role roleFor(Who who) {
        return switch (who) {
            case EVERYBODY, PEOPLE -> Role.AGENT;
            case SUPERVISORS -> Role.SUPERVISOR;
            case ADMINISTRATORS, TELLERS_OF_STEPS -> Role.ADMINISTRATOR;
        };
    }

    /// Who may call it; null if nobody said, which means nobody.
    static @Nullable Who rule(HandlerMethod handler) {
        AccessRule rule = handler.getMethodAnnotation(AccessRule.class);
        if (rule == null) {
            rule = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), AccessRule.class);
        }
        return rule == null ? null : rule.value();
    }
}
