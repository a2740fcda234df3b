package dev.loper.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The API's description, to which every answer in these tests is held: no field more, none less, each of its type.
///
/// It is the copy in the repository, from which the app's types are made.
final class Described {

    private static final JsonNode DOCUMENT = read();

    private Described() {}

    /// An endpoint of the description.
    record Endpoint(String method, String path, JsonNode operation) {

        /// The schema of its JSON body; none if it takes none.
        @Nullable
        JsonNode body() {
            JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
            return schema.isMissingNode() ? null : resolved(schema);
        }
    }

    static List<Endpoint> endpoints() {
        List<Endpoint> all = new ArrayList<>();
        DOCUMENT.get("paths").forEachEntry((path, methods) -> methods.forEachEntry(
                (method, operation) -> all.add(new Endpoint(method.toUpperCase(java.util.Locale.ROOT), path,
                        operation))));
        return all;
    }

    /// What is wrong with an answer, a line each.
    static List<String> faults(String method, String path, int status, @Nullable String contentType, JsonNode body) {
        String bare = path.split("\\?", 2)[0];
        Endpoint endpoint = endpoints().stream().filter(one -> one.method().equals(method) && fits(one.path(),
                bare)).min(Comparator.comparing(one -> one.path().contains("{"))).orElse(null);
        if (endpoint == null) {
            return status == 404 || status == 405 ? List.of() : List.of(method + " " + bare + " is not described");
        }
        if (status >= 400) {
            return problem(endpoint, status, contentType, body);
        }
        JsonNode response = endpoint.operation().at("/responses/" + status);
        if (response.isMissingNode()) {
            return status == 204
                    ? List.of()
                    : List.of(method + " " + endpoint.path() + " does not describe " + status);
        }
        JsonNode schema = response.at("/content/application~1json/schema");
        List<String> faults = new ArrayList<>();
        if (contentType != null && contentType.contains("json") && !schema.isMissingNode()) {
            check(body, schema, "", faults);
        }
        return faults;
    }

    private static List<String> problem(Endpoint endpoint, int status, @Nullable String contentType, JsonNode body) {
        List<String> faults = new ArrayList<>();
        if (contentType == null || !contentType.startsWith("application/problem+json")) {
            faults.add("a refusal of type " + contentType);
        }
        for (String member : List.of("type", "title", "detail")) {
            if (body.path(member).asString("").isBlank()) {
                faults.add("a refusal without " + member);
            }
        }
        if (body.path("status").asInt(0) != status) {
            faults.add("a refusal whose status is another");
        }
        if (!body.path("detail").asString("").matches("(?s).*[.?!”]")) {
            faults.add("“" + body.path("detail").asString("") + "” is no sentence");
        }
        String described = endpoint.operation().at("/responses/" + status + "/description").asString("");
        String type = body.path("type").asString("");
        if (status != 405 && status != 406 && status != 415 && !(status == 400 && type.equals("bad-request"))
                && !described.contains("`" + type + "`")) {
            faults.add("the refusal " + status + " `" + type + "` is not described: " + described);
        }
        return faults;
    }

    private static boolean fits(String template, String path) {
        return path.matches(template.replaceAll("\\{[^}]+}", "[^/]+"));
    }

    private static void check(JsonNode value, JsonNode given, String at, List<String> faults) {
        JsonNode schema = resolved(given);
        JsonNode choices = schema.path("oneOf");
        if (choices.isArray()) {
            List<String> least = StreamSupport.stream(choices.spliterator(), false).map(choice -> {
                List<String> found = new ArrayList<>();
                check(value, choice, at, found);
                return found;
            }).filter(found -> !(value.isObject() && found.stream().anyMatch(
                    fault -> fault.endsWith("is no null")))).min(Comparator.comparing(List::size)).orElseThrow();
            faults.addAll(least);
            return;
        }
        List<String> types = types(schema);
        if (!types.isEmpty() && types.stream().noneMatch(type -> is(value, type))) {
            faults.add(at + " = " + value + " is no " + String.join(" or ", types));
            return;
        }
        JsonNode words = schema.path("enum");
        if (words.isArray() && words.valueStream().noneMatch(value::equals)) {
            faults.add(at + " = " + value + " is none of " + words);
        }
        if (value.isString() && schema.path("format").asString("").equals("date-time")) {
            instant(value.asString(), at, faults);
        }
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                check(value.get(i), schema.path("items"), at + "[" + i + "]", faults);
            }
        }
        if (value.isObject()) {
            object(value, schema, at, faults);
        }
    }

    private static void object(JsonNode value, JsonNode schema, String at, List<String> faults) {
        JsonNode properties = schema.path("properties");
        schema.path("required").forEach(name -> {
            if (!value.has(name.asString())) {
                faults.add(at + "." + name.asString() + " is missing");
            }
        });
        value.forEachEntry((name, part) -> {
            JsonNode described = properties.has(name) ? properties.get(name) : schema.path("additionalProperties");
            if (described.isObject()) {
                check(part, described, at + "." + name, faults);
            } else {
                faults.add(at + "." + name + " is not described");
            }
        });
    }

    private static void instant(String text, String at, List<String> faults) {
        try {
            Instant.parse(text);
            if (!text.endsWith("Z")) {
                faults.add(at + " = " + text + " is not in UTC");
            }
        } catch (DateTimeParseException e) {
            faults.add(at + " = " + text + " is no time");
        }
    }

    private static List<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray()
                ? type.valueStream().map(JsonNode::asString).toList()
                : type.isString() ? List.of(type.asString()) : List.of();
    }

    private static boolean is(JsonNode value, String type) {
        return switch (type) {
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "null" -> value.isNull();
            default -> throw new IllegalArgumentException(type);
        };
    }

    static JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? resolved(DOCUMENT.at(schema.get("$ref").asString().substring(1))) : schema;
    }

    /// The types a property may have, those of its choices too.
    static List<String> typesOf(JsonNode property) {
        JsonNode schema = resolved(property);
        return schema.path("oneOf").isArray()
                ? schema.get("oneOf").valueStream().flatMap(choice -> typesOf(choice).stream()).toList()
                : types(schema);
    }

    private static JsonNode read() {
        try {
            return new JsonMapper().readTree(Files.readString(Path.of("../frontend/src/types/openapi.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
