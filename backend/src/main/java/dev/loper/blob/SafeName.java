package dev.loper.blob;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/// A file name that is only a name: no path, no control characters, nothing that turns the reading direction so that
/// `exe.gpj` reads as `jpg.exe`, no name a file system keeps for itself, at most 120 characters.
final class SafeName {

    private static final int MAX = 120;
    private static final int MAX_EXTENSION = 12;
    private static final String NONE = "attachment";

    private static final Pattern PATH = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    /// Control, format (direction, zero width), surrogate halves, private use, line and paragraph separators.
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}]");
    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*;%]");
    private static final Pattern EDGES = Pattern.compile("^[\\s.]+|[\\s.]+$");
    private static final Pattern RESERVED = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    /// What a file without a name is called, where its type has a familiar ending.
    private static final Map<String, String> ENDINGS = Map.of("image/jpeg", ".jpg", "image/png", ".png", "image/gif",
            ".gif", "image/webp", ".webp", "application/pdf", ".pdf", "text/plain", ".txt", "message/rfc822", ".eml",
            "audio/ogg", ".ogg", "video/mp4", ".mp4", "text/vcard", ".vcf");

    private SafeName() {}

    static String of(String claimed, String type) {
        String name = of(claimed);
        return name.equals(NONE) ? NONE + ENDINGS.getOrDefault(type, "") : name;
    }

    static String of(String claimed) {
        String name = PATH.matcher(Normalizer.normalize(claimed, Normalizer.Form.NFC)).replaceFirst("");
        name = INVISIBLE.matcher(name).replaceAll("");
        name = FORBIDDEN.matcher(name).replaceAll("_");
        name = EDGES.matcher(shorten(EDGES.matcher(name).replaceAll(""))).replaceAll("");
        if (RESERVED.matcher(name).matches()) {
            name = "_" + name;
        }
        return name.isEmpty() ? NONE : name;
    }

    /// Cuts the middle, so that the ending still says what it is; never through a character of two halves.
    private static String shorten(String name) {
        if (name.codePointCount(0, name.length()) <= MAX) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= MAX_EXTENSION ? name.substring(dot) : "";
        int keep = MAX - ending.codePointCount(0, ending.length());
        return name.substring(0, name.offsetByCodePoints(0, keep)) + ending;
    }
}
