package dev.loper.access;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every endpoint below `/api/v1` of an application, as `GET /api/v1/…`, with its declared rule.
public final class EndpointRules {

    private EndpointRules() {}

    /// @return the rule's name by endpoint; `NOBODY` where none is declared
    public static Map<String, String> of(RequestMappingHandlerMapping mapping) {
        Map<String, String> rules = new TreeMap<>();
        mapping.getHandlerMethods().forEach((info, handler) -> info.getPatternValues().stream().filter(
                pattern -> pattern.startsWith("/api/v1")).forEach(
                        pattern -> info.getMethodsCondition().getMethods().forEach(
                                method -> rules.put(method + " " + pattern, name(AccessInterceptor.rule(handler))))));
        return rules;
    }

    private static String name(@Nullable Who who) {
        return who == null ? "NOBODY" : who.name();
    }
}
