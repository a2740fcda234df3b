package dev.loper.sandbox.mail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;

import org.jspecify.annotations.Nullable;

/// The leaves of a mail: its first text, its first HTML, and everything else as files.
final class MailParts {

    private @Nullable String text;
    private @Nullable String html;
    private final List<Part> files = new ArrayList<>();

    private MailParts() {}

    static MailParts of(Part mail) {
        MailParts parts = new MailParts();
        parts.read(mail);
        return parts;
    }

    @Nullable
    String text() {
        return text;
    }

    @Nullable
    String html() {
        return html;
    }

    List<Part> files() {
        return files;
    }

    private void read(Part part) {
        try {
            Object content = part.isMimeType("multipart/*") || part.isMimeType("text/*") ? part.getContent() : part;
            if (content instanceof Multipart several) {
                readAll(several);
            } else if (content instanceof String words && !isFile(part)) {
                readText(part, words);
            } else {
                files.add(part);
            }
        } catch (MessagingException | IOException e) {
            // A part that cannot be read is still a file somebody can save.
            files.add(part);
        }
    }

    private void readAll(Multipart several) throws MessagingException {
        for (int i = 0; i < several.getCount(); i++) {
            read(several.getBodyPart(i));
        }
    }

    private void readText(Part part, String words) throws MessagingException {
        if (part.isMimeType("text/html") && html == null) {
            html = words;
        } else if (part.isMimeType("text/plain") && text == null) {
            text = words;
        } else {
            files.add(part);
        }
    }

    private static boolean isFile(Part part) throws MessagingException {
        return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    }
}
