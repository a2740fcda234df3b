package dev.loper.channel.email;

import dev.loper.blob.AttachmentContent;
import dev.loper.blob.BlobStore;
import dev.loper.channel.OutboundMessage;
import dev.loper.message.Attachment;
import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The body of an answer: text, the same as HTML if it was written so, the pictures in it, and the files beside it.
final class MailParts {

    private static final String UTF_8 = "utf-8";

    private MailParts() {}

    static void fill(MimeMessage mail, OutboundMessage answer, BlobStore blobs) throws MessagingException {
        String html = html(answer);
        List<MimeBodyPart> pictures = new ArrayList<>();
        List<MimeBodyPart> files = new ArrayList<>();
        for (Attachment attachment : answer.attachments()) {
            boolean shown = html != null && attachment.contentId() != null
                    && html.contains("cid:" + attachment.contentId());
            (shown ? pictures : files).add(part(attachment, blobs, shown));
        }
        if (files.isEmpty() && html == null) {
            mail.setText(words(answer), UTF_8, "plain");
            return;
        }
        MimeBodyPart text = new MimeBodyPart();
        text.setText(words(answer), UTF_8, "plain");
        MimeMultipart forms = html == null
                ? null
                : wrap("alternative",
                        List.of(text, pictures.isEmpty() ? page(html) : related(html, pictures)));
        if (files.isEmpty() && forms != null) {
            mail.setContent(forms);
            return;
        }
        files.addFirst(forms == null ? text : wrapped(forms));
        mail.setContent(wrap("mixed", files));
    }

    private static String words(OutboundMessage answer) {
        return answer.quote() == null ? answer.text() : answer.text() + "\n\n" + answer.quote().strip();
    }

    /// An answer with its history is a page even if it was written as text: programs fold what a page quotes.
    private static @Nullable String html(OutboundMessage answer) {
        if (answer.quote() == null) {
            return answer.html();
        }
        String words = answer.html() == null ? QuotedPage.lines(answer.text()) : answer.html();
        return words + "<br>" + QuotedPage.of(answer.quote().strip());
    }

    private static MimeBodyPart page(String html) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText("<!DOCTYPE html><html><body>" + html + "</body></html>", UTF_8, "html");
        return part;
    }

    private static MimeBodyPart related(String html, List<MimeBodyPart> pictures) throws MessagingException {
        List<BodyPart> parts = new ArrayList<>(pictures);
        parts.addFirst(page(html));
        return wrapped(wrap("related", parts));
    }

    private static MimeBodyPart wrapped(MimeMultipart parts) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(parts);
        return part;
    }

    private static MimeMultipart wrap(String kind, List<? extends BodyPart> parts) throws MessagingException {
        return new MimeMultipart(kind, parts.toArray(BodyPart[]::new));
    }

    private static MimeBodyPart part(Attachment attachment, BlobStore blobs, boolean shown) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new Blob(blobs, attachment)));
        part.setFileName(AttachmentContent.safeName(attachment.name()));
        part.setDisposition(shown ? Part.INLINE : Part.ATTACHMENT);
        if (attachment.contentId() != null) {
            part.setContentID("<" + attachment.contentId().replaceAll("[<>\\s\\p{Cc}]", "") + ">");
        }
        return part;
    }

    /// A kept file as mail parts read it: opened anew each time, never held in memory.
    private record Blob(BlobStore blobs, Attachment attachment) implements DataSource {

        @Override
        public InputStream getInputStream() throws IOException {
            return blobs.open(attachment.id());
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            throw new IOException("A kept file does not change.");
        }

        @Override
        public String getContentType() {
            return attachment.type().matches("[A-Za-z0-9.+-]+/[A-Za-z0-9.+-]+")
                    ? attachment.type()
                    : "application/octet-stream";
        }

        @Override
        public String getName() {
            return AttachmentContent.safeName(attachment.name());
        }
    }
}
