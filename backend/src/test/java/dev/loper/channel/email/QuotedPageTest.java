package dev.loper.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class QuotedPageTest {

    private static final String QUOTE = """
            On 22 Nov 2026 11:00, Ada <ada@example.org> wrote:
            > Which one?
            > The <b>red</b> one.
            >
            > On 21 Nov 2026 10:00, Lotte <support@loper.test> wrote:
            >> Red or blue?""";

    @Test
    void everyMarkIsALevel() {
        Document page = Jsoup.parse(QuotedPage.of(QUOTE));

        assertThat(page.select("blockquote")).hasSize(2);
        assertThat(page.select("blockquote blockquote").text()).isEqualTo("Red or blue?");
        assertThat(page.body().ownText()).startsWith("On 22 Nov 2026 11:00, Ada <ada@example.org> wrote:");
        assertThat(page.select("b")).isEmpty();
    }

    @Test
    void weFoldWhatWeQuoted() {
        String history = HtmlQuote.takeFrom(Jsoup.parse(QuotedPage.lines("The red one.") + QuotedPage.of(QUOTE)));

        assertThat(history).contains("Red or blue?");
    }

    @Test
    void aThousandMarksAreNoThousandLevels() {
        assertThat(Jsoup.parse(QuotedPage.of(">".repeat(1_000) + " deep")).select("blockquote")).hasSize(10);
    }
}
