package dev.loper.sandbox.twilio;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Writes refusals the way Twilio does: `code`, `message`, `more_info`, `status`.
@Component
class TwilioAnswers {

    private final JsonMapper json;

    TwilioAnswers(JsonMapper json) {
        this.json = json;
    }

    void write(HttpServletResponse response, TwilioError error) throws IOException {
        response.setStatus(error.status());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(body(error)));
    }

    static ResponseEntity<Object> of(TwilioError error) {
        return ResponseEntity.status(error.status()).contentType(MediaType.APPLICATION_JSON).body(body(error));
    }

    private static Map<String, Object> body(TwilioError error) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", error.code());
        body.put("message", error.message());
        body.put("more_info", "https://www.twilio.com/docs/errors/" + error.code());
        body.put("status", error.status());
        return body;
    }
}
