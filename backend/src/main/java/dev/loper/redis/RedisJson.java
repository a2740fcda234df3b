package dev.loper.redis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// JSON as it lies in the store: without nulls, and readable by a version that knows fewer fields.
public final class RedisJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().changeDefaultPropertyInclusion(
            value -> value.withValueInclusion(JsonInclude.Include.NON_NULL).withContentInclusion(
                    JsonInclude.Include.ALWAYS)).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private RedisJson() {}

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    /// The facts a script is given: pairs of name and value; a null value is left out, so that Lua sees nil.
    public static String facts(@Nullable Object... pairs) {
        Map<String, Object> facts = new java.util.LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            if (value != null) {
                facts.put(String.valueOf(pairs[i]), value);
            }
        }
        return write(facts);
    }
}
