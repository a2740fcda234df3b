package dev.loper.reply;

import dev.loper.message.Attachment;
import dev.loper.message.PersonId;
import dev.loper.redis.RedisJson;
import dev.loper.secret.Seal;
import dev.loper.secret.SigningKeys;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// The id a person gets for an uploaded file, and answers with: what we know of the file, signed for this person. So
/// nothing is stored about files that are never sent, and every node can redeem it.
@Component
class AttachmentTickets {

    private static final Duration LIFE = Duration.ofDays(7);
    private static final Pattern FORM = Pattern.compile("([\\w-]{1,2000})\\.([\\w-]{43})");

    private final Seal seal;
    private final Clock clock;

    AttachmentTickets(SigningKeys secrets, Clock clock) {
        this.seal = new Seal(secrets.derive("agent-upload"), "agent-upload");
        this.clock = clock;
    }

    private record Content(Attachment file, long until) {}

    String issue(PersonId person, Attachment file) {
        byte[] content = RedisJson.write(new Content(file, clock.instant().plus(LIFE).getEpochSecond())).getBytes(
                StandardCharsets.UTF_8);
        String body = Base64.getUrlEncoder().withoutPadding().encodeToString(content);
        return body + "." + seal.of(person.value(), body);
    }

    /// The file a ticket stands for; none if it is forged, another's, or over.
    Optional<Attachment> redeem(PersonId person, String ticket) {
        Matcher form = FORM.matcher(ticket);
        if (!form.matches() || !seal.fits(form.group(2), person.value(), form.group(1))) {
            return Optional.empty();
        }
        String json = new String(Base64.getUrlDecoder().decode(form.group(1)), StandardCharsets.UTF_8);
        Content content = RedisJson.read(json, Content.class);
        return clock.instant().isBefore(Instant.ofEpochSecond(content.until()))
                ? Optional.of(content.file())
                : Optional.empty();
    }
}
