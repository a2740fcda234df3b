package dev.loper.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.access.AccessEnded.Reason;
import dev.loper.access.Browser.Answer;
import dev.loper.message.ChannelKind;
import dev.loper.message.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import tools.jackson.databind.JsonNode;

@Import(AdministrationTests.Ended.class)
class AdministrationTests extends AccessTest {

    /// Hears whose access ends.
    static class Ended {

        final List<AccessEnded> events = new CopyOnWriteArrayList<>();

        @EventListener
        void ended(AccessEnded event) {
            events.add(event);
        }
    }

    @Autowired
    Ended ended;

    @Test
    void aNewPersonSignsInWithTheirPassword() {
        String email = UUID.randomUUID() + "@example.com";
        Answer added = signedIn("noor").post("/api/v1/people", Map.of("name", "Sanne Bos", "email", email, "password",
                "drie paarse olifanten", "roles", List.of("agent")));

        assertThat(added.status()).isEqualTo(201);
        assertThat(browser().signIn(email, "drie paarse olifanten").status()).isEqualTo(200);
        assertThat(people.byEmail(email).orElseThrow().passwordHash()).startsWith("{argon2id}$argon2id$v=19$m=19456");
    }

    @Test
    void theLanguagesAPersonSpeaksAreNotThatOfTheirScreen() {
        Person somebody = somebody(Role.AGENT);

        Answer answer = signedIn("noor").patch("/api/v1/people/" + somebody.id(),
                Map.of("speaks", List.of("nl", "de")));

        assertThat(answer.body().path("speaks").valueStream().map(JsonNode::asString)).containsExactlyInAnyOrder("nl",
                "de");
        assertThat(people.byId(somebody.id()).orElseThrow().work().speaks()).containsExactlyInAnyOrder("nl", "de");
        assertThat(people.byId(somebody.id()).orElseThrow().language()).isEqualTo("en");
    }

    @Test
    void aLanguageNobodyKnowsIsRefused() {
        Answer answer = signedIn("noor").patch("/api/v1/people/lotte", Map.of("speaks", List.of("nl", "xx")));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("field").asString()).isEqualTo("speaks");
    }

    @Test
    void theAuditSaysWhatOfAPersonChangedAndNothingElse() {
        Person somebody = somebody(Role.AGENT);
        Browser noor = signedIn("noor");

        noor.patch("/api/v1/people/" + somebody.id(), Map.of("speaks", List.of("nl"), "roles", List.of("supervisor")));

        JsonNode details = noor.get("/api/v1/audit").body().at("/items/0/details");
        assertThat(details.propertyNames()).containsExactlyInAnyOrder("roles", "speaks");
        assertThat(details.path("roles").asString()).isEqualTo("agent → supervisor");
    }

    @Test
    void howMuchSomebodyTakesIsSaidByChannel() {
        Person somebody = somebody(Role.AGENT);

        Answer answer = signedIn("inge").patch("/api/v1/people/" + somebody.id(), Map.of("capacity", Map.of("chat", 3,
                "email", 0)));

        assertThat(answer.body().at("/capacity/chat").asInt()).isEqualTo(3);
        assertThat(people.byId(somebody.id()).orElseThrow().work().capacity()).containsExactlyInAnyOrderEntriesOf(
                Map.of(
                        ChannelKind.CHAT, 3, ChannelKind.EMAIL, 0));
    }

    @Test
    void aNumberOrAChannelThatCannotBeIsRefused() {
        for (Map<String, Integer> bad : List.of(Map.of("chat", -1), Map.of("chat", 1000), Map.of("fax", 1))) {
            assertThat(signedIn("inge").patch("/api/v1/people/lotte", Map.of("capacity", bad)).body().path(
                    "field").asString()).isEqualTo("capacity");
        }
    }

    @Test
    void somebodyElseWhoWorksHereTakesOver() {
        Person somebody = somebody(Role.AGENT);
        Browser inge = signedIn("inge");
        String path = "/api/v1/people/" + somebody.id();

        assertThat(inge.patch(path, Map.of("cover", "person:bram")).body().path("cover").asString()).isEqualTo(
                "person:bram");
        assertThat(inge.patch(path, Map.of("cover", "person:" + somebody.id())).type()).isEqualTo("own-cover");
        assertThat(inge.patch(path, Map.of("cover", "person:nobody")).type()).isEqualTo("unknown-person");
        assertThat(inge.patch(path, Map.of("cover", "lotte")).status()).isEqualTo(422);
        assertThat(people.byId(somebody.id()).orElseThrow().work().cover()).isEqualTo(
                new Cover.By(new PersonId("bram")));
        assertThat(inge.patch(path, Map.of("cover", "queue")).body().path("cover").asString()).isEqualTo("queue");
        assertThat(inge.patch(path, Map.of("cover", "")).body().path("cover").isNull()).isTrue();
    }

    @Test
    void aSupervisorChangesHowWorkIsGivenOutAndNothingElse() {
        Person somebody = somebody(Role.AGENT);

        for (Map<String, Object> beyond : List.<Map<String, Object>>of(Map.of("roles", List.of("administrator")),
                Map.of("active",
                        false),
                Map.of("name", "X"), Map.of("password", "drie paarse olifanten"), Map.of("speaks", List.of("nl")))) {
            assertThat(signedIn("inge").patch("/api/v1/people/" + somebody.id(), beyond).type()).isEqualTo("forbidden");
        }
        assertThat(people.byId(somebody.id()).orElseThrow()).isEqualTo(somebody);
    }

    @Test
    void aSupervisorOfOneQueueDoesNotDecideHowMuchOthersTake() {
        Person supervisor = somebody(Role.SUPERVISOR);
        Person theirs = somebody(Role.AGENT);
        Person others = somebody(Role.AGENT);
        people.change(supervisor.id(), person -> person.withQueues(new Queues.Only(
                Map.of(new QueueId("billing"), Role.SUPERVISOR, new QueueId("orders"), Role.AGENT))));
        people.change(theirs.id(), person -> person.withQueues(new Queues.Only(Set.of(new QueueId("billing")))));
        people.change(others.id(), person -> person.withQueues(new Queues.Only(Set.of(new QueueId("orders")))));
        Browser browser = browser();
        browser.signIn(supervisor.email(), PASSWORD);

        Map<String, Object> change = Map.of("capacity", Map.of("chat", 1));
        assertThat(browser.patch("/api/v1/people/" + theirs.id(), change).status()).isEqualTo(200);
        for (String person : List.of(others.id().value(), "lotte", "noor")) {
            assertThat(browser.patch("/api/v1/people/" + person, change).type()).as(person).isEqualTo("forbidden");
        }
    }

    @Test
    void twoPeopleCannotSignInWithOneAddress() {
        Answer answer = signedIn("noor").post("/api/v1/people", Map.of("name", "Lotte Twee", "email",
                "LOTTE@loper.test", "password", "drie paarse olifanten", "roles", List.of("agent")));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.type()).isEqualTo("email-taken");
    }

    @Test
    void aNewRoleCountsAtOnceAndClosesWhatIsOpen() {
        Person somebody = somebody(Role.SUPERVISOR);
        Browser theirs = browser();
        theirs.signIn(somebody.email(), PASSWORD);

        signedIn("noor").patch("/api/v1/people/" + somebody.id(), Map.of("roles", List.of("agent")));

        assertThat(theirs.get("/api/v1/session").body().at("/person/roles/0").asString()).isEqualTo("agent");
        assertThat(ended.events).contains(new AccessEnded(somebody.id(), null, Reason.ROLES_CHANGED));
    }

    @Test
    void otherQueuesCountAtOnceAndCloseWhatIsOpen() {
        Person somebody = somebody(Role.SUPERVISOR);

        Answer answer = signedIn("noor").patch("/api/v1/people/" + somebody.id(),
                Map.of("queues", Map.of("only", Map.of("billing", "supervisor", "orders", "agent"))));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/queues/every").asBoolean()).isFalse();
        assertThat(answer.body().at("/queues/only/billing").asString()).isEqualTo("supervisor");
        assertThat(people.byId(somebody.id()).orElseThrow().queues()).isEqualTo(new Queues.Only(
                Map.of(new QueueId("billing"), Role.SUPERVISOR, new QueueId("orders"), Role.AGENT)));
        assertThat(ended.events).contains(new AccessEnded(somebody.id(), null, Reason.ROLES_CHANGED));
        assertThat(signedIn("noor").get("/api/v1/audit").body().at("/items/1/details/queues").asString()).isEqualTo(
                "every queue → billing (supervisor), orders (agent)");
    }

    @Test
    void whoWorksInEveryQueueAgainSaysSo() {
        Person somebody = somebody(Role.AGENT);
        people.change(somebody.id(), person -> person.withQueues(new Queues.Only(Set.of())));

        signedIn("noor").patch("/api/v1/people/" + somebody.id(), Map.of("queues", Map.of("every", true)));

        assertThat(people.byId(somebody.id()).orElseThrow().queues()).isEqualTo(Queues.all());
    }

    @Test
    void whoeverLeavesIsSignedOutEverywhereAndStaysOut() {
        Person somebody = somebody(Role.AGENT);
        Browser theirs = browser();
        theirs.signIn(somebody.email(), PASSWORD);
        Answer made = signedIn("noor").post("/api/v1/tokens",
                Map.of("name", "theirs", "person", somebody.id().value()));
        String token = made.body().path("token").asString();

        signedIn("noor").patch("/api/v1/people/" + somebody.id(), Map.of("active", false));

        assertThat(theirs.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(browser().signIn(somebody.email(), PASSWORD).type()).isEqualTo("wrong-sign-in");
        assertThat(browser().with("Authorization", "Bearer " + token).get("/api/v1/people").status()).isEqualTo(401);
        assertThat(ended.events).contains(new AccessEnded(somebody.id(), null, Reason.DEACTIVATED));
    }

    @Test
    void anotherPasswordEndsTheSessionsOfTheOldOne() {
        Person somebody = somebody(Role.AGENT);
        Browser theirs = browser();
        theirs.signIn(somebody.email(), PASSWORD);

        signedIn("noor").patch("/api/v1/people/" + somebody.id(), Map.of("password", "vier groene giraffen"));

        assertThat(theirs.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(browser().signIn(somebody.email(), "vier groene giraffen").status()).isEqualTo(200);
    }

    @Test
    void theLastAdministratorStays() {
        List<Person> others = people.all().stream().filter(
                person -> person.administers() && !person.id().value().equals("noor")).toList();
        others.forEach(person -> people.change(person.id(), current -> current.withActive(false)));

        Answer answer = signedIn("noor").patch("/api/v1/people/noor", Map.of("roles", List.of("agent")));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.type()).isEqualTo("last-administrator");
        assertThat(people.byEmail("noor@loper.test").orElseThrow().administers()).isTrue();
    }

    @Test
    void aTokenIsShownOnceAndEndsWhenItIsRevoked() {
        Browser noor = signedIn("noor");
        Answer made = noor.post("/api/v1/tokens", Map.of("name", "reports", "person", "lotte"));
        String token = made.body().path("token").asString();
        String id = made.body().path("id").asString();

        assertThat(token).matches("loper_[A-Za-z0-9_-]{43}");
        assertThat(browser().with("Authorization", "Bearer " + token).get("/api/v1/session").body().at(
                "/person/id").asString()).isEqualTo("lotte");
        Answer list = noor.get("/api/v1/tokens");
        assertThat(list.raw().body()).contains(id).contains("lastUsedAt").doesNotContain(token).doesNotContain(
                Secrets.sha256(token));

        assertThat(noor.delete("/api/v1/tokens/" + id).status()).isEqualTo(204);

        assertThat(browser().with("Authorization", "Bearer " + token).get("/api/v1/session").status()).isEqualTo(401);
        assertThat(noor.delete("/api/v1/tokens/" + id).status()).isEqualTo(404);
    }

    @Test
    void aTokenThatActsAsAnotherEndsWhenWhoMadeItAdministersNoMore() {
        Person going = somebody(Role.ADMINISTRATOR);
        Browser theirs = browser();
        theirs.signIn(going.email(), PASSWORD);
        Answer made = theirs.post("/api/v1/tokens", Map.of("name", "back door", "person", "noor"));
        Browser kept = browser().with("Authorization", "Bearer " + made.body().path("token").asString());
        assertThat(made.body().path("by").asString()).isEqualTo(going.id().value());
        assertThat(kept.get("/api/v1/audit").status()).isEqualTo(200);

        signedIn("noor").patch("/api/v1/people/" + going.id(), Map.of("active", false));

        assertThat(kept.get("/api/v1/audit").status()).isEqualTo(401);
        assertThat(kept.get("/api/v1/session").status()).isEqualTo(401);
    }

    @Test
    void aTokenForOneselfStaysWhateverOneIsLater() {
        Person going = somebody(Role.ADMINISTRATOR);
        Browser theirs = browser();
        theirs.signIn(going.email(), PASSWORD);
        String token = theirs.post("/api/v1/tokens", Map.of("name", "mine")).body().path("token").asString();

        signedIn("noor").patch("/api/v1/people/" + going.id(), Map.of("roles", List.of("agent")));

        Browser own = browser().with("Authorization", "Bearer " + token);
        assertThat(own.get("/api/v1/session").status()).isEqualTo(200);
        assertThat(own.get("/api/v1/audit").status()).isEqualTo(403);
    }

    @Test
    void whereSomebodyLetsCustomersCallsRingIsInTheAudit() {
        Person somebody = somebody(Role.AGENT);
        Browser theirs = browser();
        theirs.signIn(somebody.email(), PASSWORD);

        theirs.patch("/api/v1/session", Map.of("phone", "+31 6 12340009"));
        theirs.patch("/api/v1/session", Map.of("phone", "+31612340009"));

        List<JsonNode> told = signedIn("noor").get("/api/v1/audit").body().path("items").valueStream().filter(
                entry -> entry.path("target").asString().equals(somebody.id().value())
                        && entry.path("what").asString().equals("person-changed")).toList();
        assertThat(told).singleElement().satisfies(entry -> {
            assertThat(entry.path("who").asString()).isEqualTo(somebody.id().value());
            assertThat(entry.at("/details/phone").asString()).isEqualTo("none → +31612340009");
        });
    }

    @Test
    void theAuditTellsWhoDidWhatNewestFirstAndKeepsNoSecrets() {
        String typed = "my-secret-typed-in-the-wrong-field@example.com";
        browser().signIn(typed, "not-a-password-of-ours");
        Browser noor = signedIn("noor");
        String id = noor.post("/api/v1/tokens", Map.of("name", "audited")).body().path("id").asString();

        Answer answer = noor.get("/api/v1/audit");

        assertThat(answer.body().at("/items/0/what").asString()).isEqualTo("token-created");
        assertThat(answer.body().at("/items/0/who").asString()).isEqualTo("noor");
        assertThat(answer.body().at("/items/0/target").asString()).isEqualTo(id);
        assertThat(answer.body().at("/items/1/what").asString()).isEqualTo("signed-in");
        assertThat(answer.body().at("/items/2/what").asString()).isEqualTo("sign-in-failed");
        assertThat(answer.raw().body()).doesNotContain(typed).doesNotContain("not-a-password-of-ours");
    }

    @Test
    void theAuditIsReadPageByPageWithoutGapsOrRepeats() {
        Browser noor = signedIn("noor");
        for (int i = 0; i < 60; i++) {
            noor.post("/api/v1/tokens", Map.of("name", "page " + i));
        }
        Answer first = noor.get("/api/v1/audit");
        String cursor = first.body().path("next").asString();
        Answer second = noor.get("/api/v1/audit?cursor=" + cursor);

        assertThat(first.body().path("items").size()).isEqualTo(50);
        assertThat(second.body().at("/items/0/id").asString()).isLessThan(cursor);
        assertThat(noor.get("/api/v1/audit?cursor=(0").status()).isEqualTo(400);
    }

    @Test
    void onlyAdministratorsSeeAddresses() {
        assertThat(signedIn("lotte").get("/api/v1/people").raw().body()).contains("Fatima Aydin").doesNotContain(
                "@").contains("\"online\":false");
        assertThat(signedIn("noor").get("/api/v1/people").raw().body()).contains("fatima@loper.test");
    }
}
