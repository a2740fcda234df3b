package dev.loper.channel.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.Field;

/// The header of a mail or of one of its parts: unfolded, not decoded, in order.
final class MailHeaders {

    private final List<Line> lines = new ArrayList<>();

    private record Line(String name, String value) {}

    void add(Field field) {
        byte[] raw = field.getSafeRaw().toByteArray();
        String line = MailCharsets.decode(raw, null);
        int colon = line.indexOf(':');
        String value = line.substring(colon + 1).replaceAll("\\r?\\n(?=[ \\t])", "").strip();
        lines.add(new Line(field.getName().toLowerCase(Locale.ROOT), value));
    }

    void add(String name, String value) {
        lines.add(new Line(name.toLowerCase(Locale.ROOT), value));
    }

    /// The topmost of that name, as written.
    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /// Every one of that name, topmost first.
    List<String> all(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lines.stream().filter(line -> line.name().equals(lower)).map(Line::value).toList();
    }

    /// Those of that name that are so, from the topmost on until the next one of another name: what one server wrote, since each
    /// adds at the top.
    List<String> topmost(String name, Predicate<String> so, String until) {
        return lines.stream().dropWhile(line -> !line.name().equals(name) || !so.test(line.value())).takeWhile(
                line -> !line.name().equals(until)).filter(line -> line.name().equals(name)).map(Line::value).filter(
                        so).toList();
    }

    /// The topmost of that name in lower case, empty if there is none.
    String lower(String name) {
        return first(name).orElse("").toLowerCase(Locale.ROOT);
    }

    boolean has(String name) {
        return !all(name).isEmpty();
    }

    /// Text for people, with its encoded words (RFC 2047) read and control characters taken out.
    Optional<String> text(String name) {
        return first(name).map(MailHeaders::decode);
    }

    static String decode(String value) {
        return clean(DecoderUtil.decodeEncodedWords(value, DecodeMonitor.SILENT));
    }

    private static String clean(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+", " ").strip();
    }
}
