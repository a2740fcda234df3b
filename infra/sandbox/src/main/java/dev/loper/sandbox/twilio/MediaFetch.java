package dev.loper.sandbox.twilio;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;

import org.springframework.stereotype.Component;

/// Fetches what a sender's MediaUrl points at, within the size the network takes.
@Component
class MediaFetch {

    private static final int SMS_LIMIT = 5 << 20;
    private static final int WHATSAPP_LIMIT = 16 << 20;
    private static final Set<String> TAKEN = Set.of("image", "audio", "video");
    private static final Set<String> TAKEN_EXACTLY = Set.of("application/pdf", "text/vcard", "text/plain", "text/csv",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).followRedirects(
            HttpClient.Redirect.NORMAL).build();
    private final MediaStore store;

    MediaFetch(MediaStore store) {
        this.store = store;
    }

    Outcome fetch(String url, boolean whatsapp) {
        int limit = whatsapp ? WHATSAPP_LIMIT : SMS_LIMIT;
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(15)).build();
        try {
            HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                return judge(answer, body.readNBytes(limit + 1), limit, whatsapp);
            }
        } catch (IOException e) {
            return new Failed(whatsapp ? 63019 : 11200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Failed(whatsapp ? 63019 : 11200);
        }
    }

    private Outcome judge(HttpResponse<InputStream> answer, byte[] bytes, int limit, boolean whatsapp) {
        if (answer.statusCode() != 200 || bytes.length == 0) {
            return new Failed(whatsapp ? 63019 : 11200);
        }
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "").strip();
        if (!TAKEN.contains(type.replaceAll("/.*", "")) && !TAKEN_EXACTLY.contains(type)) {
            return new Failed(whatsapp ? 63021 : 12300);
        }
        return bytes.length > limit ? new Failed(whatsapp ? 63021 : 11751) : new Fetched(store.keep(bytes, type));
    }

    sealed interface Outcome {}

    record Fetched(MediaItem item) implements Outcome {}

    /// `code` is the error the message fails with.
    record Failed(int code) implements Outcome {}
}
