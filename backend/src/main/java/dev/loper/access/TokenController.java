package dev.loper.access;

import dev.loper.access.Tokens.Created;
import dev.loper.access.Tokens.Token;
import dev.loper.message.PersonId;
import dev.loper.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// API tokens, for administrators.
@RestController
@Tag(name = "Tokens")
@RequestMapping("/api/v1/tokens")
@AccessRule(Who.ADMINISTRATORS)
class TokenController {

    /// @param person whom the token acts as; whoever makes it, if absent
    /// @param scope  what it opens: all that they may do, if absent, or telling steps alone
    record NewToken(@NotBlank @Size(max = 100) String name, @Nullable @Size(max = 64) String person,
            @Nullable TokenScope scope) {}

    /// A token.
    ///
    /// @param scope what it opens: all that they may do, or telling steps alone
    /// @param by    who made it; one that acts as somebody else ends when they do not administer any more
    /// @param token the secret, only in the answer that made it
    record TokenView(String id, String name, String person, TokenScope scope, @Nullable String by, Instant createdAt,
            @Nullable Instant lastUsedAt, @Nullable String token) {

        static TokenView of(Token token, @Nullable String secret) {
            return new TokenView(token.id(), token.name(), token.person().value(), token.scope(),
                    token.by() == null ? null : token.by().value(), token.created(), token.lastUsed(), secret);
        }

        @Override
        public String toString() {
            return "TokenView[" + id + "]";
        }
    }

    record TokenViews(List<TokenView> items) {}

    private final Tokens tokens;
    private final People people;
    private final Audit audit;

    TokenController(Tokens tokens, People people, Audit audit) {
        this.tokens = tokens;
        this.people = people;
        this.audit = audit;
    }

    @GetMapping
    @Operation(summary = "Lists the API tokens, without their secrets.")
    TokenViews all() {
        return new TokenViews(tokens.all().stream().map(token -> TokenView.of(token, null)).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Makes a token that acts as a person, or tells steps alone. Its secret is in this answer only.")
    TokenView create(Viewer viewer, @Valid @RequestBody NewToken body) {
        String wanted = body.person();
        PersonId person = wanted == null ? viewer.id() : new PersonId(wanted);
        if (people.byId(person).filter(Person::active).isEmpty()) {
            throw ProblemException.field("invalid", "person", "There is no such person.");
        }
        TokenScope scope = body.scope() == null ? TokenScope.ALL : body.scope();
        Created created = tokens.create(person, body.name().strip(), scope, viewer.id());
        audit.record(viewer.id().value(), "token-created", created.token().id(), Map.of("name",
                created.token().name(), "person", person.value(), "scope", scope.word()));
        return TokenView.of(created.token(), created.secret());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revokes a token at once.")
    void revoke(Viewer viewer, @PathVariable String id) {
        Token token = tokens.revoke(id).orElseThrow(() -> ProblemException.notFound("There is no such token."));
        audit.record(viewer.id().value(), "token-revoked", id, Map.of("name", token.name(), "person",
                token.person().value()));
    }
}
