package dev.loper.sandbox.mail;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// A mail as JSON: what a person reads, and the headers that keep a thread together.
record MailView(long uid, String folder, String from, List<String> to, List<String> cc, String subject,
        @Nullable Instant date, @Nullable String messageId, @Nullable String inReplyTo, List<String> references,
        @Nullable String text, @Nullable String html, List<File> attachments, List<Header> headers, boolean seen,
        String raw) {

    record File(String name, String type, int size, String url) {}

    record Header(String name, String value) {}
}
