package dev.loper.sandbox.twilio;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What Twilio writes into `X-Twilio-Signature`: Base64 of HMAC-SHA1 over the URL and the form's fields, sorted by
/// name, each name followed by its value, keyed with the account's auth token. A fragment is not part of the URL.
///
/// Source: https://www.twilio.com/docs/usage/security#validating-requests
final class TwilioSignature {

    private static final String HMAC = "HmacSHA1";

    private TwilioSignature() {}

    static String of(String authToken, String url, Map<String, String> form) {
        StringBuilder signed = new StringBuilder(withoutFragment(url));
        new TreeMap<>(form).forEach((name, value) -> signed.append(name).append(value));
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), HMAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + HMAC, e);
        }
    }

    static String withoutFragment(String url) {
        int hash = url.indexOf('#');
        return hash < 0 ? url : url.substring(0, hash);
    }
}
