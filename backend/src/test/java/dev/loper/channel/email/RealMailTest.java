package dev.loper.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.message.AccountId;
import dev.loper.message.Attachment;
import dev.loper.message.ChannelMessage;
import dev.loper.message.Delivery;
import dev.loper.message.EntryId;
import dev.loper.message.TopicId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Mails as programs really write them (`src/test/resources/mail`): each ends readable, or is known for a machine's.
class RealMailTest {

    private static final Path MAILS = Path.of("src/test/resources/mail");
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
    void whatOutlookPackedIsUnpacked() throws IOException {
        ChannelMessage mail = taken("outlook-winmail");
        assertThat(mail.text()).isEqualTo("In de bijlage onze offerte.");
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("Offerte tapijt €80.pdf",
                "note.txt");
        assertThat(mail.attachments().getFirst().type()).isEqualTo("application/pdf");
        assertThat(new String(rig.blobs.kept.get(mail.attachments().getLast().id()),
                StandardCharsets.UTF_8)).isEqualTo("Levertijd: 2 weken");
    }

    @Test
    void wordsThatStandOnlyInWhatOutlookPackedAreShown() throws IOException {
        ChannelMessage mail = taken("outlook-winmail-alone");
        assertThat(mail.text()).isEqualTo("Kunt u mij bellen? Het is dringend, één stoel ontbreekt.");
        assertThat(mail.attachments()).isEmpty();
    }

    @Test
    void aBrokenPackStaysAFile() throws IOException {
        ChannelMessage mail = taken("outlook-winmail-broken");
        assertThat(mail.text()).isEqualTo("Zie bijlage.");
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("winmail.dat");
    }

    @Test
    void aSignedMailIsReadAndItsSignatureIsNoFile() throws IOException {
        ChannelMessage smime = taken("smime-signed");
        assertThat(smime.text()).isEqualTo("My lamp flickers – please help.");
        assertThat(smime.html()).contains("<b>flickers</b>");
        assertThat(smime.attachments()).isEmpty();
        ChannelMessage pgp = taken("pgp-signed");
        assertThat(pgp.text()).isEqualTo("Where is my rug? It was to come\non Monday.");
        assertThat(pgp.attachments()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"smime-opaque,smime.p7m", "pgp-encrypted,encrypted.asc"})
    void aSealedMailSaysSoAndIsKept(String name, String file) throws IOException {
        ChannelMessage mail = taken(name);
        assertThat(mail.text()).contains("encrypted", "attached");
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly(file);
    }

    @Test
    void anInvitationAloneIsPutIntoWords() throws IOException {
        ChannelMessage mail = taken("invitation-alone");
        assertThat(mail.text()).isEqualTo("""
                Bezoek monteur, lamp Fjord
                2026-12-01 10:00 – 2026-12-01 11:00
                Weesperstraat 61, Amsterdam

                Neem het oude snoer mee.
                Graag bevestigen; bel anders even.""");
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("invite.ics");
    }

    @Test
    void anInvitationWithWordsShowsThose() throws IOException {
        ChannelMessage mail = taken("invitation-google");
        assertThat(mail.text()).isEqualTo("You have been invited to the following event: Bezoek monteur.");
        assertThat(mail.attachments()).extracting(Attachment::name).contains("invite.ics");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bounce-exchange", "bounce-gmail", "bounce-postfix"})
    void aBounceInAnyDialectIsAReceipt(String name) throws IOException {
        String ours = rig.ours.messageId(new EntryId("0011223344550000"), TOPIC, "loper.test");
        String mail = read(name).replace("@ID@", ours);
        assertThat(rig.emailIntake.take(SUPPORT, mail.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(
                new Taken.Receipted(ours, Delivery.FAILED));
        assertThat(rig.intake.stored()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"away-exchange", "away-exchange-dutch", "away-gmail", "away-dutch-no-headers",
            "away-dutch-afwezigheid", "away-dutch-assistant", "away-dutch-holiday", "away-german",
            "away-ticket-system", "away-qmail", "away-read-receipt", "bounce-exchange", "bounce-gmail",
            "bounce-postfix"})
    void aMachineIsKnownInEveryDialect(String name) throws IOException {
        assertThat(taken(name).automatic()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"outlook-winmail", "smime-signed", "pgp-signed", "invitation-google", "flowed", "nested",
            "apple-mail"})
    void aPersonIsNoMachine(String name) throws IOException {
        assertThat(taken(name).automatic()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"latin9,'De prijs is €80, hè?'", "smart-quotes,“Zo’n lamp” – prachtig…",
            "utf8-undeclared,Zoë schrijft “hallo” 👍", "unknown-name,Café noir", "gb2312,你好，灯坏了。",
            "koi8,Лампа мигает", "shift-jis,ランプが点滅します", "utf16,Grüße aus Köln", "html-meta,Grüße €5"})
    void everyAlphabetIsRead(String name, String words) throws IOException {
        assertThat(taken("charset-" + name).text()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"latin9,Prijs €", "utf8-undeclared,Ça va Zoë", "gb2312,你好", "shift-jis,ランプ", "split-word,ééé"})
    void everySubjectIsRead(String name, String subject) throws IOException {
        assertThat(taken("charset-" + name).subject()).isEqualTo(subject);
    }

    @Test
    void aSoftlyWrappedLineIsWhole() throws IOException {
        assertThat(taken("charset-split-word").text()).startsWith(
                "Café met een heel lange regel die hier gewoon doorgaat.").endsWith("Einde");
    }

    @Test
    void flowedLinesAreJoinedAndTheHistoryFolds() throws IOException {
        ChannelMessage mail = taken("flowed");
        assertThat(mail.text()).isEqualTo(
                "Thank you, this is a long line that goes on in the next and ends here.\n\nFrom stuffed lines too.");
        assertThat(mail.quote()).contains("Which lamp is it?").contains("My first words");
    }

    @Test
    void partsWithinPartsAreReadInOrder() throws IOException {
        ChannelMessage mail = taken("nested");
        assertThat(mail.text()).startsWith("Look at the picture.");
        assertThat(mail.html()).contains("<i>picture</i>");
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("lamp.png", "mail.eml");
        ChannelMessage apple = taken("apple-mail");
        assertThat(apple.text()).isEqualTo("Before the picture.\n\nAfter the picture.");
        assertThat(apple.attachments()).extracting(Attachment::name).containsExactly("IMG_1.jpeg");
    }

    @Test
    void noneOfThemBreaksTheReader() throws IOException {
        try (var files = Files.list(MAILS)) {
            List<Path> all = files.sorted().toList();
            for (Path file : all) {
                byte[] raw = Files.readAllBytes(file);
                for (int cut = raw.length; cut > 0; cut -= Math.max(1, raw.length / 7)) {
                    readable(file, Arrays.copyOf(raw, cut));
                }
            }
        }
    }

    /// A mail cut short on its way is read as far as it goes, or refused with a sentence.
    private void readable(Path file, byte[] raw) {
        try {
            rig.emailIntake.take(SUPPORT, raw);
        } catch (UnreadableMailException e) {
            assertThat(e.getMessage()).as(file.toString()).endsWith(".");
        }
    }

    private ChannelMessage taken(String name) throws IOException {
        rig.emailIntake.take(SUPPORT, Files.readAllBytes(MAILS.resolve(name + ".eml")));
        return rig.intake.stored().getLast();
    }

    private static String read(String name) throws IOException {
        return Files.readString(MAILS.resolve(name + ".eml"), StandardCharsets.ISO_8859_1);
    }
}
