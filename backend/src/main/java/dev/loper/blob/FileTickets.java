package dev.loper.blob;

import dev.loper.message.Attachment;
import dev.loper.redis.RedisJson;
import dev.loper.secret.Seal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.SecretKey;

/// The id somebody gets for an uploaded file, and sends a message with: what we know of the file, signed for whoever
/// uploaded it. So every node can redeem it, and nothing has to be looked up. The file itself waits in [Uploads].
public final class FileTickets {

    /// A browser may be without a network for that long before its message arrives.
    public static final Duration LIFE = Duration.ofDays(7);
    private static final Pattern FORM = Pattern.compile("([\\w-]{1,2000})\\.([\\w-]{43})");

    private final Seal seal;
    private final Clock clock;

    /// @param purpose what the key signs: a ticket of one purpose is none of another
    public FileTickets(SecretKey key, String purpose, Clock clock) {
        this.seal = new Seal(key, purpose);
        this.clock = clock;
    }

    private record Content(Attachment file, long until) {}

    /// @param owner whose it is, in one or several words
    public String issue(Attachment file, String... owner) {
        byte[] content = RedisJson.write(new Content(file, clock.instant().plus(LIFE).getEpochSecond())).getBytes(
                StandardCharsets.UTF_8);
        String body = Base64.getUrlEncoder().withoutPadding().encodeToString(content);
        return body + "." + seal.of(signed(body, owner));
    }

    /// The file a ticket stands for; none if it is forged, another's, or over.
    public Optional<Attachment> redeem(String ticket, String... owner) {
        Matcher form = FORM.matcher(ticket);
        if (!form.matches() || !seal.fits(form.group(2), signed(form.group(1), owner))) {
            return Optional.empty();
        }
        String json = new String(Base64.getUrlDecoder().decode(form.group(1)), StandardCharsets.UTF_8);
        Content content = RedisJson.read(json, Content.class);
        return clock.instant().isBefore(Instant.ofEpochSecond(content.until()))
                ? Optional.of(content.file())
                : Optional.empty();
    }

    private static String[] signed(String body, String... owner) {
        return Stream.concat(Stream.of(owner), Stream.of(body)).toArray(String[]::new);
    }
}
