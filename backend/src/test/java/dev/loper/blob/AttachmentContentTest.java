package dev.loper.blob;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.message.Attachment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentContentTest {

    private static final byte[] PNG = "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR".getBytes(ISO_8859_1);
    private static final byte[] JPEG = "\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF\0".getBytes(ISO_8859_1);
    private static final byte[] WEBP = "RIFF\u0024\0\0\0WEBPVP8 ".getBytes(ISO_8859_1);

    @Test
    void picturesAreKnownByTheirContent() throws IOException {
        assertThat(type(PNG, "x.dat")).isEqualTo("image/png");
        assertThat(type(JPEG, "")).isEqualTo("image/jpeg");
        assertThat(type(WEBP, "x")).isEqualTo("image/webp");
        assertThat(type("GIF89a\1\0\1\0".getBytes(ISO_8859_1), "x.exe")).isEqualTo("image/gif");
        assertThat(type("%PDF-1.7\n".getBytes(UTF_8), "invoice")).isEqualTo("application/pdf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"holiday.png", "holiday.jpg", "holiday.webp"})
    void aPageCalledAPictureStaysAPage(String name) throws IOException {
        byte[] page = "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(UTF_8);

        assertThat(type(page, name)).isNotIn(AttachmentContent.INLINE_TYPES);
    }

    @Test
    void aDrawingWithAScriptIsNeverShownInline() throws IOException {
        byte[] svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".getBytes(UTF_8);

        assertThat(AttachmentContent.inline(type(svg, "logo.svg"))).isFalse();
        assertThat(AttachmentContent.inline(type(svg, "logo.png"))).isFalse();
    }

    @Test
    void aProgramCalledAPictureIsAProgram() throws IOException {
        assertThat(type("MZ\u0090\0\3\0\0\0".getBytes(ISO_8859_1), "photo.jpg")).contains("application/x-");
    }

    @Test
    void aNameNarrowsWhatItsContentAllows() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("word/document.xml"));
        }

        assertThat(type(zip.toByteArray(), "order.docx")).contains("wordprocessingml");
        assertThat(type("a;b\n1;2\n".getBytes(UTF_8), "orders.csv")).isEqualTo("text/csv");
    }

    @Test
    void isKeptWholeUnderASafeName(@TempDir Path data) throws IOException {
        BlobStore store = new FolderBlobStore(data, new SecureRandom(), 0, Clock.systemUTC());

        Attachment kept = AttachmentContent.keep(store, new ByteArrayInputStream(PNG), "C:\\Users\\Ada\\bon.png", 1_000,
                "pic1");

        assertThat(kept.name()).isEqualTo("bon.png");
        assertThat(kept.type()).isEqualTo("image/png");
        assertThat(kept.size()).isEqualTo(PNG.length);
        assertThat(kept.contentId()).isEqualTo("pic1");
        try (InputStream bytes = store.open(kept.id())) {
            assertThat(bytes.readAllBytes()).isEqualTo(PNG);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', value = {"../../etc/passwd → passwd", "..\\..\\boot.ini → boot.ini",
            "'  .htaccess' → htaccess", "a\u202egpj.exe → agpj.exe", "con.txt → _con.txt",
            "'bon\r\nSet-Cookie: x' → bonSet-Cookie_ x",
            "'' → attachment", "'...' → attachment", "/ → attachment", "e\u0301te\u0301.pdf → été.pdf",
            "factuur 12.pdf → factuur 12.pdf", "'x\".html' → x_.html", "📷.jpg → 📷.jpg"})
    void aNameIsOnlyAName(String claimed, String safe) {
        assertThat(AttachmentContent.safeName(claimed)).isEqualTo(safe);
    }

    @Test
    void aLongNameKeepsItsEnding() {
        String safe = AttachmentContent.safeName("😀".repeat(500) + ".pdf");

        assertThat(safe).endsWith("😀.pdf");
        assertThat(safe.codePointCount(0, safe.length())).isEqualTo(120);
    }

    @Test
    void aPictureWithoutANameGetsOne(@TempDir Path data) throws IOException {
        BlobStore store = new FolderBlobStore(data, new SecureRandom(), 0, Clock.systemUTC());

        assertThat(AttachmentContent.keep(store, new ByteArrayInputStream(JPEG), "", 1_000, null).name()).isEqualTo(
                "attachment.jpg");
    }

    @Test
    void onlyHarmlessPicturesAreServedInline() {
        assertThat(AttachmentContent.disposition("a.png", "image/png")).startsWith("inline;");
        assertThat(AttachmentContent.disposition("a.svg", "image/svg+xml")).startsWith("attachment;");
        assertThat(AttachmentContent.disposition("a.html", "text/html")).startsWith("attachment;");
        assertThat(AttachmentContent.disposition("a.pdf", "application/pdf")).startsWith("attachment;");
    }

    @Test
    void aDispositionCannotBeBrokenOutOf() {
        String header = AttachmentContent.disposition("a\"; filename=\"b.html\r\nSet-Cookie: x=1", "text/html");

        assertThat(header).doesNotContain("\r", "\n").doesNotContain("\"; filename=\"b.html");
    }

    private static String type(byte[] bytes, String name) throws IOException {
        return AttachmentContent.typeOf(new ByteArrayInputStream(bytes), name);
    }
}
