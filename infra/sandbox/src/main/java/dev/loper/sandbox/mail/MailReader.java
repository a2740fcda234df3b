package dev.loper.sandbox.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;

import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;

import org.jspecify.annotations.Nullable;

/// Turns a stored mail into what the page and the tests read. A broken mail shows what can be read of it.
final class MailReader {

    private MailReader() {}

    static MailView view(StoredMessage stored, Folder folder, String base) {
        MimeMessage mail = stored.getMimeMessage();
        MailParts parts = MailParts.of(mail);
        String at = base + "/" + folder.name().toLowerCase(java.util.Locale.ROOT) + "/" + stored.getUid();
        Date date = read(mail::getSentDate, stored.getReceivedDate());
        return new MailView(stored.getUid(), folder.name().toLowerCase(java.util.Locale.ROOT), addresses(mail, "From"),
                list(addresses(mail, "To")), list(addresses(mail, "Cc")), subject(mail),
                date == null ? null : date.toInstant(), header(mail, "Message-ID"), header(mail, "In-Reply-To"),
                references(mail), parts.text(), parts.html(), files(parts, at), headers(mail),
                stored.getFlags().contains(Flags.Flag.SEEN), at + "/raw");
    }

    private static List<MailView.File> files(MailParts parts, String at) {
        List<MailView.File> files = new ArrayList<>();
        for (Part part : parts.files()) {
            files.add(new MailView.File(name(part), type(part), bytes(part).length,
                    at + "/attachments/" + files.size()));
        }
        return files;
    }

    static String name(Part part) {
        String name = read(part::getFileName, "attachment");
        try {
            return name == null ? "attachment" : MimeUtility.decodeText(name);
        } catch (UnsupportedEncodingException e) {
            return String.valueOf(name);
        }
    }

    static String type(Part part) {
        String type = read(part::getContentType, "application/octet-stream");
        return String.valueOf(type).replaceAll("(?s);.*", "").strip();
    }

    static byte[] bytes(Part part) {
        try {
            return part.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            return new byte[0];
        }
    }

    private static String subject(MimeMessage mail) {
        String subject = read(mail::getSubject, "");
        return subject == null ? "" : subject;
    }

    private static String addresses(MimeMessage mail, String header) {
        String raw = read(() -> mail.getHeader(header, ", "), "");
        try {
            return raw == null ? "" : MimeUtility.decodeText(MimeUtility.unfold(raw));
        } catch (UnsupportedEncodingException e) {
            return String.valueOf(raw);
        }
    }

    private static List<String> list(String addresses) {
        return addresses.isBlank() ? List.of() : Arrays.stream(addresses.split(",\\s*")).toList();
    }

    private static @Nullable String header(MimeMessage mail, String name) {
        return read(() -> mail.getHeader(name, null), null);
    }

    private static List<String> references(MimeMessage mail) {
        String all = header(mail, "References");
        return all == null || all.isBlank() ? List.of() : List.of(all.strip().split("\\s+"));
    }

    private static List<MailView.Header> headers(MimeMessage mail) {
        try {
            return Collections.list(mail.getAllHeaders()).stream().map(
                    header -> new MailView.Header(header.getName(), header.getValue())).toList();
        } catch (MessagingException e) {
            return List.of();
        }
    }

    private static <T> @Nullable T read(Reading<T> reading, @Nullable T otherwise) {
        try {
            T value = reading.get();
            return value == null ? otherwise : value;
        } catch (MessagingException e) {
            return otherwise;
        }
    }

    private interface Reading<T> {

        @Nullable
        T get() throws MessagingException;
    }
}
