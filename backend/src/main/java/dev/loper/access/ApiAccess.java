package dev.loper.access;

import dev.loper.web.ApiProblems;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/// Documents who may call what: a token or a session opens the API, and each endpoint says whom it serves.
@Component
class ApiAccess implements OperationCustomizer, GlobalOpenApiCustomizer {

    private static final String TOKEN = "token";
    private static final String SESSION = "session";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Viewer.class);
    }

    @Override
    public void customise(OpenAPI document) {
        document.getComponents().addSecuritySchemes(TOKEN, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(
                "bearer").bearerFormat("loper_…").description(
                        "A token that an administrator made; it acts as a person, or tells steps alone.")).addSecuritySchemes(
                                SESSION,
                                new SecurityScheme().type(SecurityScheme.Type.APIKEY).in(
                                        SecurityScheme.In.COOKIE).name(RedisSessionConfiguration.COOKIE).description(
                                                "The cookie of a sign-in. A write repeats the cookie `XSRF-TOKEN` in the"
                                                        + " header `X-XSRF-TOKEN`."));
        document.setSecurity(List.of(new SecurityRequirement().addList(TOKEN), new SecurityRequirement().addList(
                SESSION)));
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        Who who = AccessInterceptor.rule(handler);
        if (who == Who.EVERYBODY) {
            return operation.security(List.of());
        }
        ApiProblems.add(operation, HttpStatus.UNAUTHORIZED, "sign-in-required", "neither a token nor a session");
        if (who != null) {
            ApiProblems.add(operation, HttpStatus.FORBIDDEN, "forbidden", only(who));
        }
        return operation;
    }

    private static String only(Who who) {
        return switch (who) {
            case EVERYBODY -> throw new IllegalArgumentException("Nobody is refused.");
            case PEOPLE -> "a token for steps alone may not";
            case SUPERVISORS -> "only supervisors and administrators may";
            case ADMINISTRATORS -> "only administrators may";
            case TELLERS_OF_STEPS -> "only administrators and tokens for steps may";
        };
    }
}
