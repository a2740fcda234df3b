package dev.loper.channel.email;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/// HTML as plain text: lines and paragraphs kept, everything else let go.
final class HtmlText {

    private static final Set<String> PARAGRAPHS = Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table",
            "blockquote", "pre");
    private static final Set<String> LINES = Set.of("div", "li", "tr", "hr", "address", "section", "article", "header",
            "footer", "dd", "dt");
    private static final Set<String> SILENT = Set.of("script", "style", "head", "title", "template", "noscript");

    private final StringBuilder out = new StringBuilder();
    /// How many it ends with: counted as they are written, so that a mail of nothing else is read in time.
    private int newlines;

    private HtmlText() {}

    static String of(Node node) {
        HtmlText text = new HtmlText();
        NodeTraversor.traverse(new NodeVisitor() {
            @Override
            public void head(Node entered, int depth) {
                text.enter(entered);
            }

            @Override
            public void tail(Node left, int depth) {
                text.leave(left);
            }
        }, node);
        return text.out.toString().replaceAll("(?<![ \\u00a0])[ \\u00a0]++\n", "\n").replaceAll("\n{3,}",
                "\n\n").strip();
    }

    private void enter(Node node) {
        if (node instanceof TextNode text && !silent(text)) {
            append(text);
        } else if (node instanceof Element element) {
            block(element);
            if (element.nameIs("br")) {
                write("\n");
            } else if (element.nameIs("li")) {
                write("- ");
            }
        }
    }

    private void leave(Node node) {
        if (node instanceof Element element) {
            block(element);
            if (element.nameIs("td") || element.nameIs("th")) {
                write(" ");
            }
        }
    }

    private void block(Element element) {
        if (PARAGRAPHS.contains(element.normalName())) {
            lines(2);
        } else if (LINES.contains(element.normalName())) {
            lines(1);
        }
    }

    private void append(TextNode text) {
        boolean pre = text.parent() instanceof Element parent && parent.closest("pre") != null;
        String words = pre ? text.getWholeText() : text.text().replace('\u00a0', ' ');
        boolean atStart = out.isEmpty() || out.charAt(out.length() - 1) == '\n' || out.charAt(out.length() - 1) == ' ';
        write(!pre && atStart ? words.stripLeading() : words);
    }

    private void lines(int count) {
        if (!out.isEmpty()) {
            write("\n".repeat(Math.max(0, count - newlines)));
        }
    }

    private void write(String words) {
        int ending = 0;
        while (ending < words.length() && words.charAt(words.length() - 1 - ending) == '\n') {
            ending++;
        }
        newlines = ending == words.length() ? newlines + ending : ending;
        out.append(words);
    }

    private static boolean silent(TextNode text) {
        return text.parent() instanceof Element parent && SILENT.contains(parent.normalName());
    }
}
