package dev.loper.channel.email;

import org.jsoup.nodes.Entities;

/// Quoted text as HTML: every `>` before a line is a blockquote, which mail programs know as history and fold.
final class QuotedPage {

    private static final String OPEN = "<blockquote type=\"cite\" style=\"margin:0 0 0 8px;border-left:2px solid #ccc;"
            + "padding-left:8px\">";
    private static final int DEEPEST = 10;

    private QuotedPage() {}

    static String of(String quote) {
        StringBuilder page = new StringBuilder();
        int depth = 0;
        boolean begun = false;
        for (String line : quote.lines().toList()) {
            int wanted = Math.min(depth(line), DEEPEST);
            page.append(OPEN.repeat(Math.max(0, wanted - depth))).append("</blockquote>".repeat(
                    Math.max(0, depth - wanted)));
            page.append(begun && wanted == depth ? "<br>" : "").append(Entities.escape(words(line)));
            depth = wanted;
            begun = true;
        }
        return page.append("</blockquote>".repeat(depth)).toString();
    }

    /// Plain text as HTML, line by line.
    static String lines(String text) {
        return "<div>" + String.join("<br>", text.lines().map(Entities::escape).toList()) + "</div>";
    }

    private static int depth(String line) {
        return (int) line.chars().takeWhile(c -> c == '>').count();
    }

    private static String words(String line) {
        String words = line.substring(depth(line));
        return words.startsWith(" ") ? words.substring(1) : words;
    }
}
