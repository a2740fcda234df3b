package dev.loper.access;

import dev.loper.message.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// API tokens: each acts as one person, with that person's roles of the moment.
interface Tokens {

    /// Whom a token acts as and what it opens, if it is good and they may still work here.
    Optional<Bearer> bearerOf(String token);

    /// Makes a token. One that acts as somebody else ends when whoever made it does not administer any more: they know it.
    ///
    /// @param person whom it acts as
    /// @param by     who makes it
    /// @return the secret, which is shown once and kept nowhere
    Created create(PersonId person, String name, TokenScope scope, PersonId by);

    List<Token> all();

    /// @return the token that was, if there was one
    Optional<Token> revoke(String id);

    /// A token, without its secret. @param by who made it; unknown of one made before that was kept
    record Token(String id, PersonId person, String name, TokenScope scope, @Nullable PersonId by, Instant created,
            @Nullable Instant lastUsed) {}

    /// Whoever shows a token.
    record Bearer(Person person, TokenScope scope) {

        PersonAuthentication authentication() {
            return new PersonAuthentication(scope == TokenScope.ALL ? Viewer.of(person) : Viewer.withoutRoles(person),
                    scope);
        }
    }

    /// A new token with its secret.
    record Created(Token token, String secret) {}
}
