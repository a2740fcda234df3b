package dev.loper.sandbox.twilio;

import java.util.Map;

import dev.loper.sandbox.SandboxSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The approved WhatsApp templates, by their content sid.
@Component
class Templates {

    private final Map<String, String> texts;
    private final JsonMapper json;

    Templates(SandboxSettings settings, JsonMapper json) {
        this.texts = settings.twilio().templates();
        this.json = json;
    }

    /// `variables` is a JSON object such as `{"1":"Eva"}`.
    Outcome fill(String contentSid, @Nullable String variables) {
        String text = texts.get(contentSid);
        if (text == null) {
            return new Unknown();
        }
        try {
            Map<String, String> values = variables == null || variables.isBlank()
                    ? Map.of()
                    : json.readValue(variables, new TypeReference<Map<String, String>>() {
                    });
            for (Map.Entry<String, String> value : values.entrySet()) {
                text = text.replace("{{" + value.getKey() + "}}", value.getValue());
            }
            return new Filled(text);
        } catch (JacksonException e) {
            return new BadVariables();
        }
    }

    sealed interface Outcome {}

    record Filled(String text) implements Outcome {}

    record Unknown() implements Outcome {}

    record BadVariables() implements Outcome {}
}
