package dev.loper.sandbox.mail;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// A mail somebody writes: addresses as in a header (`Eva <eva@example.com>`), bodies, headers, attachments.
record OutgoingMail(String from, List<String> to, @Nullable List<String> cc, @Nullable String subject,
        @Nullable String text, @Nullable String html, @Nullable String inReplyTo, @Nullable List<String> references,
        @Nullable String messageId, @Nullable Map<String, String> headers, @Nullable List<Attached> attachments) {

    OutgoingMail {
        cc = cc == null ? List.of() : cc;
        references = references == null ? List.of() : references;
        headers = headers == null ? Map.of() : headers;
        attachments = attachments == null ? List.of() : attachments;
    }

    /// A file, its bytes in Base64.
    record Attached(String name, String type, String base64) {}
}
