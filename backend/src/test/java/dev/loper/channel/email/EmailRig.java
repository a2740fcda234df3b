package dev.loper.channel.email;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.loper.blob.BlobStore;
import dev.loper.channel.RecordingDeadLetters;
import dev.loper.channel.RecordingIntake;
import dev.loper.channel.RecordingReceipts;
import dev.loper.organisation.QuestionAnswers;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.integration.config.EnableIntegration;
import org.springframework.integration.dsl.context.IntegrationFlowContext;
import org.springframework.util.unit.DataSize;

/// The email channel between a real mail server and recording ports.
final class EmailRig implements AutoCloseable {

    static final String SUPPORT = "support@loper.test";
    static final String SALES = "sales@loper.test";
    static final String ADA = "ada@example.org";

    final RecordingIntake intake;
    final RecordingDeadLetters deadLetters;
    final RecordingReceipts receipts;
    final NotingInsiders colleagues = new NotingInsiders();
    final MemoryBlobs blobs = new MemoryBlobs();
    final OurMail ours = new OurMail(new HmacReplyTokens(new SecretKeySpec(new byte[32], "HmacSHA256")));
    final GreenMail server;
    final EmailSettings settings;
    final EmailIntake emailIntake;
    final EmailPort port;
    final AnnotationConfigApplicationContext context;
    private final EmailFlows flows;
    volatile boolean leased = true;
    /// The mark of the question that was asked, and what came to it.
    volatile String mark = "";
    final List<QuestionAnswers.Answer> answers = new CopyOnWriteArrayList<>();

    @EnableIntegration
    static class Integration {}

    /// Starts a mail server; the channel reads nothing yet.
    EmailRig(RecordingIntake intake, RecordingDeadLetters deadLetters, RecordingReceipts receipts, int smtpPort) {
        this.intake = intake;
        this.deadLetters = deadLetters;
        this.receipts = receipts;
        server = new GreenMail(new ServerSetup[]{new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)});
        server.start();
        List.of(SUPPORT, SALES, ADA).forEach(address -> server.setUser(address, address, "secret"));
        settings = new EmailSettings(accounts(smtpPort == 0 ? server.getSmtp().getPort() : smtpPort));
        emailIntake = new EmailIntake(settings, ours, new MailReader(settings, blobs, ours), intake, receipts,
                colleagues, this::answered, Clock.systemUTC());
        port = new EmailPort(settings, new MailWriter(ours, blobs, Clock.systemUTC()), ours);
        context = new AnnotationConfigApplicationContext(Integration.class);
        flows = new EmailFlows(settings, emailIntake, deadLetters, account -> leased,
                context.getBean(IntegrationFlowContext.class), Duration.ofMillis(50));
    }

    private boolean answered(QuestionAnswers.Answer answer) {
        return answer.mark().equals(mark) && answers.add(answer);
    }

    EmailRig() {
        this(new RecordingIntake(), new RecordingDeadLetters(), new RecordingReceipts(), 0);
    }

    EmailRig started() {
        flows.start();
        return this;
    }

    private Map<String, EmailSettings.Account> accounts(int smtpPort) {
        Map<String, EmailSettings.Account> accounts = new LinkedHashMap<>();
        accounts.put("email-support", account(SUPPORT, smtpPort));
        accounts.put("email-sales", account(SALES, smtpPort));
        return accounts;
    }

    private EmailSettings.Account account(String address, int smtpPort) {
        return new EmailSettings.Account("Support", address, "Brand",
                new EmailSettings.Imap("127.0.0.1", server.getImap().getPort(), EmailSettings.Tls.NONE, address,
                        "secret", "INBOX"),
                new EmailSettings.Smtp("127.0.0.1", smtpPort, EmailSettings.Tls.NONE, "", ""), "mx.loper.test",
                DataSize.ofMegabytes(2), true);
    }

    /// Sends raw bytes by SMTP, as a customer's server would.
    void smtp(String to, byte[] raw) throws MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(server.getSmtp().getPort()));
        Session session = Session.getInstance(properties);
        Transport.send(new RawMail(session, raw), InternetAddress.parse(to));
    }

    void smtp(String to, String... lines) throws MessagingException {
        smtp(to, mail(lines));
    }

    /// Puts raw bytes into a mailbox.
    void put(String mailbox, byte[] raw) throws Exception {
        inbox(mailbox).appendMessage(new RawMail(Session.getInstance(new Properties()), raw), new Flags(),
                new java.util.Date());
    }

    static byte[] mail(String... lines) {
        return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    MailFolder inbox(String address) throws FolderException {
        GreenMailUser user = server.getUserManager().getUserByEmail(address);
        return server.getManagers().getImapHostManager().getInbox(user);
    }

    long unseen(String address) throws FolderException {
        return inbox(address).getMessages().stream().map(StoredMessage::getFlags).filter(
                flags -> !flags.contains(Flags.Flag.SEEN)).count();
    }

    static void await(BooleanSupplier condition) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20)).until(
                condition::getAsBoolean);
    }

    @Override
    public void close() {
        flows.stop();
        context.close();
        server.stop();
    }

    /// A mail that goes out as the bytes it is.
    private static final class RawMail extends MimeMessage {

        private final String messageId;

        RawMail(Session session, byte[] raw) throws MessagingException {
            super(session, new ByteArrayInputStream(raw));
            this.messageId = getMessageID() == null ? "" : getMessageID();
        }

        @Override
        public void saveChanges() {
            saved = true;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }

    /// Blobs in memory: what a blob store keeps is tested where it lives.
    static final class MemoryBlobs implements BlobStore {

        final Map<String, byte[]> kept = new ConcurrentHashMap<>(new HashMap<>());
        volatile boolean full;
        private int next;

        @Override
        public synchronized Stored put(InputStream bytes, long maxBytes) throws IOException {
            if (full) {
                throw new IOException("The disk is full.");
            }
            byte[] read = bytes.readAllBytes();
            if (read.length > maxBytes) {
                throw new TooLargeException(maxBytes);
            }
            String id = "blob" + ++next;
            kept.put(id, read);
            return new Stored(id, read.length);
        }

        @Override
        public InputStream open(String id) throws IOException {
            byte[] bytes = kept.get(id);
            if (bytes == null) {
                throw new NoSuchFileException(id);
            }
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public void delete(String id) {
            kept.remove(id);
        }
    }
}
