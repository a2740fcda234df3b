package dev.loper.channel.webchat;

import dev.loper.secret.Seal;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress.Visitor;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/// The secret a browser proves with that it is the same visitor again: `<visitor id>.<signature>`.
///
/// The id is 128 random bits; the signature binds it to the account, so that a site of one brand cannot carry a visitor
/// into another's chat. Nothing is stored for a visitor who only looks.
final class VisitorTokens {

    private static final Pattern FORM = Pattern.compile("([\\w-]{22})\\.([\\w-]{43})");

    private final Seal seal;
    private final RandomGenerator random;

    VisitorTokens(SecretKey key, RandomGenerator random) {
        this.seal = new Seal(key, "visitor");
        this.random = random;
    }

    /// A visitor nobody has seen before.
    Visitor mint() {
        byte[] id = new byte[16];
        random.nextBytes(id);
        return new Visitor(Base64.getUrlEncoder().withoutPadding().encodeToString(id));
    }

    String tokenOf(AccountId account, Visitor visitor) {
        return visitor.value() + "." + seal.of(account.value(), visitor.value());
    }

    /// The visitor a token stands for; none if we did not make it for this account.
    Optional<Visitor> verify(AccountId account, @Nullable String token) {
        Matcher form = FORM.matcher(token == null ? "" : token);
        return form.matches() && seal.fits(form.group(2), account.value(), form.group(1))
                ? Optional.of(new Visitor(form.group(1)))
                : Optional.empty();
    }
}
