package dev.loper.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.access.Browser.Answer;
import dev.loper.message.PersonId;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisServer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// Invitations, and those who try to misuse them.
@Import(InvitationTests.Mailbox.class)
class InvitationTests extends AccessTest {

    private static final String GOOD = "drie paarse olifanten";

    /// Keeps the mails it is given, or refuses them.
    static class Mailbox implements StaffMail {

        record Mail(String to, String subject, String text) {}

        final List<Mail> mails = new CopyOnWriteArrayList<>();

        @Override
        public Outcome send(String to, String name, String subject, String text) {
            if (to.startsWith("refused")) {
                return new Outcome.Failed("The mail server refused the mail. Check the address.");
            }
            mails.add(new Mail(to, subject, text));
            return new Outcome.Sent();
        }
    }

    @Autowired
    Mailbox mailbox;

    @Autowired
    Invitations invitations;

    @Autowired
    Audit audit;

    @Autowired
    RedisKeys keys;

    @Autowired
    Clock clock;

    private final String email = UUID.randomUUID() + "@example.com";

    @Test
    void whoeverIsInvitedChoosesAPasswordAndIsIn() {
        Browser sanne = browser();
        Answer accepted = accept(sanne, token(invite("agent")));

        assertThat(accepted.status()).isEqualTo(201);
        assertThat(accepted.body().at("/person/email").asString()).isEqualTo(email);
        assertThat(sanne.get("/api/v1/session").status()).isEqualTo(200);
        assertThat(browser().signIn(email, GOOD).status()).isEqualTo(200);
        assertThat(people.byEmail(email).orElseThrow().work().speaks()).containsExactlyInAnyOrder("nl", "fr");
    }

    @Test
    void whoeverIsInvitedForSomeQueuesSeesThoseAndNoOthersAlsoWhenTheLinkWasSentAgain() {
        Answer invited = signedIn("noor").post("/api/v1/invitations", Map.of("name", "Sanne", "email", email, "roles",
                List.of("agent"), "queues", Map.of("every", false, "only", Map.of("billing", "agent"))));
        assertThat(invited.body().at("/queues/only/billing").asString()).isEqualTo("agent");
        Answer again = signedIn("noor").post("/api/v1/invitations/" + id(invited) + "/send", Map.of());
        assertThat(accept(browser(), token(again)).status()).isEqualTo(201);

        Queues queues = people.byEmail(email).orElseThrow().queues();
        assertThat(queues.contains(new QueueId("billing"))).isTrue();
        assertThat(queues.contains(QueueId.MAIN)).isFalse();
    }

    @Test
    void theLinkIsMailedInTheirLanguageAndShownOnce() {
        Answer invited = invite("agent");
        String link = invited.body().path("link").asString();

        assertThat(invited.body().path("mail").asString()).isEqualTo("sent");
        assertThat(mailbox.mails).filteredOn(mail -> mail.to().equals(email)).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Noor de Wit nodigt je uit voor Loper");
            assertThat(mail.text()).startsWith("Hallo Sanne Bos,").contains(link).contains("7 dagen");
        });
        assertThat(signedIn("noor").get("/api/v1/invitations").raw().body()).contains(email).doesNotContain(token(
                invited));
    }

    @Test
    void aMailThatDoesNotLeaveIsToldAndTheLinkWorksAllTheSame() {
        Answer invited = signedIn("noor").post("/api/v1/invitations", Map.of("name", "Sanne", "email", "refused-"
                + email, "roles", List.of("agent")));

        assertThat(invited.body().path("mail").asString()).isEqualTo("failed");
        assertThat(invited.body().path("mailReason").asString()).contains("Check the address");
        assertThat(accept(browser(), token(invited)).status()).isEqualTo(201);
    }

    @Test
    void theLinksTokenIsNowhereInAnAddressThatIsSent() {
        URI link = URI.create(invite("agent").body().path("link").asString());

        assertThat(link.getQuery()).isNull();
        assertThat(link.getPath()).isEqualTo("/welcome");
        assertThat(link.getFragment()).hasSize(43);
        assertThat(browser().get("/api/v1/invitation?token=" + link.getFragment()).status()).isEqualTo(422);
    }

    @Test
    void aMailScannerThatOpensTheLinkUsesNothingUp() {
        String token = token(invite("agent"));
        for (int i = 0; i < 5; i++) {
            assertThat(look(token).body().path("name").asString()).isEqualTo(
                    "Sanne Bos");
            browser().with("Loper-Link", token).send("HEAD", "/api/v1/invitation", null);
            browser().send("HEAD", "/welcome", null);
            browser().get("/welcome?token=" + token);
        }

        assertThat(people.byEmail(email)).isEmpty();
        assertThat(accept(browser(), token).status()).isEqualTo(201);
    }

    @Test
    void aUsedLinkIsWorthNothing() {
        String token = token(invite("agent"));
        accept(browser(), token);

        Answer again = browserWithForm().post("/api/v1/invitation", Map.of("token", token, "password",
                "vier groene giraffen"));

        assertThat(again.type()).isEqualTo("invitation-used");
        assertThat(look(token).status()).isEqualTo(404);
        assertThat(browser().signIn(email, "vier groene giraffen").status()).isEqualTo(401);
    }

    @Test
    void ofTwentyWhoAcceptAtOnceOneSucceeds() throws Exception {
        String token = token(invite("agent"));
        List<Callable<Integer>> attempts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Browser browser = browserWithForm();
            attempts.add(() -> accept(browser, token).status());
        }
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> attempt : pool.invokeAll(attempts)) {
                statuses.add(attempt.get());
            }
        }

        assertThat(statuses).containsOnlyOnce(201).allMatch(status -> status == 201 || status == 404);
    }

    @Test
    void anExpiredLinkIsRefusedAndStaysInTheList() {
        String token = "T".repeat(43);
        Instant past = clock.instant().minus(Duration.ofDays(8));
        invitations.offer(new Invitation(new PersonId(UUID.randomUUID().toString()), "Late", email, Set.of(Role.AGENT),
                "en", Set.of(), Queues.all(), new PersonId("noor"), past, past.plus(Duration.ofDays(7))), token);

        assertThat(look(token).type()).isEqualTo("invitation-used");
        assertThat(accept(browser(), token).status()).isEqualTo(404);
        assertThat(found(email).path("expired").asBoolean()).isTrue();
    }

    @Test
    void whatIsKeptIsNoLink() {
        String token = token(invite("agent"));
        Set<String> kept = RedisServer.fresh().redis().hkeys(keys.of(RedisKeys.Family.INVITATIONS));

        assertThat(kept).contains(Secrets.sha256(token)).doesNotContain(token);
        assertThat(accept(browser(), Secrets.sha256(token)).status()).isEqualTo(404);
        assertThat(Stream.of("", "a", "T".repeat(43), token.substring(1), token + "x", token.toLowerCase())).allSatisfy(
                guess -> assertThat(accept(browser(), guess).status()).as(guess).isIn(404, 422));
        assertThat(people.byEmail(email)).isEmpty();
    }

    @Test
    void aLinkMakesItsOwnPersonWhateverTheRequestSays() {
        String token = token(invite("agent"));
        Answer accepted = browserWithForm().post("/api/v1/invitation", Map.of("token", token, "password", GOOD, "email",
                "noor@loper.test", "roles", List.of("administrator"), "id", "noor", "name", "Noor de Wit"));

        assertThat(accepted.body().at("/person/email").asString()).isEqualTo(email);
        assertThat(accepted.body().at("/person/roles").toString()).isEqualTo("[\"agent\"]");
        assertThat(accepted.body().at("/person/id").asString()).isNotEqualTo("noor");
        assertThat(browser().signIn("noor@loper.test", PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void whoeverAcceptsInAnothersBrowserIsThemselvesAfterwards() {
        Browser shared = signedIn("lotte");
        String old = shared.cookies.toString();

        Answer accepted = accept(shared, token(invite("agent")));

        assertThat(shared.get("/api/v1/session").body().at("/person/id")).isEqualTo(accepted.body().at("/person/id"));
        assertThat(shared.cookies.toString()).isNotEqualTo(old);
    }

    @Test
    void anotherSitesPageCannotAccept() {
        Answer answer = browser().post("/api/v1/invitation", Map.of("token", token(invite("agent")), "password", GOOD));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(people.byEmail(email)).isEmpty();
    }

    @Test
    void aPasswordEverybodyGuessesIsRefusedAndTheLinkStaysGood() {
        String token = token(invite("agent"));

        assertThat(browserWithForm().post("/api/v1/invitation", Map.of("token", token, "password",
                "welkom1234")).status()).isEqualTo(422);
        assertThat(accept(browser(), token).status()).isEqualTo(201);
    }

    @Test
    void aLinkThatWasTakenBackIsWorthNothing() {
        Answer invited = invite("agent");
        Browser noor = signedIn("noor");

        assertThat(noor.delete("/api/v1/invitations/" + id(invited)).status()).isEqualTo(204);
        assertThat(accept(browser(), token(invited)).status()).isEqualTo(404);
        assertThat(noor.delete("/api/v1/invitations/" + id(invited)).status()).isEqualTo(404);
    }

    @Test
    void aLinkIsWorthNothingOnceWhoSentItMayNotInviteAnyMore() {
        Person going = somebody(Role.ADMINISTRATOR);
        Browser theirs = browser();
        theirs.signIn(going.email(), PASSWORD);
        Answer invited = theirs.post("/api/v1/invitations", Map.of("name", "Back Door", "email", email, "roles",
                List.of("administrator")));
        assertThat(look(token(invited)).status()).isEqualTo(200);

        Browser noor = signedIn("noor");
        noor.patch("/api/v1/people/" + going.id(), Map.of("roles", List.of("agent")));

        assertThat(look(token(invited)).type()).isEqualTo("invitation-used");
        assertThat(accept(browser(), token(invited)).status()).isEqualTo(404);
        assertThat(people.byEmail(email)).isEmpty();
        assertThat(found(email).path("expired").asBoolean()).isTrue();

        Answer again = noor.post("/api/v1/invitations/" + id(invited) + "/send", Map.of());
        assertThat(accept(browser(), token(again)).status()).isEqualTo(201);
    }

    @Test
    void sendingAgainEndsTheLinkBefore() {
        Answer invited = invite("agent");
        Answer again = signedIn("noor").post("/api/v1/invitations/" + id(invited) + "/send", Map.of());

        assertThat(accept(browser(), token(invited)).status()).isEqualTo(404);
        assertThat(accept(browser(), token(again)).status()).isEqualTo(201);
        assertThat(mailbox.mails).filteredOn(mail -> mail.to().equals(email)).hasSize(2);
    }

    @Test
    void oneAddressHasOneInvitationAndOnePerson() {
        Answer invited = invite("agent");
        Browser noor = signedIn("noor");

        assertThat(invite("supervisor").type()).isEqualTo("already-invited");
        accept(browser(), token(invited));
        assertThat(invite("supervisor").type()).isEqualTo("email-taken");
        assertThat(noor.post("/api/v1/invitations", Map.of("name", "L", "email", " LOTTE@loper.test", "roles", List.of(
                "agent"))).status()).isIn(409, 422);
    }

    @Test
    void whoeverTookTheAddressMeanwhileKeepsIt() {
        String token = token(invite("agent"));
        signedIn("noor").post("/api/v1/people",
                Map.of("name", "First", "email", email, "password", GOOD, "roles", List.of(
                        "agent")));

        assertThat(accept(browser(), token).type()).isEqualTo("email-taken");
        assertThat(people.byEmail(email).orElseThrow().name()).isEqualTo("First");
    }

    @Test
    void theAuditTellsOfInvitationsAndKeepsNoLinks() {
        Answer invited = invite("supervisor");
        accept(browser(), token(invited));

        assertThat(audit.page(null, 20).items()).filteredOn(entry -> entry.target().equals(id(invited))).extracting(
                Audit.Entry::what).containsExactly("invitation-accepted", "person-invited");
        assertThat(audit.page(null, 20).items().toString()).doesNotContain(token(invited));
    }

    private Answer invite(String role) {
        return signedIn("noor").post("/api/v1/invitations",
                Map.of("name", "Sanne Bos", "email", email, "roles", List.of(
                        role), "language", "nl", "speaks", List.of("nl", "fr")));
    }

    private static String token(Answer invited) {
        String link = invited.body().path("link").asString();
        return link.substring(link.indexOf('#') + 1);
    }

    private Answer look(String token) {
        return browser().with("Loper-Link", token).get("/api/v1/invitation");
    }

    private static String id(Answer invited) {
        return invited.body().path("id").asString();
    }

    private static Answer accept(Browser browser, String token) {
        browser.get("/api/v1/session");
        return browser.post("/api/v1/invitation", Map.of("token", token, "password", GOOD));
    }

    private Browser browserWithForm() {
        Browser browser = browser();
        browser.get("/api/v1/session");
        return browser;
    }

    private tools.jackson.databind.JsonNode found(String address) {
        return signedIn("noor").get("/api/v1/invitations").body().path("items").valueStream().filter(
                one -> one.path("email").asString().equals(address)).findFirst().orElseThrow();
    }
}
