package dev.loper.access;

import dev.loper.message.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// API tokens: each acts as one person, with that person's roles of the moment.
interface Tokens {

    /// The person a token acts as, if it is good and they may still work here.
    Optional<Person> personOf(String token);

    /// Makes a token.
    ///
    /// @return the secret, which is shown once and kept nowhere
    Created create(PersonId person, String name);

    List<Token> all();

    /// @return the token that was, if there was one
    Optional<Token> revoke(String id);

    /// A token, without its secret.
    record Token(String id, PersonId person, String name, Instant created, @Nullable Instant lastUsed) {}

    /// A new token with its secret.
    record Created(Token token, String secret) {}
}
