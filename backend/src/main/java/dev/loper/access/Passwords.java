package dev.loper.access;

import dev.loper.web.ProblemException;
import dev.loper.web.TryLaterException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Hashes passwords with Argon2id and refuses those everybody guesses first.
///
/// The parameters are OWASP's (19 MiB, two passes, one lane). As each check takes that much memory and a core, only a
/// few run at once, and the others wait.
@Component
class Passwords {

    static final int MIN_LENGTH = 10;
    static final int MAX_LENGTH = 500;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DelegatingPasswordEncoder encoder;
    private final Semaphore running;
    private final Set<String> common = common();
    private final String nobody;

    Passwords(AccessProperties properties, ObjectProvider<DemoPassword> demo) {
        Map<String, PasswordEncoder> encoders = new HashMap<>();
        encoders.put("argon2id", new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2));
        demo.ifAvailable(password -> encoders.put(DemoPassword.ID, password));
        this.encoder = new DelegatingPasswordEncoder("argon2id", encoders);
        this.encoder.setDefaultPasswordEncoderForMatches(new Nothing());
        this.running = new Semaphore(properties.signIn().hashing(), true);
        this.nobody = hash("nobody has this password");
    }

    /// Hashes a new password.
    String hash(String password) {
        return limited(() -> String.valueOf(encoder.encode(password)));
    }

    /// Whether the password is the one hashed. Without a hash it is false, after the same work.
    boolean matches(String password, @Nullable String hash) {
        boolean same = limited(() -> encoder.matches(password, hash == null ? nobody : hash));
        return same && hash != null;
    }

    boolean outdated(String hash) {
        return !hash.startsWith("{" + DemoPassword.ID + "}") && encoder.upgradeEncoding(hash);
    }

    /// @throws ProblemException if the password is too short or too well known
    void requireGood(String password, String email, String name) {
        requireGood("password", password, email, name);
    }

    /// @param field what holds it in the request
    void requireGood(String field, String password, String email, String name) {
        if (password.codePointCount(0, password.length()) < MIN_LENGTH) {
            throw ProblemException.field("password-too-short", field, "A password has at least " + MIN_LENGTH
                    + " characters.");
        }
        String plain = password.toLowerCase(Locale.ROOT);
        if (common.contains(plain) || plain.equals(RedisPeople.normal(email)) || plain.equals(name.toLowerCase(
                Locale.ROOT)) || plain.chars().distinct().count() < 4) {
            throw ProblemException.field("password-too-common", field,
                    "This password is among the first that are guessed. Take another; a few words in a row are good.");
        }
    }

    private <T> T limited(Supplier<T> work) {
        if (!acquire()) {
            throw new TryLaterException("busy", HttpStatus.SERVICE_UNAVAILABLE,
                    "Too many people sign in at this moment. Try again in a few seconds.", PATIENCE);
        }
        try {
            return work.get();
        } finally {
            running.release();
        }
    }

    private boolean acquire() {
        try {
            return running.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Set<String> common() {
        try {
            return new ClassPathResource("access/common-passwords.txt").getContentAsString(
                    StandardCharsets.UTF_8).lines().collect(Collectors.toUnmodifiableSet());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// A hash of an unknown kind, such as a demo person's outside the demo, fits no password.
    private static final class Nothing implements PasswordEncoder {

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            return false;
        }
    }
}
