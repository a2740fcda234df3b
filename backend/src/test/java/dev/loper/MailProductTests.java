package dev.loper;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.loper.redis.RedisServer;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The product as a whole between a mail server and an agent at its API: who reads what.
@ActiveProfiles("demo")
@DirtiesContext
@TypeExcludeFilters(ProductOnly.class)
@SpringBootTest(classes = LoperApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "loper.reply.undo=0s", "loper.data-dir=target/mail-product", "loper.public-url=http://loper.test",
        "loper.email.accounts.email-sales.name=Sales", "loper.email.accounts.email-sales.address=sales@loper.test",
        "loper.email.accounts.email-sales.imap.host=127.0.0.1",
        "loper.email.accounts.email-sales.imap.port=${loper.sandbox-imap-port}",
        "loper.email.accounts.email-sales.imap.tls=none",
        "loper.email.accounts.email-sales.imap.user=sales@loper.test",
        "loper.email.accounts.email-sales.imap.password=sales",
        "loper.email.accounts.email-sales.smtp.host=127.0.0.1",
        "loper.email.accounts.email-sales.smtp.port=${loper.sandbox-smtp-port}",
        "loper.email.accounts.email-sales.smtp.tls=none"})
class MailProductTests {

    private static final GreenMail SERVER = server();

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String ada = "ada." + mark + "@example.org";
    private final String bob = "bob." + mark + "@example.org";
    private final String carol = "carol." + mark + "@example.org";

    @LocalServerPort
    int port;

    private static GreenMail server() {
        GreenMail server = new GreenMail(new ServerSetup[]{
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)});
        server.start();
        server.setUser("support@loper.test", "support@loper.test", "sandbox-mail-password");
        server.setUser("sales@loper.test", "sales@loper.test", "sales");
        return server;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("loper.sandbox-smtp-port", () -> SERVER.getSmtp().getPort());
        registry.add("loper.sandbox-imap-port", () -> SERVER.getImap().getPort());
        RedisServer.register(registry);
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void anAnswerToAllReachesAllAndTheirAnswersJoinTheTopic() throws Exception {
        mail("support@loper.test", "From: Ada <" + ada + ">", "To: support@loper.test, " + bob, "Cc: " + carol,
                "Subject: Stairs " + mark, "", "Who measures the stairs?");
        JsonNode row = row("Stairs " + mark);

        JsonNode everybody = option(row, "email", "email-support").get("everybody");
        assertThat(strings(everybody.get("to"))).containsExactly(ada, bob);
        assertThat(strings(everybody.get("cc"))).containsExactly(carol);

        JsonNode answer = answer(row, Map.of("text", "Bob does, on Monday.", "to", List.of(ada, bob), "cc",
                List.of(carol, "Support+x@loper.test"), "clientId", "1" + mark));
        assertThat(strings(answer.get("to"))).containsExactly(ada, bob);
        assertThat(strings(answer.get("cc"))).containsExactly(carol);
        MimeMessage seen = received(carol, 1);
        assertThat(addresses(seen, RecipientType.TO)).containsExactly(ada, bob);
        assertThat(addresses(seen, RecipientType.CC)).containsExactly(carol);
        assertThat(received(ada, 1).getMessageID()).isEqualTo(seen.getMessageID());

        mail("support@loper.test", "From: Bob <" + bob + ">", "To: " + seen.getReplyTo()[0], "Cc: " + ada,
                "Subject: Re: Stairs " + mark, "In-Reply-To: " + seen.getMessageID(), "", "Monday it is, " + mark);
        JsonNode entries = entries(row, 3);
        assertThat(entries.get(0).get("author").get("name").asString()).isEqualTo("Bob");
        assertThat(entries.get(0).get("from").asString()).isEqualTo(bob);
        assertThat(entries.get(0).get("topic")).isEqualTo(row.get("topic").get("id"));
        assertThat(strings(option(row, "email", "email-support").get("everybody").get("to"))).containsExactly(ada, bob);
    }

    @Test
    void theHistoryIsQuotedWhereThatWasChosenAndTheAnswerIsThreaded() throws Exception {
        mail("support@loper.test", "From: Ada <" + ada + ">", "To: support@loper.test", "Subject: Lamp " + mark,
                "Message-ID: <1." + mark + "@example.org>", "", "Which bulb?", "It is the Fjord.");
        JsonNode row = row("Lamp " + mark);
        answer(row, Map.of("text", "An E27.", "clientId", "1" + mark, "quote", true));
        MimeMessage first = received(ada, 1);
        answer(row, Map.of("text", "At most 40 watts.", "clientId", "2" + mark, "quote", true));
        answer(row, Map.of("text", "No more.", "clientId", "3" + mark));

        assertThat(plain(first)).startsWith("An E27.\n\nOn ").contains(", Ada <" + ada + "> wrote:\n> Which bulb?\n",
                "> It is the Fjord.");
        MimeMessage second = received(ada, 2);
        assertThat(plain(second)).contains("> An E27.", ">> Which bulb?");
        assertThat(second.getHeader("In-Reply-To")).containsExactly("<1." + mark + "@example.org>");
        assertThat(second.getHeader("References", " ")).contains("<1." + mark + "@example.org>",
                first.getMessageID());
        assertThat(received(ada, 3).getContent()).asString().isEqualToIgnoringNewLines("No more.");
    }

    /// The first part of a mail in several forms.
    private static String plain(MimeMessage mail) throws Exception {
        return ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent().toString().replace("\r\n", "\n");
    }

    @Test
    void theMessagesOfAnotherSystemAreBroughtAlongAndAnswersToThemFindTheirTopic() throws Exception {
        Map<String, Object> customer = Map.of("address", ada, "name", "Ada");
        Map<String, Object> then = Map.of("id", "1", "thread", "t1", "channel", "email", "account", "email-support",
                "direction", "in", "at", "2025-03-01T10:00:00Z", "customer", customer, "subject", "Rug " + mark, "text",
                "Do you have it in red?", "messageId", "old." + mark + "@example.org");
        Map<String, Object> wrong = Map.of("id", "2", "channel", "email", "direction", "out", "at",
                "2025-03-01T11:00:00Z", "customer", Map.of("address", "lotte@loper.test"), "text", "x", "agent", "M");
        Map<String, Object> batch = Map.of("source", "s" + mark, "messages", List.of(then, wrong));

        JsonNode outcomes = post("/api/v1/imports/messages", batch).get("items");
        assertThat(outcomes.get(0).get("outcome").asString()).isEqualTo("stored");
        assertThat(outcomes.get(1).get("outcome").asString()).isEqualTo("refused");
        assertThat(outcomes.get(1).get("field").asString()).isEqualTo("customer.address");
        assertThat(outcomes.get(1).get("detail").asString()).contains("our own");
        assertThat(post("/api/v1/imports/messages", batch).get("items").get(0).get("outcome").asString()).isEqualTo(
                "repeat");

        mail("support@loper.test", "From: Ada <" + ada + ">", "Subject: Re: Rug " + mark,
                "In-Reply-To: <old." + mark + "@example.org>", "", "And in blue?");
        JsonNode entries = entries(row("Rug " + mark), 3);
        JsonNode oldest = entries.get(entries.size() - 1);
        assertThat(oldest.get("at").asString()).isEqualTo("2025-03-01T10:00:00Z");
        assertThat(oldest.get("imported").asBoolean()).isTrue();
        assertThat(entries.get(0).get("imported").asBoolean()).isFalse();
    }

    @Test
    void nothingGoesToAnotherReplyToBeforeSomebodyAgreed() throws Exception {
        mail("support@loper.test", "From: Ada <" + ada + ">", "Reply-To: " + carol, "To: support@loper.test",
                "Subject: Elsewhere " + mark, "", "Answer me there.");
        JsonNode row = row("Elsewhere " + mark);
        JsonNode everybody = option(row, "email", "email-support").get("everybody");
        assertThat(strings(everybody.get("to"))).containsExactly(ada);
        assertThat(everybody.get("replyTo").get("address").asString()).isEqualTo(carol);
        String entry = everybody.get("replyTo").get("entry").asString();

        JsonNode refused = answer(row, Map.of("text", "There you are.", "to", List.of(ada), "cc", List.of(carol),
                "clientId", "1" + mark));
        assertThat(refused.get("type").asString()).isEqualTo("reply-to-unconfirmed");
        assertThat(refused.get("detail").asString()).contains(ada, carol);

        answer(row, Map.of("text", "There you are.", "to", carol, "replyToOf", entry, "clientId", "2" + mark));
        assertThat(addresses(received(carol, 1), RecipientType.TO)).containsExactly(carol);
        assertThat(inbox(ada)).isEmpty();

        mail("support@loper.test", "From: Ada <" + ada + ">", "Reply-To: " + carol, "To: support@loper.test",
                "Subject: Re: Elsewhere " + mark, "", "And again.");
        entries(row, 3);
        assertThat(answer(row, Map.of("text", "Again.", "to", carol, "replyToOf", entry, "clientId", "3" + mark)).get(
                "type").asString()).isEqualTo("reply-to-unconfirmed");
    }

    @Test
    void whoeverForgesASenderAndNamesThemselvesGetsNothing() throws Exception {
        mail("support@loper.test", "From: Ada <" + ada + ">", "To: support@loper.test, " + bob,
                "Subject: Invoice " + mark,
                "Message-ID: <1." + mark + "@example.org>", "", "When does it come?");
        JsonNode row = row("Invoice " + mark);
        for (int again = 2; again < 4; again++) {
            mail("support@loper.test", "From: Ada <" + ada + ">", "Reply-To: " + carol, "To: support@loper.test",
                    "Cc: " + carol, "Subject: Re: Invoice " + mark,
                    "Message-ID: <" + again + "." + mark + "@example.org>",
                    "In-Reply-To: <1." + mark + "@example.org>", "", "Send all of it once more, please.");
        }
        entries(row, 3);
        JsonNode everybody = option(row, "email", "email-support").get("everybody");
        assertThat(everybody.get("to").toString() + everybody.get("cc")).doesNotContain(carol);
        assertThat(answer(row, Map.of("text", "Here it is.", "to", List.of(ada), "cc", List.of(carol), "clientId",
                "1" + mark)).get("type").asString()).isEqualTo("reply-to-unconfirmed");

        mail("support@loper.test", "From: Ada <" + ada + ">", "To: support@loper.test, " + bob, "Cc: dave." + mark
                + "@example.org", "Subject: Re: Invoice " + mark, "In-Reply-To: <1." + mark + "@example.org>", "",
                "And to Dave.");
        entries(row, 4);
        JsonNode last = option(row, "email", "email-support").get("everybody");
        assertThat(strings(last.get("to"))).containsExactly(ada, bob);
        assertThat(strings(last.get("cc"))).isEmpty();
        assertThat(strings(last.get("newcomers"))).containsExactly("dave." + mark + "@example.org");

        answer(row, Map.of("text", "To Dave as well.", "to", List.of(ada, bob), "cc", List.of("dave." + mark
                + "@example.org"), "clientId", "2" + mark));
        assertThat(strings(option(row, "email", "email-support").get("everybody").get("cc"))).containsExactly(
                "dave." + mark + "@example.org");
        assertThat(inbox(carol)).isEmpty();
    }

    @Test
    void anAnswerLeavesNobodyOutAndGoesToMailAddressesOnly() throws Exception {
        mail("support@loper.test", "From: " + ada, "Subject: Rules " + mark, "", "Hi");
        JsonNode row = row("Rules " + mark);

        assertThat(answer(row, Map.of("text", "x", "to", List.of(bob), "clientId", "1" + mark)).get(
                "type").asString()).isEqualTo("customer-left-out");
        assertThat(answer(row, Map.of("text", "x", "to", List.of(ada, "bob, carol"), "clientId", "2" + mark)).get(
                "type").asString()).isEqualTo("no-mail-address");
        assertThat(inbox(bob)).isEmpty();
    }

    @Test
    void aMailInTwoOfOurMailboxesIsOneEntryAndOneOfOursToAnotherMakesNoLoop() throws Exception {
        mail("support@loper.test, sales@loper.test", "From: " + ada, "To: support@loper.test, sales@loper.test",
                "Subject: Twice " + mark, "Message-ID: <" + mark + "@example.org>", "", "To both of you");
        JsonNode row = row("Twice " + mark);
        await(() -> unseen() == 0);

        answer(row, Map.of("text", "Once is enough.", "to", List.of(ada, "sales@loper.test"), "cc",
                List.of("support@loper.test"), "clientId", "1" + mark));
        MimeMessage answer = received(ada, 1);
        assertThat(addresses(answer, RecipientType.TO)).containsExactly(ada);

        // A rule of the mail server forwards what Ada got to our other mailbox: it is a copy of ours.
        mail("sales@loper.test", "From: support@loper.test", "To: " + ada, "Message-ID: " + answer.getMessageID(),
                "Subject: Re: Twice " + mark, "", "Once is enough.");
        await(() -> unseen() == 0);
        assertThat(entries(row, 2)).hasSize(2);
        assertThat(deadLetters()).noneMatch(letter -> letter.contains(mark));
    }

    private List<String> deadLetters() throws Exception {
        return get("/api/v1/dead-letters").get("items").valueStream().map(JsonNode::toString).toList();
    }

    private void mail(String to, String... lines) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(SERVER.getSmtp().getPort()));
        byte[] raw = (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
        Transport.send(new AsWritten(Session.getInstance(properties), raw), InternetAddress.parse(to));
    }

    private JsonNode row(String title) throws Exception {
        return eventually(() -> get("/api/v1/inbox?view=all").get("items").valueStream().filter(
                item -> item.get("topic").get("title").asString().equals(title)).findFirst().orElse(null));
    }

    private JsonNode entries(JsonNode row, int count) throws Exception {
        return eventually(() -> {
            JsonNode items = get("/api/v1/conversations/" + row.get("conversation").asString() + "/entries").get(
                    "items");
            return items.size() >= count ? items : null;
        });
    }

    private JsonNode option(JsonNode row, String channel, String account) throws Exception {
        return get("/api/v1/conversations/" + row.get("conversation").asString() + "/reply-options?topic="
                + row.get("topic").get("id").asString()).get("options").valueStream().filter(
                        option -> option.get("account").asString().equals(account)).findFirst().orElseThrow();
    }

    private JsonNode answer(JsonNode row, Map<String, Object> message) throws Exception {
        Map<String, Object> body = new java.util.HashMap<>(message);
        body.put("channel", "email");
        body.put("account", "email-support");
        body.put("topic", row.get("topic").get("id").asString());
        return post("/api/v1/conversations/" + row.get("conversation").asString() + "/messages", body);
    }

    private JsonNode post(String path, Object body) throws Exception {
        return json.readTree(http.send(request(path).header("Content-Type", "application/json").POST(
                HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))).build(),
                BodyHandlers.ofString()).body());
    }

    private JsonNode get(String path) throws Exception {
        return json.readTree(http.send(request(path).build(), BodyHandlers.ofString()).body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Authorization",
                "Bearer loper_demo");
    }

    private MimeMessage received(String address, int count) throws Exception {
        return eventually(() -> inbox(address).size() >= count ? inbox(address).get(count - 1) : null);
    }

    private List<MimeMessage> inbox(String address) throws Exception {
        GreenMailUser user = SERVER.getUserManager().getUserByEmail(address);
        return user == null
                ? List.of()
                : SERVER.getManagers().getImapHostManager().getInbox(user).getMessages().stream().map(
                        StoredMessage::getMimeMessage).toList();
    }

    private long unseen() throws Exception {
        long unseen = 0;
        for (String mailbox : List.of("support@loper.test", "sales@loper.test")) {
            unseen += SERVER.getManagers().getImapHostManager().getInbox(
                    SERVER.getUserManager().getUserByEmail(mailbox)).getUnseenCount();
        }
        return unseen;
    }

    private static List<String> addresses(MimeMessage mail, RecipientType kind) throws Exception {
        return Arrays.stream(mail.getRecipients(kind)).map(InternetAddress.class::cast).map(
                InternetAddress::getAddress).toList();
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50)).until(condition);
    }

    private static <T> T eventually(Callable<T> wanted) {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50)).until(wanted,
                java.util.Objects::nonNull);
    }

    /// A mail that goes out as the bytes it is.
    private static final class AsWritten extends MimeMessage {

        AsWritten(Session session, byte[] raw) throws jakarta.mail.MessagingException {
            super(session, new ByteArrayInputStream(raw));
        }

        @Override
        public void saveChanges() {
            saved = true;
        }
    }
}
