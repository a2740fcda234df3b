package dev.loper.access;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// The password of all demo people. It fits only while the profile `demo` is on: a data folder once used for a demo
/// never lets strangers in.
@Component
@Profile("demo")
class DemoPassword implements PasswordEncoder {

    static final String ID = "demo";
    static final String HASH = "{" + ID + "}shared";

    private static final String PASSWORD = "loper-demo";

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        throw new UnsupportedOperationException("Nobody chooses the demo's password.");
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        return password != null && Secrets.same(password.toString(), PASSWORD);
    }
}
