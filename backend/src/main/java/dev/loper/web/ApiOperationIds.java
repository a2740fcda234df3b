package dev.loper.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/// Names every operation by its method and path, so that a name changes only with the endpoint itself:
/// `GET /api/v1/customers/{id}` is `getCustomersById`.
final class ApiOperationIds implements GlobalOpenApiCustomizer {

    private static final String BASE = "/api/v1/";

    @Override
    public void customise(OpenAPI document) {
        document.getPaths().forEach((path, item) -> item.readOperationsMap().forEach(
                (method, operation) -> operation.setOperationId(id(method, path))));
    }

    static String id(HttpMethod method, String path) {
        String relative = path.startsWith(BASE) ? path.substring(BASE.length()) : path;
        return method.name().toLowerCase(Locale.ROOT) + Arrays.stream(relative.split("[/-]")).filter(
                part -> !part.isEmpty()).map(ApiOperationIds::word).collect(Collectors.joining());
    }

    private static String word(String part) {
        return part.startsWith("{") ? "By" + capital(part.substring(1, part.length() - 1)) : capital(part);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
