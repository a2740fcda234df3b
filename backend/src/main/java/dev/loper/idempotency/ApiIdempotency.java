package dev.loper.idempotency;

import dev.loper.web.ApiProblems;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Describes the header that every write takes, and what it can be refused for.
@Component
@Order(2)
class ApiIdempotency implements GlobalOpenApiCustomizer {

    private static final String NAME = "IdempotencyKey";

    @Override
    public void customise(OpenAPI document) {
        JsonSchema text = new JsonSchema();
        text.types(Set.of("string")).minLength(1).maxLength(255);
        document.getComponents().addParameters(NAME, new Parameter().in("header").name(
                IdempotencyFilter.HEADER).required(false).schema(text).description(
                        "Makes repeating it harmless for 24 hours: the first answer comes again, with"
                                + " `Idempotency-Replayed: true`."));
        document.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
            if (Writes.keyed(method.name(), path)) {
                describe(operation);
            }
        }));
    }

    private static void describe(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().removeIf(parameter -> IdempotencyFilter.HEADER.equals(parameter.getName()));
        }
        operation.addParametersItem(new Parameter().$ref("#/components/parameters/" + NAME));
        ApiProblems.add(operation, HttpStatus.BAD_REQUEST, "invalid-key", "the `Idempotency-Key` is none");
        ApiProblems.add(operation, HttpStatus.CONFLICT, "in-progress",
                "the first request with this `Idempotency-Key` is being carried out");
        ApiProblems.add(operation, HttpStatus.CONFLICT, "answer-not-kept",
                "it was done, and its answer is not kept: it was too large, or a customer was erased since");
        ApiProblems.add(operation, HttpStatus.UNPROCESSABLE_CONTENT, "key-used",
                "the `Idempotency-Key` was given to another request");
    }
}
