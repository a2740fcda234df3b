package dev.loper.channel.email;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;

/// Tells the new words of an HTML mail from the history, by the marks mail programs leave: Gmail, Outlook, Apple Mail,
/// Thunderbird, Proton, Yahoo, Zoho.
final class HtmlQuote {

    private static final String HISTORY = String.join(", ", "div.gmail_quote", "div.gmail_quote_container",
            "blockquote.gmail_quote", "blockquote[type=cite]", "div.protonmail_quote", "blockquote.protonmail_quote",
            "div.yahoo_quoted", "div.zmail_extra", "div.tutanota_quote", "div.moz-cite-prefix", "div.gmail_extra");
    /// From these on, everything to the bottom is history.
    private static final String HISTORY_BELOW = String.join(", ", "#divRplyFwdMsg", "#appendonsend",
            "#mail-editor-reference-message-container", "div.OutlookMessageHeader", "hr#stopSpelling",
            "div[style~=(?i)border-top:\\s*solid\\s+#(E1E1E1|B5C4DF)]",
            "div[style~=(?i)border:\\s*none;\\s*border-top:\\s*solid]");
    private static final String SIGNATURE = "div.gmail_signature, div.moz-signature, pre.moz-signature,"
            + " div.protonmail_signature_block, #Signature";
    private static final Pattern FORWARDED = Pattern.compile(
            "(?iu)(forwarded message|doorgestuurd bericht|weitergeleitete nachricht|message transféré)");

    private HtmlQuote() {}

    /// Takes the history out of the document.
    ///
    /// @return the history as text; nothing was taken out if it is empty
    static String takeFrom(Document document) {
        Element whole = document.body().clone();
        Set<Node> taken = new LinkedHashSet<>();
        document.select(HISTORY).stream().filter(found -> found.parents().stream().noneMatch(taken::contains)).filter(
                found -> !forwarded(found)).forEach(taken::add);
        Element below = document.selectFirst(HISTORY_BELOW);
        if (below != null && !forwarded(below)) {
            taken.addAll(toTheBottom(below));
        }
        boolean between = writtenBetween(document, taken);
        document.select(SIGNATURE).forEach(taken::add);
        StringBuilder history = new StringBuilder();
        taken.stream().filter(node -> !between || node instanceof Element element && element.is(SIGNATURE)).forEach(
                node -> {
                    history.append(HtmlText.of(node)).append('\n');
                    node.remove();
                });
        if (HtmlText.of(document.body()).isBlank() && document.selectFirst("img") == null) {
            document.body().replaceWith(whole);
            return "";
        }
        return history.toString().strip();
    }

    /// The element and what follows it, at every level up to the body.
    private static List<Node> toTheBottom(Element from) {
        List<Node> below = new ArrayList<>();
        below.add(from);
        for (Node level = from; level != null && !level.nameIs("body"); level = level.parent()) {
            for (Node next = level.nextSibling(); next != null; next = next.nextSibling()) {
                below.add(next);
            }
        }
        return below;
    }

    private static boolean forwarded(Element history) {
        String start = history.text().substring(0, Math.min(200, history.text().length()));
        return FORWARDED.matcher(start.toLowerCase(Locale.ROOT)).find();
    }

    /// Whether words stand between two pieces of history: an answer line by line, which makes no sense without it.
    private static boolean writtenBetween(Document document, Set<Node> taken) {
        if (taken.size() < 2) {
            return false;
        }
        boolean[] seen = new boolean[3];
        NodeTraversor.traverse((node, depth) -> {
            boolean inside = taken.contains(node) || within(node, taken);
            if (inside && node instanceof TextNode text && !text.isBlank()) {
                seen[2] |= seen[1];
                seen[0] = true;
            } else if (!inside && node instanceof TextNode text && !text.isBlank() && seen[0]) {
                seen[1] = true;
            }
        }, document.body());
        return seen[2];
    }

    private static boolean within(Node node, Set<Node> taken) {
        for (Node up = node.parent(); up != null; up = up.parent()) {
            if (taken.contains(up)) {
                return true;
            }
        }
        return false;
    }
}
