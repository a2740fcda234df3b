package dev.loper.channel.twilio;

import dev.loper.message.AccountId;
import dev.loper.message.Attachment;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes and reads the short-lived public addresses under which Twilio fetches the files of an answer.
///
/// An address names one file, an end, and a signature over both: nobody can guess or extend one. The key is made from
/// the account's auth token, so every node has it and a new token ends all addresses.
@Component
class MediaLinks {

    /// Twilio fetches while the message is sent; this leaves room for its queue.
    static final Duration LIFETIME = Duration.ofHours(1);

    private static final String PURPOSE = "loper media link 1\n";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final TwilioAccounts accounts;
    private final String folder;
    private final Clock clock;

    MediaLinks(TwilioAccounts accounts, TwilioSettings settings, Clock clock) {
        this.accounts = accounts;
        this.folder = settings.publicUrl() + "/media/";
        this.clock = clock;
    }

    URI make(TwilioAccount account, Attachment file) {
        String content = String.join("\n", account.id().value(),
                Long.toString(clock.instant().plus(LIFETIME).getEpochSecond()), file.id(), file.type(),
                Long.toString(file.size()), file.name());
        return URI.create(folder + encode(content.getBytes(StandardCharsets.UTF_8)) + "." + encode(sign(account,
                content)));
    }

    /// The file an address names.
    ///
    /// @return none if the address was not made here, was altered, or is past its end
    @Nullable
    Attachment read(String token) {
        List<String> parts = List.of(token.split("\\.", -1));
        byte @Nullable [] content = parts.size() == 2 ? decode(parts.get(0)) : null;
        byte @Nullable [] signature = parts.size() == 2 ? decode(parts.get(1)) : null;
        return content == null || signature == null
                ? null
                : read(new String(content, StandardCharsets.UTF_8),
                        signature);
    }

    private @Nullable Attachment read(String content, byte[] signature) {
        String[] lines = content.split("\n", 6);
        TwilioAccount account = accounts.find(new AccountId(lines[0]));
        if (account == null || !MessageDigest.isEqual(sign(account, content), signature)) {
            return null;
        }
        boolean ended = clock.instant().isAfter(Instant.ofEpochSecond(Long.parseLong(lines[1])));
        return ended ? null : new Attachment(lines[2], lines[5], lines[3], Long.parseLong(lines[4]), null);
    }

    private static byte[] sign(TwilioAccount account, String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(account.authToken().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal((PURPOSE + content).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    private static byte @Nullable [] decode(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
