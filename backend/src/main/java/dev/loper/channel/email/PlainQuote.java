package dev.loper.channel.email;

import static dev.loper.channel.email.QuotePatterns.ATTRIBUTION;
import static dev.loper.channel.email.QuotePatterns.FORWARDED;
import static dev.loper.channel.email.QuotePatterns.FROM;
import static dev.loper.channel.email.QuotePatterns.HEADER;
import static dev.loper.channel.email.QuotePatterns.PHONE_SIGNATURE;
import static dev.loper.channel.email.QuotePatterns.QUOTED;
import static dev.loper.channel.email.QuotePatterns.RULE;
import static dev.loper.channel.email.QuotePatterns.SEPARATOR;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Tells the new words of a plain text mail from the history below or above them.
///
/// When in doubt it shows more: an answer written between quoted lines, a forwarded mail and a mail of nothing but
/// history stay whole.
final class PlainQuote {

    /// More lines than a person writes; what is below is not searched.
    private static final int MAX_LINES = 5_000;
    private static final int MAX_LINE = 1_000;

    private final List<String> lines;

    private PlainQuote(String text) {
        this.lines = List.of(text.split("\n", -1));
    }

    static Words split(String text) {
        return new PlainQuote(text).split();
    }

    private Words split() {
        int start = start();
        int end = end(start);
        String above = join(0, start);
        String below = join(end, lines.size());
        Words words = start == lines.size() ? withoutSignature(above, "") : split(above, join(start, end), below);
        return words.fresh().isEmpty() ? new Words(join(0, lines.size()).strip(), null) : words;
    }

    private static Words split(String above, String history, String below) {
        if (below.isBlank()) {
            return withoutSignature(above, history);
        }
        if (below.lines().anyMatch(line -> matches(QUOTED, line))) {
            // written between the lines of the other: none of it makes sense without the rest
            return withoutSignature(above + "\n" + history + "\n" + below, "");
        }
        Words last = withoutSignature(below, "");
        return Words.of(above.strip() + "\n\n" + last.fresh(),
                history + (last.quote() == null ? "" : "\n\n" + last.quote()));
    }

    /// The line at which history begins; the number of lines if there is none.
    private int start() {
        return IntStream.range(0, Math.min(lines.size(), MAX_LINES)).takeWhile(
                i -> !matches(FORWARDED, lines.get(i))).filter(this::begins).findFirst().orElse(lines.size());
    }

    private boolean begins(int i) {
        return attribution(i) > 0 || matches(SEPARATOR, lines.get(i)) || matches(QUOTED, lines.get(i))
                || headerBlock(matches(RULE, lines.get(i)) ? i + 1 : i);
    }

    /// How many lines an attribution at this line takes; 0 if there is none.
    private int attribution(int i) {
        for (int length = 1; length <= 3 && i + length <= lines.size(); length++) {
            if (lines.get(i + length - 1).isBlank()) {
                return 0;
            }
            if (matches(ATTRIBUTION, String.join(" ", lines.subList(i, i + length)))) {
                return length;
            }
        }
        return 0;
    }

    private boolean headerBlock(int i) {
        return i < lines.size() && matches(FROM, lines.get(i))
                && IntStream.range(i + 1, Math.min(i + 6, lines.size())).filter(
                        j -> matches(HEADER, lines.get(j))).count() >= 2;
    }

    /// The line after the history that begins there: only lines marked with `>` have an end, all else goes to the bottom.
    private int end(int start) {
        int i = start + (start < lines.size() ? attribution(start) : 0);
        while (i < lines.size() && lines.get(i).isBlank()) {
            i++;
        }
        if (i >= lines.size() || !matches(QUOTED, lines.get(i))) {
            return lines.size();
        }
        while (i < lines.size() && matches(QUOTED, lines.get(i))) {
            i++;
        }
        return i;
    }

    private static Words withoutSignature(String text, String history) {
        List<String> lines = List.of(text.split("\n", -1));
        int cut = IntStream.range(0, lines.size()).filter(
                i -> lines.get(i).equals("-- ") || lines.get(i).equals("--") || lastWords(lines, i)).findFirst().orElse(
                        lines.size());
        String fresh = String.join("\n", lines.subList(0, cut));
        String signature = String.join("\n", lines.subList(cut, lines.size()));
        return fresh.isBlank() ? Words.of(text, history) : Words.of(fresh, signature.strip() + "\n\n" + history);
    }

    private static boolean lastWords(List<String> lines, int i) {
        return matches(PHONE_SIGNATURE, lines.get(i))
                && lines.subList(i + 1, lines.size()).stream().allMatch(String::isBlank);
    }

    private String join(int from, int to) {
        return String.join("\n", lines.subList(from, to));
    }

    private static boolean matches(Pattern pattern, String line) {
        return line.length() <= MAX_LINE && pattern.matcher(line).matches();
    }
}
