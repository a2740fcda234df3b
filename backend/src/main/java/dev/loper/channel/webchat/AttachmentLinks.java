package dev.loper.channel.webchat;

import dev.loper.secret.Seal;
import dev.loper.message.AccountId;
import dev.loper.message.Attachment;
import dev.loper.message.ChannelAddress.Visitor;
import dev.loper.message.EntryId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import java.nio.charset.StandardCharsets;

/// The address a visitor's browser fetches an attachment from: `/widget/attachments/{entry}/{id}?visitor=…`, where the
/// last part is `<account>.<visitor>.<expiry>.<signature>`. An `<img>` can send no header, so the proof is in the
/// address; it is for this one file, this visitor and a few hours.
final class AttachmentLinks {

    private static final Pattern PASS = Pattern.compile(
            "([a-z0-9-]{1,40})\\.([\\w-]{22})\\.(\\d{1,12})\\.([\\w-]{43})");

    private final Seal seal;
    private final Clock clock;

    AttachmentLinks(SecretKey key, Clock clock) {
        this.seal = new Seal(key, "attachment");
        this.clock = clock;
    }

    /// Who may fetch: what a pass proves.
    record Holder(AccountId account, Visitor visitor) {}

    String link(ChatSite site, Visitor visitor, EntryId entry, Attachment attachment) {
        String until = Long.toString(clock.instant().plus(site.limits().linkLife()).getEpochSecond());
        String signature = seal.of(site.id().value(), visitor.value(), until, entry.value(), attachment.id());
        return "/widget/attachments/" + segment(entry.value()) + "/" + segment(attachment.id()) + "?visitor="
                + String.join(".", site.id().value(), visitor.value(), until, signature);
    }

    /// Whom a pass lets in to this attachment; none if it is forged, for another one, or over.
    Optional<Holder> verify(@Nullable String pass, EntryId entry, String attachment) {
        Matcher form = PASS.matcher(pass == null ? "" : pass);
        boolean fits = form.matches()
                && seal.fits(form.group(4), form.group(1), form.group(2), form.group(3), entry.value(), attachment)
                && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(form.group(3))));
        return fits
                ? Optional.of(new Holder(new AccountId(form.group(1)), new Visitor(form.group(2))))
                : Optional.empty();
    }

    private static String segment(String text) {
        return UriUtils.encodePathSegment(text, StandardCharsets.UTF_8);
    }
}
