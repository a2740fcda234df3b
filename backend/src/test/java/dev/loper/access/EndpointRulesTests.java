package dev.loper.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.access.Browser.Answer;
import dev.loper.message.PersonId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@Import(EndpointRulesTests.Forgotten.class)
class EndpointRulesTests extends AccessTest {

    private static final Map<String, String> RULES = Map.ofEntries(Map.entry("GET /api/v1/session", "EVERYBODY"),
            Map.entry("POST /api/v1/session", "EVERYBODY"), Map.entry("DELETE /api/v1/session", "EVERYBODY"), Map.entry(
                    "PATCH /api/v1/session", "PEOPLE"),
            Map.entry("PUT /api/v1/session/password", "PEOPLE"),
            Map.entry("GET /api/v1/setup", "EVERYBODY"), Map.entry(
                    "POST /api/v1/setup", "EVERYBODY"),
            Map.entry("GET /api/v1/invitation", "EVERYBODY"), Map.entry("POST /api/v1/invitation", "EVERYBODY"),
            Map.entry("GET /api/v1/invitations", "ADMINISTRATORS"), Map.entry("POST /api/v1/invitations",
                    "ADMINISTRATORS"),
            Map.entry("POST /api/v1/invitations/{id}/send", "ADMINISTRATORS"), Map.entry(
                    "DELETE /api/v1/invitations/{id}", "ADMINISTRATORS"),
            Map.entry("GET /api/v1/people", "PEOPLE"), Map.entry(
                    "POST /api/v1/people", "ADMINISTRATORS"),
            Map.entry("PATCH /api/v1/people/{id}", "SUPERVISORS"),
            Map.entry("GET /api/v1/tokens", "ADMINISTRATORS"), Map.entry("POST /api/v1/tokens", "ADMINISTRATORS"),
            Map.entry(
                    "DELETE /api/v1/tokens/{id}", "ADMINISTRATORS"),
            Map.entry(
                    "GET /api/v1/audit", "ADMINISTRATORS"),
            Map.entry(
                    "GET /api/v1/forgotten", "NOBODY"));

    /// An endpoint whose author forgot to say who may call it.
    @RestController
    static class Forgotten {

        @GetMapping("/api/v1/forgotten")
        String secret() {
            return "secret";
        }
    }

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    Tokens tokens;

    @Test
    void everyEndpointHasTheRuleItShouldHave() {
        assertThat(EndpointRules.of(mapping)).isEqualTo(new java.util.TreeMap<>(RULES));
    }

    @Test
    void everyRuleHoldsForEveryRole() {
        for (Role role : Role.values()) {
            PersonId id = somebody(role).id();
            String token = tokens.create(id, "table", TokenScope.ALL, id).secret();
            RULES.forEach((endpoint, who) -> check(endpoint, who, role, token));
        }
    }

    @Test
    void aTokenForStepsOpensNoneOfThem() {
        PersonId id = somebody(Role.ADMINISTRATOR).id();
        String token = tokens.create(id, "shop", TokenScope.STEPS, id).secret();
        RULES.forEach((endpoint, who) -> {
            if (!who.equals("EVERYBODY")) {
                String[] call = endpoint.replace("{id}", "nobody").split(" ");
                assertThat(browser().with("Authorization", "Bearer " + token).send(call[0], call[1],
                        null).type()).as(endpoint).isEqualTo("forbidden");
            }
        });
    }

    private void check(String endpoint, String who, Role role, String token) {
        String[] call = endpoint.replace("{id}", "nobody").split(" ");
        Answer stranger = browser().send(call[0], call[1], null);
        if (!who.equals("EVERYBODY")) {
            // Without a form token a change is refused before anybody asks who it is.
            assertThat(stranger.status()).as("%s by a stranger", endpoint).isIn(401, 403);
        }
        Answer answer = browser().with("Authorization", "Bearer " + token).send(call[0], call[1], null);
        boolean allowed = switch (who) {
            case "EVERYBODY", "PEOPLE" -> true;
            case "SUPERVISORS" -> role.includes(Role.SUPERVISOR);
            case "ADMINISTRATORS" -> role == Role.ADMINISTRATOR;
            default -> false;
        };
        assertThat(answer.type().equals("forbidden")).as("%s refused for %s", endpoint, role).isEqualTo(!allowed);
        assertThat(answer.raw().body()).doesNotContain("secret\"");
    }
}
