package dev.loper.sandbox.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

import dev.loper.sandbox.SandboxTest;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.imap.IMAPFolder;
import tools.jackson.databind.JsonNode;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class MailTest extends SandboxTest {

    private static final String SUPPORT = "support@loper.test";
    private static final String PASSWORD = "sandbox-mail-password";

    @Test
    void aCustomersMailIsReadOverImap() throws MessagingException {
        post("/api/mails", """
                {"from":"Éva Lindeman <eva.lindeman@example.com>","to":["support@loper.test"],"subject":"Één kleed",
                 "text":"Waar blijft het?","html":"<p>Waar blijft het?</p>","inReplyTo":"<a@x>","references":["<a@x>"],
                 "attachments":[{"name":"foto é.png","type":"image/png","base64":"AQID"}]}""");

        try (Store store = imap(SUPPORT, PASSWORD)) {
            IMAPFolder inbox = (IMAPFolder) store.getFolder("INBOX");
            inbox.open(jakarta.mail.Folder.READ_ONLY);
            Message mail = inbox.getMessage(1);
            assertThat(mail.getSubject()).isEqualTo("Één kleed");
            assertThat(mail.getHeader("In-Reply-To")).containsExactly("<a@x>");
            assertThat(mail.getFrom()[0].toString()).contains("eva.lindeman@example.com");
        }
        JsonNode view = read(get("/api/mailboxes/support@loper.test/mails")).get("items").get(0);
        assertThat(view.get("html").asString()).contains("<p>");
        assertThat(view.get("attachments").get(0).get("name").asString()).isEqualTo("foto é.png");
        Answer file = get(view.get("attachments").get(0).get("url").asString());
        assertThat(file.whole().body()).isEqualTo(new byte[]{1, 2, 3});
    }

    @Test
    void aPlusAddressReachesItsMailboxAndStandsInTheHeader() {
        post("/api/mails",
                """
                        {"from":"eva.lindeman@example.com","to":["Support <support+r.abc@loper.test>"],"subject":"Re: A lamp","text":"Yes"}""");

        JsonNode mail = read(get("/api/mailboxes/support@loper.test/mails")).get("items").get(0);
        assertThat(mail.get("subject").asString()).isEqualTo("Re: A lamp");
        assertThat(mail.get("to").get(0).asString()).contains("support+r.abc@loper.test");
    }

    @Test
    void anAddressGetsItsMailboxWithTheFirstMail() throws MessagingException {
        MimeMessage answer = new MimeMessage(Session.getInstance(new Properties()));
        answer.setFrom(SUPPORT);
        answer.setRecipients(Message.RecipientType.TO, "New.Customer@example.com");
        answer.setSubject("Re: hello");
        answer.setText("Here it is");
        try (Transport smtp = smtp(PASSWORD)) {
            smtp.sendMessage(answer, answer.getAllRecipients());
        }

        JsonNode mails = read(get("/api/mailboxes/new.customer@example.com/mails")).get("items");
        assertThat(mails).hasSize(1);
        assertThat(mails.get(0).get("text").asString().strip()).isEqualTo("Here it is");
        assertThat(mails.get(0).get("seen").asBoolean()).isFalse();
    }

    @Test
    void idleTellsOfANewMailAtOnce() throws Exception {
        try (Store store = imap(SUPPORT, PASSWORD)) {
            IMAPFolder inbox = (IMAPFolder) store.getFolder("INBOX");
            inbox.open(jakarta.mail.Folder.READ_WRITE);
            AtomicInteger heard = new AtomicInteger();
            inbox.addMessageCountListener(new MessageCountAdapter() {
                @Override
                public void messagesAdded(MessageCountEvent event) {
                    heard.addAndGet(event.getMessages().length);
                }
            });
            Thread idling = Thread.ofVirtual().start(() -> {
                try {
                    inbox.idle(true);
                } catch (MessagingException e) {
                    // The folder is closed at the end.
                }
            });
            post("/api/mails",
                    "{\"from\":\"eva.lindeman@example.com\",\"to\":[\"support@loper.test\"],\"text\":\"x\"}");
            await().until(() -> heard.get() == 1);
            inbox.close();
            idling.join();
        }
    }

    @Test
    void aWrongPasswordIsRefusedByBothServers() {
        Assertions.assertThatThrownBy(() -> imap(SUPPORT, "wrong")).isInstanceOf(AuthenticationFailedException.class);
        Assertions.assertThatThrownBy(() -> smtp("wrong")).isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void aRawMailArrivesAsItIs() {
        String eml = "From: x@example.com\r\nTo: support@loper.test\r\nSubject: =?utf-8?B?broken\r\n"
                + "Content-Type: multipart/mixed\r\nX-Odd: 1\r\n\r\nno boundary at all";
        Answer answer = call("POST", "/api/mails/raw?from=x@example.com&to=support@loper.test", "message/rfc822", eml);

        assertThat(answer.status()).isEqualTo(202);
        JsonNode view = read(get("/api/mailboxes/support@loper.test/mails")).get("items").get(0);
        assertThat(get(view.get("raw").asString()).body()).contains("X-Odd: 1").contains("no boundary at all");
    }

    @Test
    void theSenderKeepsACopy() {
        post("/api/mails", "{\"from\":\"eva.lindeman@example.com\",\"to\":[\"support@loper.test\"],\"text\":\"x\"}");

        JsonNode mails = read(get("/api/mailboxes/eva.lindeman@example.com/mails")).get("items");
        assertThat(mails.get(0).get("folder").asString()).isEqualTo("sent");
    }

    @Test
    void anAddressThatIsNoneIsRefusedInASentence() {
        Answer answer = post("/api/mails", "{\"from\":\"not an address\",\"to\":[\"support@loper.test\"]}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("cannot be sent");
    }

    private Store imap(String user, String password) throws MessagingException {
        Store store = Session.getInstance(new Properties()).getStore("imap");
        store.connect("127.0.0.1", mail.imapPort(), user, password);
        return store;
    }

    private Transport smtp(String password) throws MessagingException {
        Properties smtp = new Properties();
        smtp.setProperty("mail.smtp.auth", "true");
        Transport transport = Session.getInstance(smtp).getTransport("smtp");
        transport.connect("127.0.0.1", mail.smtpPort(), SUPPORT, password);
        return transport;
    }
}
