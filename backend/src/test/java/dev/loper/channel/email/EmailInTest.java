package dev.loper.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loper.channel.DeliveryReceipts.DeliveryReceipt;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelMessage;
import dev.loper.message.ChannelMessage.Company;
import dev.loper.message.Delivery;
import dev.loper.message.EntryId;
import dev.loper.message.Level;
import dev.loper.message.TopicId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the channel makes of one mail.
class EmailInTest {

    private static final AccountId SUPPORT = new AccountId("email-support");
    private static final TopicId TOPIC = new TopicId("00112233445566778899");

    private EmailRig rig;

    @BeforeEach
    void start() {
        rig = new EmailRig();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void aMailSaysWhoWroteWhatWhen() {
        ChannelMessage message = taken("From: =?utf-8?q?Ada_L=C3=B6velace?= <Ada@EXAMPLE.org>",
                "To: Support <support@loper.test>, b@example.org", "Cc: \"C, the third\" <c@example.org>",
                "Subject: =?utf-8?b?w4dh?= va", "Date: Sun, 22 Nov 2026 10:00:00 +0100", "", "Hi");

        assertThat(message.from()).isEqualTo(new ChannelAddress.Email("ada@example.org"));
        assertThat(message.fromName()).isEqualTo("Ada Lövelace");
        assertThat(message.to()).containsExactly("support@loper.test", "b@example.org");
        assertThat(message.cc()).containsExactly("c@example.org");
        assertThat(message.subject()).isEqualTo("Ça va");
        assertThat(message.sentAt()).isEqualTo("2026-11-22T09:00:00Z");
        assertThat(message.level()).isEqualTo(Level.OBSERVED);
    }

    @Test
    void whoeverElseItIsAddressedToTakesPart() {
        ChannelMessage message = taken("From: ada@example.org",
                "To: Support <support@loper.test>, Team: bob@example.org, ada@example.org;, Sales <SALES+x@loper.test>",
                "Cc: Carol <Carol@Example.org>, bob@example.org", "Reply-To: ada@example.org", "", "Hi");

        assertThat(message.company()).isEqualTo(
                new Company(List.of(new ChannelAddress.Email("bob@example.org"),
                        new ChannelAddress.Email("carol@example.org")), null));
    }

    @ParameterizedTest
    @CsvSource({"Home <home@example.org>, home@example.org", "ADA@example.org,", "support@loper.test,", "nonsense,",
            ","})
    void aReplyToThatDiffersIsRemembered(@Nullable String replyTo, @Nullable String remembered) {
        ChannelMessage message = taken("From: ada@example.org", "Reply-To: " + replyTo, "", "Hi");

        assertThat(message.company().replyTo()).isEqualTo(
                remembered == null ? null : new ChannelAddress.Email(remembered));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authentication-Results: mx.loper.test; dmarc=fail header.from=example.org",
            "Authentication-Results: MX.loper.test 1; spf=pass; dmarc=fail (p=none)",
            "Authentication-Results: mx.loper.test (our server); dkim=none; DMARC = FAIL",
            "Authentication-Results: mx.loper.test; dmarc=pass\r\nAuthentication-Results: mx.loper.test; dmarc=fail",
            "From: boss@example.org"})
    void aDoubtfulSenderIsOnlyClaimed(String header) {
        assertThat(taken("From: ada@example.org", header, "", "Hi").level()).isEqualTo(Level.CLAIMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authentication-Results: mx.loper.test; dmarc=pass",
            "Authentication-Results: evil.test; dmarc=fail", "Authentication-Results: mx.loper.test; dmarc=none",
            "Authentication-Results: mx.loper.test; spf=fail (; dmarc=fail)"})
    void theWordOfOthersDoesNotCount(String header) {
        assertThat(taken("From: ada@example.org", header, "", "Hi").level()).isEqualTo(Level.OBSERVED);
    }

    @Test
    void oneMailInTwoMailboxesHasOneProviderId() {
        byte[] mail = EmailRig.mail("From: ada@example.org", "Message-ID: <1@example.org>", "", "Hi");

        rig.emailIntake.take(SUPPORT, mail);
        rig.emailIntake.take(new AccountId("email-sales"), mail);

        assertThat(rig.intake.stored()).extracting(ChannelMessage::providerId).hasSize(2).containsOnly(
                rig.intake.stored().getFirst().providerId());
    }

    @Test
    void aStolenMessageIdSuppressesNothing() {
        String mine = taken("From: ada@example.org", "Message-ID: <1@example.org>", "", "Hi").providerId();

        assertThat(taken("From: eve@evil.test", "Message-ID: <1@example.org>", "", "Hi").providerId()).isNotEqualTo(
                mine);
        assertThat(taken("From: ada@example.org", "Message-ID: <1@example.org>", "", "Ho").providerId()).isNotEqualTo(
                mine);
        assertThat(MailDigest.messageId(mine)).isEqualTo("1@example.org");
    }

    @Test
    void referencesAreNearestFirst() {
        ChannelMessage message = taken("From: ada@example.org", "In-Reply-To: <3@x>",
                "References: <1@x>", " <2@x> <3@x>", "", "Hi");

        assertThat(message.hints().references()).containsExactly("3@x", "2@x", "1@x");
        assertThat(message.hints().replyTopic()).isNull();
    }

    @Test
    void aReplyTokenNamesItsTopicInAnyCase() {
        String address = rig.ours.replyAddress("support@loper.test", TOPIC);
        String id = rig.ours.messageId(new EntryId("17-1"), TOPIC, "loper.test");

        assertThat(address.indexOf('@')).isLessThanOrEqualTo(64);
        assertThat(taken("From: ada@example.org", "To: " + address, "", "1").hints().replyTopic()).isEqualTo(TOPIC);
        assertThat(taken("From: ada@example.org",
                "To: " + address.toUpperCase(java.util.Locale.ROOT).replace("+R.", "+r."),
                "", "2").hints().replyTopic()).isEqualTo(TOPIC);
        assertThat(taken("From: ada@example.org", "In-Reply-To: <" + id + ">", "", "3").hints().replyTopic()).isEqualTo(
                TOPIC);
    }

    @Test
    void aForgedReplyTokenIsIgnored() {
        String address = rig.ours.replyAddress("support@loper.test", TOPIC);
        OurMail others = new OurMail(new HmacReplyTokens(
                new javax.crypto.spec.SecretKeySpec("another key of 32 bytes, is it?!".getBytes(StandardCharsets.UTF_8),
                        "HmacSHA256")));
        int at = address.indexOf('@');
        String changed = address.substring(0, at - 1) + (address.charAt(at - 1) == '1' ? '2' : '1')
                + address.substring(at);

        for (String forged : List.of(changed, others.replyAddress("support@loper.test", TOPIC),
                "support+r.00112233445566778899@loper.test", "support+r.@loper.test")) {
            assertThat(taken("From: ada@example.org", "To: " + forged, "", forged).hints().replyTopic()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Auto-Submitted: auto-replied", "Auto-Submitted: auto-generated; x=y", "Precedence: bulk",
            "Precedence: list", "List-Id: <news.example.org>", "X-Auto-Response-Suppress: All", "Return-Path: <>",
            "Subject: Automatisch antwoord: uw bericht", "Subject: Out of Office: Re: order",
            "Subject: Abwesenheitsnotiz: Bestellung", "X-Autoreply: yes"})
    void aMachineIsRecognised(String header) {
        assertThat(taken("From: ada@example.org", header, "", "I am away").automatic()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Auto-Submitted: no", "Precedence: first-class", "Return-Path: <ada@example.org>",
            "Subject: My automatic lamp is broken"})
    void aPersonIsNoMachine(String header) {
        assertThat(taken("From: ada@example.org", header, "", "Hello").automatic()).isFalse();
    }

    @Test
    void aCopyOfOurOwnMailIsNoCustomer() {
        String id = rig.ours.messageId(new EntryId("17-1"), TOPIC, "loper.test");

        Taken taken = rig.emailIntake.take(SUPPORT,
                EmailRig.mail("From: Lotte <Support@Loper.test>", "Message-ID: <" + id + ">", "", "Hi"));

        assertThat(taken).isEqualTo(new Taken.Own(id));
        assertThat(rig.intake.stored()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"support@loper.test", "sales@loper.test", "support+r.x@loper.test"})
    void somebodyElseUsingOurAddressIsForAPersonToSee(String from) {
        assertThatThrownBy(() -> rig.emailIntake.take(SUPPORT, EmailRig.mail("From: " + from, "", "Hi"))).isInstanceOf(
                UnreadableMailException.class).hasMessageContaining("our own");

        assertThat(rig.intake.stored()).isEmpty();
    }

    @Test
    void aBounceBecomesAReceipt() {
        String id = rig.ours.messageId(new EntryId("17-1"), TOPIC, "loper.test");

        Taken taken = rig.emailIntake.take(SUPPORT, bounce(id, "failed"));

        assertThat(taken).isEqualTo(new Taken.Receipted(id, Delivery.FAILED));
        assertThat(rig.receipts.recorded()).extracting(DeliveryReceipt::providerId, DeliveryReceipt::state,
                DeliveryReceipt::reason).containsExactly(
                        org.assertj.core.groups.Tuple.tuple(id, Delivery.FAILED,
                                "This mail address does not exist. Ask the customer for another."));
        assertThat(rig.intake.stored()).isEmpty();
    }

    @Test
    void aForgedBounceFailsNothing() {
        rig.emailIntake.take(SUPPORT, bounce("17-1.0123456789abcdefghijk@loper.test", "failed"));

        assertThat(rig.receipts.recorded()).isEmpty();
        assertThat(rig.intake.stored()).singleElement().satisfies(message -> assertThat(message.automatic()).isTrue());
    }

    @Test
    void aBounceThatACustomerForwardsIsTheirMessageAndFailsNothing() {
        String id = rig.ours.messageId(new EntryId("17-1"), TOPIC, "loper.test");

        Taken taken = rig.emailIntake.take(SUPPORT, forwarded(id));

        assertThat(taken).isInstanceOf(Taken.Stored.class);
        assertThat(rig.intake.stored()).singleElement().satisfies(message -> {
            assertThat(message.text()).isEqualTo("Your mail bounced, look.");
            assertThat(message.from().value()).isEqualTo("ada@example.org");
        });
        assertThat(rig.receipts.recorded()).isEmpty();
    }

    @Test
    void aBounceInAFormOfItsOwnIsOneIfAMachineWroteIt() {
        String id = rig.ours.messageId(new EntryId("17-1"), TOPIC, "loper.test");
        byte[] odd = new String(forwarded(id), StandardCharsets.UTF_8).replace("ada@example.org",
                "postmaster@example.org").getBytes(StandardCharsets.UTF_8);

        assertThat(rig.emailIntake.take(SUPPORT, odd)).isEqualTo(new Taken.Receipted(id, Delivery.FAILED));
        assertThat(rig.intake.stored()).isEmpty();
    }

    @Test
    void aDelayIsNoFailure() {
        String id = rig.ours.messageId(new EntryId("17-1"), TOPIC, "loper.test");

        assertThat(rig.emailIntake.take(SUPPORT, bounce(id, "delayed"))).isEqualTo(new Taken.Receipted(id, null));
        assertThat(rig.receipts.recorded()).isEmpty();
    }

    @Test
    void aRepeatedMailLeavesNoSecondCopyOfItsFiles() {
        byte[] mail = withFile();

        rig.emailIntake.take(SUPPORT, mail);
        rig.emailIntake.take(SUPPORT, mail);

        String kept = rig.intake.stored().getFirst().attachments().getFirst().id();
        assertThat(rig.blobs.kept).containsOnlyKeys(kept);
    }

    @Test
    void aRefusedMailKeepsItsFilesOnce() {
        rig.intake.goAway();
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> rig.emailIntake.take(SUPPORT, withFile()));
        }
        rig.intake.comeBack();
        rig.emailIntake.take(SUPPORT, withFile());

        String kept = rig.intake.stored().getFirst().attachments().getFirst().id();
        assertThat(rig.blobs.kept).containsOnlyKeys(kept);
    }

    @Test
    void aFullDiskMeansLaterAndNotNever() {
        rig.blobs.full = true;

        assertThatThrownBy(() -> rig.emailIntake.take(SUPPORT, withFile())).isInstanceOf(
                dev.loper.channel.IntakeUnavailableException.class);
    }

    private static byte[] withFile() {
        return EmailRig.mail("From: ada@example.org", "Content-Type: multipart/mixed; boundary=b", "", "--b", "", "Hi",
                "--b", "Content-Type: image/png", "Content-Disposition: attachment; filename=../../bon.html", "",
                "<html><script>alert(1)</script></html>", "--b--");
    }

    @Test
    void anAttachmentIsTypedByItsContentAndSafelyNamed() {
        rig.emailIntake.take(SUPPORT, withFile());

        assertThat(rig.intake.stored().getFirst().attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("bon.html");
            assertThat(file.type()).isEqualTo("text/html");
        });
    }

    private static byte[] bounce(String messageId, String action) {
        return EmailRig.mail("From: MAILER-DAEMON@example.org", "Return-Path: <>",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b", "", "--b",
                "Content-Type: text/plain", "", "Sorry.", "--b", "Content-Type: message/delivery-status", "",
                "Reporting-MTA: dns; mx.example.org", "", "Final-Recipient: rfc822; ada@example.org",
                "Action: " + action, "Status: 5.1.1", "Diagnostic-Code: smtp; 550 5.1.1 No such user", "", "--b",
                "Content-Type: text/rfc822-headers", "", "From: support@loper.test", "Message-ID: <" + messageId + ">",
                "", "--b--");
    }

    private static byte[] forwarded(String messageId) {
        return EmailRig.mail("From: Ada <ada@example.org>", "To: support@loper.test", "Subject: Fwd: Undeliverable",
                "Message-ID: <fwd-1@example.org>", "Content-Type: multipart/mixed; boundary=b", "", "--b",
                "Content-Type: text/plain", "", "Your mail bounced, look.", "--b",
                "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; mx.example.org", "",
                "Final-Recipient: rfc822; ada@example.org", "Action: failed", "Status: 5.1.1", "", "--b",
                "Content-Type: text/rfc822-headers", "", "From: support@loper.test", "Message-ID: <" + messageId + ">",
                "", "--b--");
    }

    private ChannelMessage taken(String... lines) {
        List<String> mail = new ArrayList<>(Arrays.asList(lines));
        rig.emailIntake.take(SUPPORT, EmailRig.mail(mail.toArray(String[]::new)));
        return rig.intake.stored().getLast();
    }
}
