package dev.loper.channel.twilio;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Component;

/// Fetches one file from Twilio.
@Component
class MediaClient {

    private static final int REDIRECTS = 3;

    private final @Nullable URI sandbox;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(
            HttpClient.Redirect.NEVER).connectTimeout(Duration.ofSeconds(3)).build();

    MediaClient(TwilioSettings settings) {
        this.sandbox = settings.sandboxUrl();
    }

    /// Opens the file at an address from a webhook; whoever opens it closes it.
    ///
    /// @throws FetchException if it cannot be had; its message is a sentence
    Fetched open(TwilioAccount account, String written) throws FetchException, InterruptedException {
        URI first = MediaAddress.first(written, account.accountSid(), sandbox);
        if (first == null) {
            throw new FetchException("Its address is not one of Twilio's.", null);
        }
        String credentials = Base64.getEncoder().encodeToString(
                (account.accountSid() + ":" + account.authToken()).getBytes(StandardCharsets.UTF_8));
        HttpResponse<InputStream> answer = ask(request(first).header("Authorization", "Basic " + credentials));
        for (int hop = 0; isRedirect(answer.statusCode()) && hop < REDIRECTS; hop++) {
            answer = follow(answer);
        }
        if (answer.statusCode() != 200) {
            throw closed(answer, "Twilio answered " + answer.statusCode() + ".");
        }
        return new Fetched(new FetchStream(answer.body()), fileName(answer), answer.headers().firstValueAsLong(
                "Content-Length").orElse(0));
    }

    private HttpResponse<InputStream> follow(HttpResponse<InputStream> answer) throws FetchException,
            InterruptedException {
        URI next = MediaAddress.next(answer.uri(), answer.headers().firstValue("Location").orElse(""), sandbox);
        if (next == null) {
            throw closed(answer, "Twilio's answer led to an unknown address.");
        }
        closed(answer, "");
        return ask(request(next));
    }

    private HttpResponse<InputStream> ask(HttpRequest.Builder request) throws FetchException, InterruptedException {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new FetchException("Twilio could not be reached.", e);
        }
    }

    private static HttpRequest.Builder request(URI url) {
        return HttpRequest.newBuilder(url).timeout(TwilioMedia.BUDGET);
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private static FetchException closed(HttpResponse<InputStream> answer, String sentence) {
        try (InputStream unread = answer.body()) {
            return new FetchException(sentence, null);
        } catch (IOException e) {
            return new FetchException(sentence, e);
        }
    }

    private static String fileName(HttpResponse<InputStream> answer) {
        String name = answer.headers().firstValue("Content-Disposition").map(ContentDisposition::parse).map(
                ContentDisposition::getFilename).orElse("");
        return name == null ? "" : name;
    }

    /// @param name the file's name, empty if Twilio gave none
    /// @param announced how many bytes are said to come, 0 if nobody says
    record Fetched(InputStream bytes, String name, long announced) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }

    /// A file that Twilio did not give us, as opposed to one we could not keep.
    static final class FetchException extends IOException {

        @Serial
        private static final long serialVersionUID = 1L;

        FetchException(String sentence, @Nullable Throwable cause) {
            super(sentence, cause);
        }
    }

    /// Tells failures of the line from those of the disk it is copied to.
    private static final class FetchStream extends FilterInputStream {

        FetchStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int start, int length) throws IOException {
            try {
                return super.read(bytes, start, length);
            } catch (IOException e) {
                throw new FetchException("The line to Twilio broke.", e);
            }
        }
    }
}
