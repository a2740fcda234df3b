package dev.loper.channel.email;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.james.mime4j.dom.field.ContentDispositionField;
import org.apache.james.mime4j.dom.field.ContentTypeField;
import org.apache.james.mime4j.dom.field.ParsedField;
import org.jspecify.annotations.Nullable;

/// A mail, or one part of it: either parts or a body, its transfer encoding already undone.
@SuppressWarnings("ArrayRecordComponent")
record MimePart(MailHeaders headers, String type, Map<String, String> parameters, List<MimePart> parts, byte[] body) {

    private static final Map<String, String> NONE = Map.of();

    static MimePart of(MailHeaders headers, String inherited, List<MimePart> parts, byte[] body) {
        ParsedField field = headers.first("content-type").map(value -> MailFields.parse("Content-Type", value)).orElse(
                null);
        if (field instanceof ContentTypeField typed && typed.getMimeType() != null
                && typed.getMimeType().contains("/")) {
            return new MimePart(headers, typed.getMimeType().toLowerCase(Locale.ROOT), typed.getParameters(), parts,
                    body);
        }
        return new MimePart(headers, inherited, NONE, parts, body);
    }

    boolean is(String mimeType) {
        return type.equals(mimeType);
    }

    boolean multipart() {
        return !parts.isEmpty();
    }

    @Nullable
    String parameter(String name) {
        return parameters.get(name);
    }

    /// Whether it is marked as a file, or has a file's name.
    boolean file() {
        return headers.lower("content-disposition").startsWith("attachment") || !fileName().isEmpty();
    }

    /// Its file name, empty if it has none.
    String fileName() {
        String disposed = headers.first("content-disposition").map(
                value -> MailFields.parse("Content-Disposition", value)).filter(
                        ContentDispositionField.class::isInstance).map(ContentDispositionField.class::cast).map(
                                ContentDispositionField::getFilename).orElse(null);
        String name = disposed != null ? disposed : parameters.get("name");
        return name == null ? "" : MailHeaders.decode(name);
    }

    /// The id by which HTML refers to it, without angle brackets.
    @Nullable
    String contentId() {
        return headers.first("content-id").map(id -> id.replaceAll("^\\s*<|>\\s*$", "").strip()).filter(
                id -> !id.isEmpty()).orElse(null);
    }

    /// The body as text, with line feeds only.
    String text() {
        String text = MailCharsets.decode(body, parameters.get("charset"));
        return text.replace("\r\n", "\n").replace('\r', '\n').replace("\0", "").replace("\ufeff", "");
    }

    /// It and every part below it, in order.
    Stream<MimePart> all() {
        return Stream.concat(Stream.of(this), parts.stream().flatMap(MimePart::all));
    }
}
