package dev.loper.channel.webchat;

import dev.loper.channel.VisitorProof.Login;
import dev.loper.message.ChannelAddress.Email;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a site signs about whoever is signed in there, with the secret it shares with one chat account.
///
/// Two forms: a JWT (RFC 7519) with HS256, `sub`, `exp` and perhaps `aud` and `email` with `email_verified`; or `<user>.<expiry>.<signature>`, the expiry in
/// seconds since 1970, the signature HMAC-SHA256 in hexadecimal over what stands before its point. The algorithm is ours to
/// choose and never the token's; a login that is good for longer than a day is not taken.
final class SiteLogin {

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int MOST = 4_096;
    private static final Pattern USER = Pattern.compile("[^\\p{Cc}|]{1,200}");
    private static final String HMAC = "HmacSHA256";

    private final String site;
    private final SecretKeySpec key;
    private final JsonMapper mapper = new JsonMapper();

    /// @param site the chat account
    SiteLogin(String site, String secret) {
        this.site = site;
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC);
    }

    /// Who is signed in; none if it is forged, over, or none of the two forms.
    Optional<Login> read(@Nullable String signed, Instant now) {
        if (signed == null || signed.length() > MOST) {
            return Optional.empty();
        }
        int last = signed.lastIndexOf('.');
        int before = last < 0 ? -1 : signed.lastIndexOf('.', last - 1);
        if (before < 1) {
            return Optional.empty();
        }
        String body = signed.substring(0, last);
        String signature = signed.substring(last + 1);
        return signature.matches("[0-9a-fA-F]{64}") && fits(hex(signature), body)
                ? login(body.substring(0, before), seconds(body.substring(before + 1)), null, now)
                : jwt(body, signature, now);
    }

    private Optional<Login> jwt(String body, String signature, Instant now) {
        try {
            String[] parts = body.split("\\.", -1);
            if (parts.length != 2 || !fits(Base64.getUrlDecoder().decode(signature), body)) {
                return Optional.empty();
            }
            JsonNode header = mapper.readTree(decoded(parts[0]));
            if (!"HS256".equals(header.path("alg").stringValue("")) || header.has("crit")) {
                return Optional.empty();
            }
            JsonNode claims = mapper.readTree(decoded(parts[1]));
            long from = claims.path("nbf").asLong(0);
            return now.getEpochSecond() < from || !meant(claims.path("aud"))
                    ? Optional.empty()
                    : login(claims.path("sub").asString(""), claims.path("exp").asLong(0), vouched(claims), now);
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }

    /// Whether it is for this account, if it says for whom (RFC 7519, section 4.1.3).
    private boolean meant(JsonNode audience) {
        return audience.isMissingNode() || site.equals(audience.stringValue(null)) || audience.isArray()
                && audience.valueStream().anyMatch(one -> site.equals(one.stringValue(null)));
    }

    /// An address counts only if the site says that it has seen proof of it (OpenID Connect, `email_verified`): many let anybody
    /// register with any.
    private static @Nullable String vouched(JsonNode claims) {
        return claims.path("email_verified").booleanValue(false) ? claims.path("email").stringValue(null) : null;
    }

    private Optional<Login> login(String user, long expiry, @Nullable String email, Instant now) {
        long left = expiry - now.getEpochSecond();
        return USER.matcher(user).matches() && left > 0 && left <= LONGEST.toSeconds()
                ? Optional.of(new Login(site, user, email(email)))
                : Optional.empty();
    }

    private static @Nullable Email email(@Nullable String vouched) {
        try {
            return ChatDetails.email(vouched == null ? null : vouched.toLowerCase(Locale.ROOT));
        } catch (BadFrameException e) {
            return null;
        }
    }

    private boolean fits(byte[] signature, String body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return MessageDigest.isEqual(signature, mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + HMAC + ".", e);
        }
    }

    private static byte[] hex(String signature) {
        return HexFormat.of().parseHex(signature);
    }

    private static byte[] decoded(String part) {
        return Base64.getUrlDecoder().decode(part);
    }

    private static long seconds(String expiry) {
        return expiry.matches("\\d{1,12}") ? Long.parseLong(expiry) : 0;
    }
}
