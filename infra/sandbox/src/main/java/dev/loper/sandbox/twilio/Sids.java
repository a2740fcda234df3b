package dev.loper.sandbox.twilio;

import java.security.SecureRandom;
import java.util.HexFormat;

import org.springframework.stereotype.Component;

/// Makes Twilio's ids: two letters and 32 hexadecimal digits.
@Component
class Sids {

    private final SecureRandom random = new SecureRandom();

    String next(String prefix) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return prefix + HexFormat.of().formatHex(bytes);
    }
}
