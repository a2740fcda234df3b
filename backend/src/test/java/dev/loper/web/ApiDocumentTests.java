package dev.loper.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.loper.ApiTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `frontend/src/types/openapi.json` is what `/v3/api-docs` says.
class ApiDocumentTests extends ApiTest {

    private static final Path COPY = Path.of("../frontend/src/types/openapi.json");
    private static final String RENEW = "mvn -pl backend -am test -Dtest=ApiDocumentTests"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dloper.renew-api-document=true";
    private static final JsonMapper JSON = JsonMapper.builder().enable(
            SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    /// A line for everything, so that two people's changes seldom meet in one.
    private static final ObjectWriter PRETTY = JSON.writer().with(new DefaultPrettyPrinter(
            Separators.createDefaultInstance().withObjectNameValueSpacing(
                    Separators.Spacing.AFTER)).withArrayIndenter(LINES).withObjectIndenter(LINES));

    private String document;

    @BeforeEach
    void read() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v3/api-docs")).header(
                "Authorization", "Bearer loper_demo").build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        document = PRETTY.writeValueAsString(JSON.readValue(answer.body(), Object.class)) + "\n";
    }

    @Test
    void theCopyInTheRepositoryIsUpToDate() throws IOException {
        if (Boolean.getBoolean("loper.renew-api-document")) {
            Files.writeString(COPY, document);
        }
        List<String> copied = Files.readAllLines(COPY);
        List<String> said = document.lines().toList();
        int same = 0;
        while (same < Math.min(copied.size(), said.size()) && copied.get(same).equals(said.get(same))) {
            same++;
        }
        if (same < Math.max(copied.size(), said.size())) {
            fail("frontend/src/types/openapi.json is not what the API is any more, first in line " + (same + 1)
                    + ". Renew it, and see in its diff what you changed:\n  " + RENEW);
        }
    }

    @Test
    void everyEndpointHasASummary() {
        List<String> without = new ArrayList<>();
        JSON.readTree(document).get("paths").forEachEntry(
                (path, methods) -> methods.forEachEntry((method, operation) -> {
                    if (operation.path("summary").asString("").isBlank()) {
                        without.add(method.toUpperCase() + " " + path);
                    }
                }));
        assertThat(without).as("Say what it does, with @Operation(summary = …)").isEmpty();
    }
}
