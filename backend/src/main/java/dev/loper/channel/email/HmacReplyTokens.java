package dev.loper.channel.email;

import dev.loper.message.TopicId;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// Reply tokens of the form base32hex(form, mac, topic id), where mac is the first 80 bits of an HMAC-SHA256 over the id.
///
/// The form says how the id is packed: as the bytes it is the hexadecimal of, so that the token fits the 64 characters
/// before an at sign, or as text. Base 32 survives mail servers that lower or raise the case of an address.
final class HmacReplyTokens implements ReplyTokens {

    private static final int MAC = 10;
    private static final int RADIX = 32;
    private static final byte HEX = 1;
    private static final byte TEXT = 2;
    private static final Pattern HEX_ID = Pattern.compile("([0-9a-f]{2})+");
    private static final Pattern FORM = Pattern.compile("[0-9a-v]{17,200}");
    private static final byte[] PURPOSE = "loper reply token\0".getBytes(StandardCharsets.UTF_8);

    private final SecretKey key;

    HmacReplyTokens(SecretKey key) {
        this.key = key;
    }

    @Override
    public String token(TopicId topic) {
        byte[] id = HEX_ID.matcher(topic.value()).matches()
                ? HexFormat.of().parseHex(topic.value())
                : topic.value().getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(1 + MAC + id.length);
        bytes.put(HEX_ID.matcher(topic.value()).matches() ? HEX : TEXT).put(mac(topic)).put(id);
        return new BigInteger(bytes.array()).toString(RADIX);
    }

    @Override
    public Optional<TopicId> topic(String token) {
        String lower = token.toLowerCase(Locale.ROOT);
        if (!FORM.matcher(lower).matches()) {
            return Optional.empty();
        }
        byte[] bytes = new BigInteger(lower, RADIX).toByteArray();
        if (bytes.length < 2 + MAC || bytes[0] != HEX && bytes[0] != TEXT) {
            return Optional.empty();
        }
        byte[] id = Arrays.copyOfRange(bytes, 1 + MAC, bytes.length);
        TopicId topic = new TopicId(
                bytes[0] == HEX ? HexFormat.of().formatHex(id) : new String(id, StandardCharsets.UTF_8));
        boolean ours = MessageDigest.isEqual(Arrays.copyOfRange(bytes, 1, 1 + MAC), mac(topic));
        return ours ? Optional.of(topic) : Optional.empty();
    }

    private byte[] mac(TopicId topic) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(PURPOSE);
            return Arrays.copyOf(mac.doFinal(topic.value().getBytes(StandardCharsets.UTF_8)), MAC);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK.", e);
        }
    }
}
