package dev.loper.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/// Describes refusals: those an endpoint has of its own ([Refuses]), those every endpoint of its kind has, and the form
/// all of them have.
@Component
@Order(1)
public class ApiProblems implements OperationCustomizer, GlobalOpenApiCustomizer {

    private static final String PROBLEM = "Problem";

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        for (Refuses refusal : handler.getMethod().getAnnotationsByType(Refuses.class)) {
            add(operation, refusal.status(), refusal.type(), refusal.when());
        }
        if (has(operation, "path")) {
            add(operation, HttpStatus.NOT_FOUND, "not-found", "it is not there, or not for this person");
        }
        if (cursor(operation)) {
            add(operation, HttpStatus.BAD_REQUEST, "unknown-cursor", "`field` names a cursor this list never gave");
        }
        if (has(operation, "query") || asksForHeader(operation) || operation.getRequestBody() != null) {
            add(operation, HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "`field` names what is wrong");
        }
        if (operation.getRequestBody() != null && operation.getRequestBody().getContent().containsKey(
                "application/json")) {
            add(operation, HttpStatus.CONTENT_TOO_LARGE, "too-large",
                    "the body is larger than 8 MB, or than 64 KB of somebody who is not signed in");
        }
        add(operation, HttpStatus.SERVICE_UNAVAILABLE, "store-unavailable",
                "the store does not answer; repeat it after `Retry-After` seconds");
        return operation;
    }

    /// Adds a refusal to what an operation answers.
    public static void add(Operation operation, HttpStatus status, String type, String when) {
        ApiResponses responses = operation.getResponses();
        String code = String.valueOf(status.value());
        String line = "`" + type + "`: " + when + ".";
        ApiResponse other = responses.get(code);
        responses.addApiResponse(code, other == null
                ? new ApiResponse().description(line).content(new Content().addMediaType("application/problem+json",
                        new MediaType().schema(new JsonSchema().$ref("#/components/schemas/" + PROBLEM))))
                : other.description(other.getDescription() + "\n" + line));
    }

    private static boolean has(Operation operation, String in) {
        List<Parameter> parameters = operation.getParameters();
        return parameters != null && parameters.stream().anyMatch(parameter -> in.equals(parameter.getIn()));
    }

    private static boolean asksForHeader(Operation operation) {
        List<Parameter> parameters = operation.getParameters();
        return parameters != null && parameters.stream().anyMatch(
                parameter -> "header".equals(parameter.getIn()) && Boolean.TRUE.equals(parameter.getRequired()));
    }

    private static boolean cursor(Operation operation) {
        List<Parameter> parameters = operation.getParameters();
        return parameters != null && parameters.stream().anyMatch(
                parameter -> "cursor".equals(parameter.getName()) || "before".equals(parameter.getName()));
    }

    @Override
    public void customise(OpenAPI document) {
        Schema<?> text = new JsonSchema().types(Set.of("string"));
        document.getComponents().addSchemas(PROBLEM, new JsonSchema().types(Set.of("object")).description(
                "A refusal (RFC 9457); some have more members.").addProperty("type",
                        described(
                                "What it is, for programs: a stable word.")).addProperty("title", text).addProperty(
                                        "status",
                                        new JsonSchema().types(Set.of("integer")).format("int32")).addProperty("detail",
                                                described(
                                                        "What happened and what to do: a sentence for a person.")).addProperty(
                                                                "instance", text).addProperty("field",
                                                                        described(
                                                                                "The field or parameter at fault.")).required(
                                                                                        List.of("type", "title",
                                                                                                "status", "detail")));
    }

    private static Schema<?> described(String description) {
        return new JsonSchema().types(Set.of("string")).description(description);
    }
}
