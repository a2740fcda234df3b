package dev.loper.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.access.Browser;
import dev.loper.access.Browser.Answer;
import dev.loper.redis.RedisServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/// Teams and departments over HTTP, with the demo's people.
@SpringBootTest(classes = OrganisationApp.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "loper.public-url=http://loper.test")
@ActiveProfiles("demo")
class OrganisationTests {

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void redis(DynamicPropertyRegistry registry) {
        RedisServer.register(registry);
    }

    private final String name = "Team " + UUID.randomUUID();

    @Test
    void aTeamHasANameAndPeople() {
        String id = id(noor().post("/api/v1/teams", Map.of("name", " " + name + " ", "members", List.of("lotte",
                "bram"))));

        JsonNode team = team(id);
        assertThat(team.path("name").asString()).isEqualTo(name);
        assertThat(words(team.path("members"))).containsExactly("bram", "lotte");
    }

    @Test
    void aTeamsNameAndPeopleChangeEachByItself() {
        String id = id(noor().post("/api/v1/teams", Map.of("name", name, "members", List.of("lotte"))));

        noor().patch("/api/v1/teams/" + id, Map.of("version", 1, "name", name + " 2"));
        assertThat(words(team(id).path("members"))).containsExactly("lotte");
        noor().patch("/api/v1/teams/" + id, Map.of("version", 2, "members", List.of("fatima")));

        assertThat(team(id).path("name").asString()).isEqualTo(name + " 2");
        assertThat(words(team(id).path("members"))).containsExactly("fatima");
    }

    @Test
    void ofTwoWhoChangeATeamAtOnceTheSecondIsTold() {
        String id = id(noor().post("/api/v1/teams", Map.of("name", name, "members", List.of("lotte"))));

        noor().patch("/api/v1/teams/" + id, Map.of("version", 1, "members", List.of("lotte", "bram")));
        Answer second = noor().patch("/api/v1/teams/" + id, Map.of("version", 1, "members", List.of("lotte",
                "fatima")));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.type()).isEqualTo("changed-meanwhile");
        assertThat(words(team(id).path("members"))).containsExactly("bram", "lotte");
        assertThat(noor().patch("/api/v1/teams/" + id, Map.of("members", List.of("fatima"))).body().path(
                "field").asString()).isEqualTo("version");
    }

    @Test
    void whoeverIsPutIntoATeamOnTheirOwnPageChangesIt() {
        String id = id(noor().post("/api/v1/teams", Map.of("name", name, "members", List.of("lotte"))));
        String other = id(noor().post("/api/v1/teams", Map.of("name", name + " 2", "members", List.of("fatima"))));

        noor().post("/api/v1/people/bram/teams", Map.of("teams", List.of(id)));

        assertThat(noor().patch("/api/v1/teams/" + id,
                Map.of("version", 1, "members", List.of("fatima"))).type()).isEqualTo("changed-meanwhile");
        assertThat(team(other).path("version").asLong()).isEqualTo(1);
        noor().post("/api/v1/people/bram/teams", Map.of("teams", List.of(id)));
        assertThat(team(id).path("version").asLong()).isEqualTo(2);
    }

    @Test
    void whoeverWasPutElsewhereMeanwhileIsNotTakenOutOfIt() {
        String first = id(noor().post("/api/v1/teams", Map.of("name", name)));
        String second = id(noor().post("/api/v1/teams", Map.of("name", name + " 2")));
        noor().post("/api/v1/people/inge/teams", Map.of("teams", List.of(first), "were", List.of()));

        Answer late = noor().post("/api/v1/people/inge/teams", Map.of("teams", List.of(second), "were", List.of()));

        assertThat(late.type()).isEqualTo("changed-meanwhile");
        assertThat(words(team(first).path("members"))).containsExactly("inge");
        assertThat(noor().post("/api/v1/people/inge/teams", Map.of("teams", List.of(second), "were", List.of(
                first))).status()).isEqualTo(200);
        assertThat(words(team(second).path("members"))).containsExactly("inge");
    }

    @Test
    void aPersonIsPutIntoTheirTeamsAndNoOthers() {
        String first = id(noor().post("/api/v1/teams", Map.of("name", name, "members", List.of("inge", "bram"))));
        String second = id(noor().post("/api/v1/teams", Map.of("name", name + " 2")));

        Answer placed = noor().post("/api/v1/people/inge/teams", Map.of("teams", List.of(second)));

        assertThat(placed.body().path("items").valueStream().map(team -> team.path("id").asString())).containsExactly(
                second);
        assertThat(words(team(first).path("members"))).containsExactly("bram");
        assertThat(words(team(second).path("members"))).containsExactly("inge");
    }

    @Test
    void aDeletedTeamIsGoneAndItsPeopleStay() {
        String id = id(noor().post("/api/v1/teams", Map.of("name", name, "members", List.of("lotte"))));

        assertThat(noor().delete("/api/v1/teams/" + id).status()).isEqualTo(204);
        assertThat(noor().delete("/api/v1/teams/" + id).status()).isEqualTo(404);
        assertThat(noor().post("/api/v1/people/lotte/teams", Map.of("teams", List.of(id))).status()).isEqualTo(404);
        assertThat(noor().get("/api/v1/people").raw().body()).contains("Lotte Jansen");
    }

    @Test
    void twoTeamsAreNotCalledTheSame() {
        noor().post("/api/v1/teams", Map.of("name", name));

        Answer answer = noor().post("/api/v1/teams", Map.of("name", name.toUpperCase(java.util.Locale.ROOT)));

        assertThat(answer.type()).isEqualTo("name-taken");
        assertThat(answer.body().path("field").asString()).isEqualTo("name");
    }

    @Test
    void nobodyUnknownIsInATeam() {
        assertThat(noor().post("/api/v1/teams", Map.of("name", name, "members", List.of("nobody"))).body().path(
                "field").asString()).isEqualTo("members");
    }

    @Test
    void aDepartmentIsAnAddressWithALanguage() {
        String id = id(
                noor().post("/api/v1/departments", Map.of("name", name, "email", "magazijn@example.com", "language",
                        "nl")));
        Map<String, Object> change = Map.of("version", 1, "name", name, "email", "warehouse@example.com", "language",
                "en");
        noor().patch("/api/v1/departments/" + id, change);
        assertThat(noor().patch("/api/v1/departments/" + id, change).type()).as("read before").isEqualTo(
                "changed-meanwhile");

        JsonNode found = noor().get("/api/v1/departments").body().path("items").valueStream().filter(
                one -> one.path("id").asString().equals(id)).findFirst().orElseThrow();
        assertThat(found.path("email").asString()).isEqualTo("warehouse@example.com");
        assertThat(found.path("language").asString()).isEqualTo("en");
        assertThat(noor().delete("/api/v1/departments/" + id).status()).isEqualTo(204);
        assertThat(noor().delete("/api/v1/departments/" + id).status()).isEqualTo(404);
    }

    @Test
    void aDepartmentWithoutAnAddressIsRefused() {
        Answer answer = noor().post("/api/v1/departments",
                Map.of("name", name, "email", "no address", "language", "nl"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("field").asString()).isEqualTo("email");
    }

    @Test
    void agentsSeeAndOnlyAdministratorsChange() {
        Browser lotte = new Browser(port);
        lotte.signIn("lotte@loper.test", "loper-demo");
        Map<String, String> department = Map.of("name", name, "email", "a@example.com", "language", "nl");

        assertThat(lotte.get("/api/v1/teams").status()).isEqualTo(200);
        assertThat(lotte.get("/api/v1/departments").status()).isEqualTo(200);
        assertThat(lotte.post("/api/v1/teams", Map.of("name", name)).type()).isEqualTo("forbidden");
        assertThat(lotte.post("/api/v1/departments", department).type()).isEqualTo("forbidden");
        assertThat(lotte.post("/api/v1/people/lotte/teams", Map.of("teams", List.of())).type()).isEqualTo("forbidden");
    }

    @Test
    void theAuditTellsOfEveryChange() {
        String id = id(noor().post("/api/v1/teams", Map.of("name", name)));
        noor().patch("/api/v1/teams/" + id, Map.of("version", 1, "members", List.of("lotte")));
        noor().delete("/api/v1/teams/" + id);

        assertThat(noor().get("/api/v1/audit").body().path("items").valueStream().filter(
                record -> record.path("target").asString().equals(id)).map(
                        record -> record.path("what").asString())).containsExactly("team-deleted", "team-changed",
                                "team-added");
    }

    /// The demo's administrator, by the demo's token.
    private Browser noor() {
        return new Browser(port).with("Authorization", "Bearer loper_demo");
    }

    private JsonNode team(String id) {
        return noor().get("/api/v1/teams").body().path("items").valueStream().filter(
                team -> team.path("id").asString().equals(id)).findFirst().orElseThrow();
    }

    private static String id(Answer made) {
        assertThat(made.status()).isEqualTo(201);
        return made.body().path("id").asString();
    }

    private static List<String> words(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
