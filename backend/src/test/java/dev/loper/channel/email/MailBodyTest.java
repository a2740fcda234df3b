package dev.loper.channel.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.loper.message.Attachment.Place;
import java.nio.charset.Charset;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailBodyTest {

    @ParameterizedTest
    @ValueSource(strings = {
            "<p>Number 12</p><div class='gmail_quote'><div class='gmail_attr'>On Sunday Lotte wrote:</div><blockquote>Which?</blockquote></div>",
            "<p>Number 12</p><blockquote type='cite'>Which?</blockquote>",
            "<p>Number 12</p><hr><div id='divRplyFwdMsg'><b>From:</b> Lotte</div><div>Which?</div>",
            "<div>Number 12</div><div><div style='border:none;border-top:solid #E1E1E1 1.0pt'><p>From: Lotte</p></div></div><p>Which?</p>",
            "<p>Number 12</p><div class='protonmail_quote'>Which?</div>",
            "<p>Number 12</p><div class='moz-cite-prefix'>On Sunday Lotte wrote:</div><blockquote type='cite'>Which?</blockquote>"})
    void htmlHistoryIsFolded(String html) {
        MailContent content = html(html);

        assertThat(content.text()).isEqualTo("Number 12");
        assertThat(content.html()).contains("Number 12").doesNotContain("Which?");
        assertThat(content.quote()).satisfiesAnyOf(quote -> assertThat(quote).contains("Which?"),
                quote -> assertThat(quote).contains("Lotte"));
    }

    @Test
    void anHtmlAnswerLineByLineStaysWhole() {
        MailContent content = html("<blockquote type=cite>Which order?</blockquote><p>12</p>"
                + "<blockquote type=cite>Which colour?</blockquote><p>Red</p>");

        assertThat(content.html()).contains("Which order?", "12", "Which colour?", "Red");
    }

    @Test
    void aForwardedGmailIsShown() {
        MailContent content = html(
                "<p>Look</p><div class='gmail_quote'><div class='gmail_attr'>---------- Forwarded message"
                        + " ---------</div>Invoice 12</div>");

        assertThat(content.html()).contains("Invoice 12");
    }

    @Test
    void htmlAloneBecomesText() {
        assertThat(
                html("<h1>Hi</h1><p>One<br>two</p><ul><li>a</li><li>b</li></ul><script>x</script>").text()).isEqualTo(
                        "Hi\n\nOne\ntwo\n\n- a\n- b");
    }

    @Test
    void bothFormsAreKeptAndPicturesAreFiles() {
        MailContent content = content("Content-Type: multipart/mixed; boundary=m", "", "--m",
                "Content-Type: multipart/related; boundary=r", "", "--r",
                "Content-Type: multipart/alternative; boundary=a", "", "--a", "Content-Type: text/plain", "", "Plain",
                "--a", "Content-Type: text/html", "", "<b>Html</b><img src='cid:p1'>", "--a--", "--r",
                "Content-Type: image/png; name=p.png", "Content-ID: <p1>", "Content-Transfer-Encoding: base64", "",
                "iVBORw0KGgo=", "--r--", "--m", "Content-Type: application/pdf",
                "Content-Disposition: attachment; filename*=utf-8''b%C3%B6n.pdf", "", "%PDF-1", "--m--");

        assertThat(content.text()).isEqualTo("Plain");
        assertThat(content.html()).contains("<b>Html</b>", "cid:p1");
        assertThat(content.files()).extracting(file -> file.part().fileName(), MailContent.File::place).containsExactly(
                tuple("p.png", Place.WITHIN), tuple("bön.pdf", Place.BESIDE));
        assertThat(content.files().getFirst().part().contentId()).isEqualTo("p1");
    }

    @Test
    void aPictureOfTheHistoryStandsInTheQuote() {
        MailContent content = content("Content-Type: multipart/related; boundary=r", "", "--r",
                "Content-Type: text/html", "",
                "<p>Broken: <img src='CID:leg%20photo@x'></p><blockquote type=cite>Hi <img src='cid:logo@x'></blockquote>",
                "--r", "Content-Type: image/png", "Content-ID: <leg photo@x>", "", "a", "--r",
                "Content-Type: image/png", "Content-ID: <logo@x>", "", "b", "--r", "Content-Type: image/png",
                "Content-ID: <nowhere@x>", "", "c", "--r--");

        assertThat(content.files()).extracting(file -> file.part().contentId(),
                MailContent.File::place).containsExactly(tuple("leg photo@x", Place.WITHIN),
                        tuple("logo@x", Place.QUOTED), tuple("nowhere@x", Place.BESIDE));
    }

    @Test
    void aPictureWrittenIntoThePageBecomesAPart() {
        MailContent content = html("<p>Look <img alt=leg src=\"data:image/png;base64,iVBORw0KGgo=\"> and"
                + " <img src='data:image/png;base64,x'> and <img src='data:image/svg+xml;base64,PHN2Zz4='></p>");

        assertThat(content.html()).contains("cid:picture-1&#64;data", "alt=\"leg\"").doesNotContain("data:image");
        assertThat(content.files()).singleElement().satisfies(file -> {
            assertThat(file.place()).isEqualTo(Place.WITHIN);
            assertThat(file.part().body()).startsWith(0x89, 'P', 'N', 'G');
        });
    }

    @Test
    void anAttachedMailIsAFile() {
        MailContent content = content("Content-Type: multipart/mixed; boundary=m", "", "--m", "", "See", "--m",
                "Content-Type: message/rfc822", "", "From: x@example.org", "", "Inner", "--m--");

        assertThat(content.text()).isEqualTo("See");
        assertThat(content.files()).singleElement().satisfies(
                file -> assertThat(file.part().is("message/rfc822")).isTrue());
    }

    @Test
    void flowedTextIsUnwrapped() {
        assertThat(content("Content-Type: text/plain; format=flowed", "", "A long line that was ", "wrapped.", "",
                " From the start").text()).isEqualTo("A long line that was wrapped.\n\nFrom the start");
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-8", "windows-1252", "x-unknown", "us-ascii", "", "\u0000"})
    void aWrongCharsetIsSeenThrough(String declared) {
        byte[] raw = ("Content-Type: text/plain; charset=\"" + declared + "\"\r\n\r\ncaf\u00e9 \u0080").getBytes(
                ISO_8859_1);

        assertThat(MailBody.of(MimeReader.read(raw)).text()).isEqualTo("café €");
    }

    @Test
    void aDeclaredCharsetIsUsed() {
        byte[] raw = "Content-Type: text/plain; charset=koi8-r\r\n\r\nПривет".getBytes(Charset.forName("koi8-r"));

        assertThat(MailBody.of(MimeReader.read(raw)).text()).isEqualTo("Привет");
    }

    @Test
    void aVeryLongTextIsCutAndKept() {
        MailContent content = content("Content-Type: text/plain", "", "word ".repeat(60_000));

        assertThat(content.text()).hasSize(200_001).endsWith("…");
        assertThat(content.files()).singleElement().satisfies(file -> assertThat(file.part().body()).hasSize(299_999));
    }

    @Test
    void aMimeBombOfDepthIsRefused() {
        StringBuilder mail = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\r\n\r\n--b").append(i).append(
                    "\r\n");
        }

        assertThatThrownBy(() -> MimeReader.read(mail.toString().getBytes(ISO_8859_1))).isInstanceOf(
                UnreadableMailException.class).hasMessageContaining("nested");
    }

    @Test
    void aMimeBombOfPartsIsRefused() {
        String mail = "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + "--b\r\n\r\nx\r\n".repeat(600) + "--b--";

        assertThatThrownBy(() -> MimeReader.read(mail.getBytes(ISO_8859_1))).isInstanceOf(
                UnreadableMailException.class).hasMessageContaining("parts");
    }

    @Test
    void endlessHeadersAreRefused() {
        String many = String.join("", Collections.nCopies(2_000, "X-A: b\r\n"));
        String huge = "X-A: " + "b".repeat(200_000) + "\r\n";

        assertThatThrownBy(() -> MimeReader.read((many + "\r\nx").getBytes(ISO_8859_1))).isInstanceOf(
                UnreadableMailException.class);
        assertThatThrownBy(() -> MimeReader.read((huge + "\r\nx").getBytes(ISO_8859_1))).isInstanceOf(
                UnreadableMailException.class);
    }

    /// What no letter is made of would keep the reader busy, and the mailbox behind it.
    @ParameterizedTest
    @ValueSource(strings = {"<br>", "<p>", "<div class=gmail_quote>x</div>"})
    void aPageOfTooManyPiecesIsKeptAsAFileAndNotShown(String piece) {
        MailContent content = html(piece.repeat(900_000 / piece.length()));

        assertThat(content.html()).isNull();
        assertThat(content.files()).extracting(file -> file.part().fileName()).contains("message.html");
    }

    @Test
    void manyPagesOfLengthAreTooLongTogether() {
        String part = "--m\r\nContent-Type: text/html\r\n\r\n" + "<i>a</i>".repeat(100_000) + "\r\n";
        MailContent content = MailBody.of(MimeReader.read(("Content-Type: multipart/mixed; boundary=m\r\n\r\n"
                + part.repeat(3) + "--m--").getBytes(ISO_8859_1)));

        assertThat(content.html()).isNull();
        assertThat(content.files()).extracting(file -> file.part().fileName()).contains("message.html");
    }

    private static MailContent html(String html) {
        return content("Content-Type: text/html; charset=utf-8", "", html);
    }

    private static MailContent content(String... lines) {
        return MailBody.of(MimeReader.read(EmailRig.mail(lines)));
    }
}
