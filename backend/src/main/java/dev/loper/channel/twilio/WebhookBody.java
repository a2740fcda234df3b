package dev.loper.channel.twilio;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Reads the body of a webhook, as it came, up to a limit.
final class WebhookBody {

    /// Twilio's forms have about 2 KB; a text of 1,600 characters, each of them encoded, makes 20 KB.
    static final int MAX_BYTES = 64 * 1024;

    private WebhookBody() {}

    /// @return none if it is larger than [#MAX_BYTES]; no more than that is ever read
    static byte @Nullable [] read(HttpServletRequest request) throws IOException {
        long announced = request.getContentLengthLong();
        if (announced > MAX_BYTES) {
            return null;
        }
        InputStream in = request.getInputStream();
        if (announced >= 0) {
            return in.readNBytes((int) announced);
        }
        byte[] body = in.readNBytes(MAX_BYTES + 1);
        return body.length > MAX_BYTES ? null : body;
    }
}
