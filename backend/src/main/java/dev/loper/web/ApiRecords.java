package dev.loper.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Documents the records of the API as what they are: what is not `@Nullable` is never null, and an answer always has
/// all its fields. In a request, what may be null may also be left out.
final class ApiRecords implements GlobalOpenApiCustomizer {

    private static final String OURS = "dev.loper.";

    private final RequestMappingHandlerMapping endpoints;

    ApiRecords(RequestMappingHandlerMapping endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public void customise(OpenAPI document) {
        Map<String, Class<?>> answers = new TreeMap<>();
        Map<String, Class<?>> requests = new TreeMap<>();
        endpoints.getHandlerMethods().forEach((mapping, handler) -> {
            if (mapping.getPatternValues().stream().anyMatch(pattern -> pattern.startsWith("/api/v1"))) {
                collect(handler.getReturnType().getGenericParameterType(), answers);
                bodies(handler).forEach(body -> collect(body, requests));
            }
        });
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        answers.forEach((name, type) -> complete(schemas.get(name), type, true));
        requests.forEach((name, type) -> complete(schemas.get(name), type, false));
    }

    private static Stream<Type> bodies(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters()).filter(
                parameter -> parameter.hasParameterAnnotation(RequestBody.class)).map(
                        MethodParameter::getGenericParameterType);
    }

    /// Finds the records a type is made of, by the names they have in the document.
    private static void collect(Type type, Map<String, Class<?>> found) {
        ResolvableType resolved = ResolvableType.forType(type);
        Arrays.stream(resolved.getGenerics()).map(ResolvableType::getType).forEach(part -> collect(part, found));
        Class<?> raw = resolved.resolve(Object.class);
        if (!raw.getName().startsWith(OURS) || !(raw.isRecord() || raw.isEnum())) {
            return;
        }
        Class<?> before = found.put(name(raw), raw);
        if (before != null && before != raw && !sameShape(before, raw)) {
            throw new IllegalStateException("Both " + before.getName() + " and " + raw.getName() + " would be called “"
                    + name(raw) + "” in the API. Give one of them a name of its own.");
        }
        if (before == null && raw.isRecord()) {
            Arrays.stream(raw.getRecordComponents()).forEach(part -> collect(part.getGenericType(), found));
        }
    }

    private static boolean sameShape(Class<?> one, Class<?> other) {
        return one.isRecord() && other.isRecord() && Arrays.toString(shape(one)).equals(Arrays.toString(shape(other)));
    }

    private static Object[] shape(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(
                part -> part.getAnnotatedType() + " " + part.getName()).toArray();
    }

    private static String name(Class<?> type) {
        io.swagger.v3.oas.annotations.media.Schema given = type.getAnnotation(
                io.swagger.v3.oas.annotations.media.Schema.class);
        return given == null || given.name().isEmpty() ? type.getSimpleName() : given.name();
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static void complete(@Nullable Schema schema, Class<?> type, boolean answer) {
        if (schema == null || !type.isRecord() || schema.getProperties() == null) {
            return;
        }
        Map<String, Schema> properties = schema.getProperties();
        List<String> required = new ArrayList<>();
        for (RecordComponent part : type.getRecordComponents()) {
            boolean nullable = part.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (answer || !nullable || demanded(part)) {
                required.add(part.getName());
            }
            if (nullable) {
                properties.computeIfPresent(part.getName(), (name, property) -> orNull(property));
            }
        }
        required.sort(String::compareTo);
        schema.setRequired(required);
    }

    /// Whether null must be said, so that forgetting it is not taken for it.
    private static boolean demanded(RecordComponent part) {
        JsonProperty property = part.getAccessor().getAnnotation(JsonProperty.class);
        return property != null && property.required();
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (property.getOneOf() != null) {
            return property;
        }
        if (property.get$ref() != null) {
            return new JsonSchema().oneOf(List.of(property, new JsonSchema().types(Set.of("null"))));
        }
        Set<String> types = new LinkedHashSet<>(property.getTypes() == null ? Set.of() : property.getTypes());
        types.add("null");
        property.setTypes(types);
        orNullWord(property);
        return property;
    }

    private static <T> void orNullWord(Schema<T> property) {
        if (property.getEnum() != null && !property.getEnum().contains(null)) {
            List<@Nullable T> words = new ArrayList<>(property.getEnum());
            words.add(null);
            property.setEnum(words);
        }
    }
}
