package dev.loper.handover;

import dev.loper.message.ChannelAddress;
import dev.loper.message.TopicId;
import dev.loper.secret.Seal;
import dev.loper.secret.SigningKeys;
import dev.loper.web.PublicUrl;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// What proves a handover, made of its id by a key nobody else has: so it can be shown again while it is open, and the store
/// keeps digests only.
///
/// A link has 132 bits, a text 80, a spoken code six digits; the digest of a code is a keyed one, since a million of them are
/// soon tried.
@Component
class HandoverProofs {

    private static final int LINK = 22;
    private static final int TEXT_BYTES = 10;
    private static final int CODES = 1_000_000;
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern TEXT = Pattern.compile("LOPER((?:[-\\s]?[0-9A-Z]{4}){4})(?![0-9A-Z])");
    /// The text with whatever brackets it stands in.
    private static final Pattern IN_WORDS = Pattern.compile("(?i)[(\\[]?\\bLOPER(?:[-\\s]?[0-9A-Z]{4}){4}\\b[)\\]]?");

    private final Seal links;
    private final Seal texts;
    private final Seal codes;
    private final Seal codeDigests;
    private final PublicUrl url;

    HandoverProofs(SigningKeys keys, PublicUrl url) {
        this.links = new Seal(keys.derive("handover-link"), "handover-link");
        this.texts = new Seal(keys.derive("handover-text"), "handover-text");
        this.codes = new Seal(keys.derive("handover-code"), "handover-code");
        this.codeDigests = new Seal(keys.derive("handover-code-digest"), "handover-code-digest");
        this.url = url;
    }

    String token(HandoverId id) {
        return links.of(id.value()).substring(0, LINK);
    }

    /// The address of its page.
    String page(HandoverId id) {
        return url.at("/h/" + token(id));
    }

    /// The text a message carries: `LOPER-` and four times four of 32 letters and digits that cannot be mistaken for another.
    String text(HandoverId id) {
        byte[] bytes = Base64.getUrlDecoder().decode(texts.of(id.value()));
        StringBuilder text = new StringBuilder("LOPER");
        java.math.BigInteger number = new java.math.BigInteger(1, java.util.Arrays.copyOf(bytes, TEXT_BYTES));
        for (int i = 15; i >= 0; i--) {
            text.append(i % 4 == 3 ? "-" : "").append(DIGITS.charAt(
                    number.shiftRight(5 * i).intValue() & DIGITS.length() - 1));
        }
        return text.toString();
    }

    /// A spoken code of a handover: six digits.
    ///
    /// @param number which of its codes
    String code(HandoverId id, int number) {
        byte[] bytes = Base64.getUrlDecoder().decode(codes.of(id.value(), String.valueOf(number)));
        // Of 2⁶³, a million does not make one code noticeably likelier than another.
        long drawn = java.nio.ByteBuffer.wrap(bytes).getLong() & Long.MAX_VALUE;
        return String.format(Locale.ROOT, "%06d", drawn % CODES);
    }

    String digestOfCode(String code) {
        return codeDigests.of(code);
    }

    static String digestOfToken(String token) {
        return digest("link", token);
    }

    static String digestOfText(String text) {
        return digest("text", text);
    }

    /// @param topic whose reply token the answer carries
    static String digestOfLetter(TopicId topic, ChannelAddress address) {
        return digest("letter", topic.value() + "|" + address.key());
    }

    static String digestOfShortMessage(ChannelAddress address) {
        return digest("message", address.key());
    }

    /// The text in what somebody wrote, as [#text] has it; small letters and what looks alike are understood.
    static Optional<String> textIn(String words) {
        Matcher found = TEXT.matcher(words.toUpperCase(Locale.ROOT));
        return found.find()
                ? Optional.of("LOPER-" + String.join("-", found.group(1).replaceAll("[-\\s]", "").replace('O',
                        '0').replace('I', '1').replace('L', '1').split("(?<=\\G.{4})")))
                : Optional.empty();
    }

    /// The words without the text; all of them where nothing else was said.
    static String without(String words) {
        String rest = IN_WORDS.matcher(words).replaceFirst("").strip();
        return rest.isEmpty() ? words : rest;
    }

    private static String digest(String what, String proof) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest((what + "|" + proof).getBytes(
                    StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
