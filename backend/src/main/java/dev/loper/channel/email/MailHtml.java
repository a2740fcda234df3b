package dev.loper.channel.email;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.owasp.html.CssSchema;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/// Makes the HTML of a stranger harmless: no script, form, frame or style sheet; of styles only how text looks; links
/// open elsewhere and tell nothing; remote pictures wait in `data-src` until the reader asks for them; pictures of the
/// mail itself stay `cid:` references.
///
/// The document is prepared with jsoup and then judged by the OWASP sanitizer, which lets through only what it knows.
final class MailHtml {

    private static final Pattern REMOTE = Pattern.compile("(?i)https?://[^\\s<>\"'\\\\]{1,2000}");
    private static final Pattern OWN = Pattern.compile("(?i)cid:[^\\s<>\"'\\\\/]{1,250}");
    private static final Pattern LINK = Pattern.compile("(?i)(https?://|mailto:|tel:)[^\\s<>\"\\\\]{1,4000}");
    private static final Pattern HIDDEN = Pattern.compile(
            "(?i)(display\\s*:\\s*none|visibility\\s*:\\s*hidden|mso-hide\\s*:\\s*all)");

    private static final CssSchema STYLES = CssSchema.withProperties(Set.of("color", "background-color", "font-family",
            "font-size", "font-style", "font-weight", "text-align", "text-decoration", "vertical-align",
            "border", "border-color", "border-style", "border-width", "border-collapse", "padding", "padding-left",
            "padding-right", "padding-top", "padding-bottom"));

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder().allowElements("a", "abbr", "address", "b",
            "big", "blockquote", "br", "caption", "center", "cite", "code",
            "col", "colgroup", "dd", "del", "dfn", "div", "dl", "dt", "em", "font", "h1", "h2", "h3", "h4",
            "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "ol", "p", "pre", "q", "s", "samp", "small",
            "span", "strike", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
            "tt", "u", "ul", "var").allowWithoutAttributes("span", "font", "a").allowUrlProtocols("http", "https",
                    "mailto", "tel", "cid").allowAttributes("href").matching(LINK).onElements("a").allowAttributes(
                            "target").matching(Pattern.compile("_blank")).onElements("a").requireRelsOnLinks("noopener",
                                    "noreferrer", "nofollow").allowAttributes("src").matching(OWN).onElements(
                                            "img").allowAttributes("data-src").matching(REMOTE).onElements(
                                                    "img").allowAttributes("alt", "title").globally().allowAttributes(
                                                            "width", "height").matching(
                                                                    Pattern.compile("\\d{1,4}%?")).onElements("img",
                                                                            "table", "td", "th", "col").allowAttributes(
                                                                                    "colspan", "rowspan", "cellpadding",
                                                                                    "cellspacing", "border").matching(
                                                                                            Pattern.compile(
                                                                                                    "\\d{1,3}")).onElements(
                                                                                                            "table",
                                                                                                            "td", "th",
                                                                                                            "img").allowAttributes(
                                                                                                                    "align",
                                                                                                                    "valign",
                                                                                                                    "dir",
                                                                                                                    "lang").matching(
                                                                                                                            Pattern.compile(
                                                                                                                                    "[A-Za-z-]{1,12}")).globally().allowAttributes(
                                                                                                                                            "color",
                                                                                                                                            "bgcolor").matching(
                                                                                                                                                    Pattern.compile(
                                                                                                                                                            "#?[A-Za-z0-9]{1,20}")).onElements(
                                                                                                                                                                    "font",
                                                                                                                                                                    "table",
                                                                                                                                                                    "tr",
                                                                                                                                                                    "td",
                                                                                                                                                                    "th").allowAttributes(
                                                                                                                                                                            "start").matching(
                                                                                                                                                                                    Pattern.compile(
                                                                                                                                                                                            "\\d{1,5}")).onElements(
                                                                                                                                                                                                    "ol").allowStyling(
                                                                                                                                                                                                            STYLES).toFactory();

    private MailHtml() {}

    /// @param document is changed
    static String sanitised(Document document) {
        hidden(document);
        document.select("img, image, input[type=image]").forEach(MailHtml::image);
        document.select("a[href]").forEach(link -> link.attr("target", "_blank"));
        document.outputSettings().prettyPrint(false);
        return POLICY.sanitize(document.body().html()).strip();
    }

    private static void hidden(Document document) {
        List<Element> hidden = document.select("[style]").stream().filter(
                element -> HIDDEN.matcher(element.attr("style")).find()).toList();
        hidden.forEach(Element::remove);
    }

    private static void image(Element image) {
        String source = image.attr("src").strip();
        image.removeAttr("data-src").removeAttr("srcset");
        if (source.startsWith("//")) {
            source = "https:" + source;
        }
        if (REMOTE.matcher(source).matches()) {
            image.removeAttr("src").attr("data-src", source);
        }
    }
}
