package dev.loper.conversation;

import java.util.regex.Pattern;

/// Short forms of a message for rows and titles.
public final class Preview {

    private static final int PREVIEW = 140;
    private static final int TITLE = 60;
    private static final Pattern REPLY_MARKS = Pattern.compile("(?i)^((re|fwd?|antw|aw|wg|doorst)\\s*:\\s*)+");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Preview() {}

    /// The first words on one line, 140 characters at the most.
    public static String of(String text) {
        return cut(text, PREVIEW);
    }

    /// A title from a subject without its reply marks, or else from the first words.
    static String title(@org.jspecify.annotations.Nullable String subject, String text) {
        String plain = subject == null ? "" : REPLY_MARKS.matcher(subject).replaceFirst("");
        return cut(plain.isBlank() ? text : plain, TITLE);
    }

    private static String cut(String text, int length) {
        String line = SPACES.matcher(text.strip()).replaceAll(" ");
        if (line.codePointCount(0, line.length()) <= length) {
            return line;
        }
        int end = line.offsetByCodePoints(0, length - 1);
        int space = line.lastIndexOf(' ', end);
        return line.substring(0, space > end / 2 ? space : end) + "…";
    }
}
