package dev.loper.benchmarks;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// A webhook that does nothing, behind the same filters as the others: what the web server alone costs.
///
/// It is on the product's class path only when the harness puts it there.
@RestController
@Profile("benchmark")
class NoOpHook {

    static final String PATH = "/hooks/benchmark/message";
    private static final ResponseEntity<byte[]> TAKEN = ResponseEntity.ok().contentType(new MediaType("text", "xml",
            StandardCharsets.UTF_8)).body("<Response/>".getBytes(StandardCharsets.UTF_8));

    @PostMapping(PATH)
    ResponseEntity<byte[]> take(HttpServletRequest request) throws IOException {
        request.getInputStream().readAllBytes();
        return TAKEN;
    }
}
