package dev.loper.channel.email;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;

/// Finds what to show of a mail: the text and the HTML of every alternative, in the order of the mail, and its files.
final class MailBody {

    /// Longer texts are shown cut and kept as a file.
    private static final int MAX_TEXT = 200_000;
    /// Longer HTML is kept as a file and not shown; so is HTML of more elements than any letter has.
    private static final int MAX_HTML = 1_000_000;
    private static final int MAX_ELEMENTS = 20_000;

    /// Signatures, and the note that what follows is encrypted.
    private static final Set<String> UNSHOWN = Set.of("application/pgp-signature", "application/pkcs7-signature",
            "application/x-pkcs7-signature", "application/pgp-encrypted");
    private static final Set<String> SEALS = Set.of("application/pkcs7-mime", "application/x-pkcs7-mime");

    private static final String SEALED = "This mail is encrypted, or signed as a whole; it is attached as it came.";

    private final List<Segment> segments = new ArrayList<>();
    /// Words that count only if there are no others: those in a winmail.dat, in an invitation, or about a sealed mail.
    private final List<String> instead = new ArrayList<>();
    private final List<MimePart> files = new ArrayList<>();

    /// One stretch of the mail in the forms it came in.
    private record Segment(@Nullable String plain, @Nullable String html) {

        String asPlain() {
            return plain != null ? plain : html == null ? "" : HtmlText.of(Jsoup.parse(html).body());
        }

        String asHtml() {
            return html != null ? html : "<div>" + Entities.escape(asPlain()).replace("\n", "<br>") + "</div>";
        }
    }

    private MailBody() {}

    static MailContent of(MimePart mail) {
        MailBody body = new MailBody();
        body.segments.addAll(body.read(mail));
        if (body.segments.stream().allMatch(segment -> segment.asPlain().isBlank())) {
            body.instead.stream().findFirst().ifPresent(words -> body.segments.add(new Segment(words, null)));
        }
        return body.content();
    }

    private MailContent content() {
        Document document = page();
        boolean hasHtml = document.body().childNodeSize() > 0;
        boolean onlyHtml = hasHtml && segments.stream().noneMatch(segment -> segment.plain() != null);
        Set<String> pictures = MailPictures.shownBy(document);
        String history = HtmlQuote.takeFrom(document);
        String html = hasHtml ? MailHtml.sanitised(document) : null;
        Words words = onlyHtml
                ? ofPage(document, history)
                : PlainQuote.split(
                        segments.stream().map(Segment::asPlain).collect(Collectors.joining("\n\n")).strip());
        String text = shortened(words.fresh());
        return new MailContent(text, html, cut(words.quote()),
                MailPictures.placed(files, pictures, MailPictures.shownBy(document)));
    }

    /// The whole of its HTML; empty if there is none that can be shown.
    private Document page() {
        if (segments.stream().allMatch(segment -> segment.html() == null)) {
            return Jsoup.parse("");
        }
        String html = segments.stream().map(Segment::asHtml).collect(Collectors.joining("\n"));
        Document document = Jsoup.parse(html.length() > MAX_HTML ? "" : html);
        if (html.length() <= MAX_HTML && document.getAllElements().size() <= MAX_ELEMENTS) {
            return document;
        }
        keep("text/html", "message.html", html);
        return Jsoup.parse("");
    }

    private void keep(String type, String name, String content) {
        files.add(new MimePart(new MailHeaders(), type, Map.of("name", name, "charset", "utf-8"), List.of(),
                content.getBytes(StandardCharsets.UTF_8)));
    }

    private static Words ofPage(Document document, String history) {
        String fresh = HtmlText.of(document.body());
        return history.isEmpty() ? PlainQuote.split(fresh) : Words.of(fresh, history);
    }

    private List<Segment> read(MimePart part) {
        if (part.multipart()) {
            if (part.is("multipart/encrypted")) {
                says(SEALED);
            }
            return switch (part.type()) {
                case "multipart/alternative" -> alternative(part);
                case "multipart/related" -> related(part);
                default -> part.parts().stream().flatMap(child -> read(child).stream()).toList();
            };
        }
        if (part.is("text/plain") && !part.file()) {
            return List.of(new Segment(plain(part), null));
        }
        if (part.is("text/html") && !part.file()) {
            return html(part);
        }
        if (!UNSHOWN.contains(part.type()) && !part.type().startsWith("multipart/")) {
            file(part);
        }
        return List.of();
    }

    private void file(MimePart part) {
        Optional<Tnef> packed = Tnef.is(part) ? Tnef.read(part.body()) : Optional.empty();
        if (packed.isPresent()) {
            files.addAll(packed.get().files());
            says(packed.get().text());
            return;
        }
        if (part.is("text/calendar")) {
            says(InvitationText.of(part.text()));
        } else if (SEALS.contains(part.type())) {
            says(SEALED);
        }
        files.add(part);
    }

    private void says(String words) {
        if (!words.isBlank()) {
            instead.add(words.strip());
        }
    }

    /// One stretch in several forms; what is neither text nor HTML there (an invitation) is a file.
    private List<Segment> alternative(MimePart part) {
        List<Segment> forms = part.parts().stream().flatMap(child -> read(child).stream()).toList();
        String plain = forms.stream().map(Segment::plain).filter(
                text -> text != null && !text.isBlank()).findFirst().orElse(null);
        String html = forms.stream().map(Segment::html).filter(text -> text != null).reduce(
                (first, last) -> last).orElse(null);
        return plain == null && html == null ? List.of() : List.of(new Segment(plain, html));
    }

    /// The page comes first; what follows are its pictures.
    private List<Segment> related(MimePart part) {
        List<Segment> page = read(part.parts().getFirst());
        part.parts().stream().skip(1).flatMap(MimePart::all).filter(leaf -> !leaf.multipart()).forEach(files::add);
        return page;
    }

    private List<Segment> html(MimePart part) {
        String html = DataPictures.taken(part.text(), files::add);
        if (html.length() > MAX_HTML) {
            files.add(part);
            return List.of(new Segment(null, "<p>This mail is too long to be shown; it is attached.</p>"));
        }
        return List.of(new Segment(null, html));
    }

    private static String plain(MimePart part) {
        String text = part.text();
        boolean flowed = "flowed".equalsIgnoreCase(part.parameter("format"));
        return flowed ? FlowedText.unwrap(text, "yes".equalsIgnoreCase(part.parameter("delsp"))) : text;
    }

    private String shortened(String text) {
        if (text.length() <= MAX_TEXT) {
            return text;
        }
        keep("text/plain", "message.txt", text);
        return text.substring(0, MAX_TEXT) + "…";
    }

    private static @Nullable String cut(@Nullable String quote) {
        return quote == null || quote.length() <= MAX_TEXT ? quote : quote.substring(0, MAX_TEXT) + "…";
    }
}
