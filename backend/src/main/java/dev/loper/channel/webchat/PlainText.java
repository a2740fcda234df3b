package dev.loper.channel.webchat;

import java.util.regex.Pattern;

/// Words a visitor typed, without what no keyboard types: control characters other than tab and newline, and halves of
/// characters.
final class PlainText {

    private static final Pattern BREAKS = Pattern.compile("\\r\\n?");
    private static final Pattern UNTYPED = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\t\\n]]");

    private PlainText() {}

    static String of(String typed) {
        return UNTYPED.matcher(BREAKS.matcher(typed).replaceAll("\n")).replaceAll("");
    }

    /// In one line, without spaces around it, cut to a length.
    static String line(String typed, int most) {
        String line = of(typed).replaceAll("\\s+", " ").strip();
        return line.length() <= most ? line : line.substring(0, line.offsetByCodePoints(0, most / 2));
    }
}
