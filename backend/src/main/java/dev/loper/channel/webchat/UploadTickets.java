package dev.loper.channel.webchat;

import dev.loper.secret.Seal;
import dev.loper.message.AccountId;
import dev.loper.message.Attachment;
import dev.loper.message.ChannelAddress.Visitor;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import tools.jackson.databind.json.JsonMapper;

/// The id a visitor gets for an uploaded file, and sends a message with: what we know of the file, signed for this
/// visitor. So nothing is stored about files of which no message is made, and every node can redeem it.
final class UploadTickets {

    /// A browser may be without a network for that long before its message arrives.
    static final Duration LIFE = Duration.ofDays(7);
    private static final Pattern FORM = Pattern.compile("([\\w-]{1,2000})\\.([\\w-]{43})");

    private final Seal seal;
    private final Clock clock;
    private final JsonMapper mapper = new JsonMapper();

    UploadTickets(SecretKey key, Clock clock) {
        this.seal = new Seal(key, "upload");
        this.clock = clock;
    }

    private record Content(Attachment file, long until) {}

    String issue(AccountId account, Visitor visitor, Attachment file) {
        Content content = new Content(file, clock.instant().plus(LIFE).getEpochSecond());
        String body = Base64.getUrlEncoder().withoutPadding().encodeToString(mapper.writeValueAsBytes(content));
        return body + "." + seal.of(account.value(), visitor.value(), body);
    }

    /// The file a ticket stands for; none if it is forged, another visitor's, or over.
    Optional<Attachment> redeem(AccountId account, Visitor visitor, String ticket) {
        Matcher form = FORM.matcher(ticket);
        if (!form.matches() || !seal.fits(form.group(2), account.value(), visitor.value(), form.group(1))) {
            return Optional.empty();
        }
        byte[] body = Base64.getUrlDecoder().decode(form.group(1).getBytes(StandardCharsets.US_ASCII));
        Content content = mapper.readValue(body, Content.class);
        return clock.instant().isBefore(Instant.ofEpochSecond(content.until()))
                ? Optional.of(content.file())
                : Optional.empty();
    }
}
