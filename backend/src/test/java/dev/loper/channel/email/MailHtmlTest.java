package dev.loper.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailHtmlTest {

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
            "<svg><script>alert(1)</script></svg>", "<iframe src='javascript:alert(1)'></iframe>",
            "<a href='javascript:alert(1)'>x</a>", "<a href=' java\nscript:alert(1)'>x</a>",
            "<a href='&#106;avascript:alert(1)'>x</a>", "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
            "<a href='vbscript:msgbox(1)'>x</a>",
            "<form action='https://evil.test'><input name=p><button>go</button></form>",
            "<style>@import 'https://evil.test/x.css'; body{background:url(https://evil.test)}</style>",
            "<div style=\"background:url('https://evil.test/t.gif')\">x</div>",
            "<div style='background-image:u\\72l(https://evil.test/t.gif)'>x</div>",
            "<div style='width:expression(alert(1))'>x</div>",
            "<div style='-moz-binding:url(https://evil.test/x)'>x</div>",
            "<div style='position:fixed;top:0;left:0;width:100%;height:100%'>x</div>",
            "<link rel=stylesheet href='https://evil.test/x.css'>",
            "<meta http-equiv=refresh content='0;url=https://evil.test'>",
            "<base href='https://evil.test/'>", "<object data='https://evil.test/x.swf'></object>",
            "<embed src='https://evil.test/x'>", "<video src='https://evil.test/x' autoplay></video>",
            "<audio src='https://evil.test/x' autoplay onplay=alert(1)></audio>",
            "<table background='https://evil.test/t.gif'><tr><td background='https://evil.test/t.gif'>x</td></tr></table>",
            "<img srcset='https://evil.test/t.gif 2x'>", "<picture><source srcset='https://evil.test/t.gif'></picture>",
            "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<!--><img src=x onerror=alert(1)>-->",
            "<img src='javascript:alert(1)'>", "<input type=image src='https://evil.test/t.gif'>",
            "<p id=defaultView name=body class=x>x</p>", "<img src=\"cid:a' onerror='alert(1)\">",
            "<img data-src='javascript:alert(1)'>", "<template><script>alert(1)</script></template>",
            "<a href='https://ok.test' ping='https://evil.test'>x</a>",
            "<body onload=alert(1) background='https://evil.test'>x",
            "<div style='display:none'>secret <img src='https://evil.test'></div>",
            "<textarea><img src=x onerror=alert(1)>",
            "<a href='//evil.test'>x</a>", "<img src='file:///etc/passwd'>",
            "<frameset><frame src='https://evil.test'>"})
    void anAttackLosesItsTeeth(String attack) {
        String html = sanitised("<p>Hello</p>" + attack);
        Document shown = Jsoup.parse(html);

        assertThat(
                shown.select("script, iframe, form, input, button, style, link, meta[http-equiv], base, object, embed,"
                        + " video, audio, svg, math, source, template, textarea, frame, frameset")).isEmpty();
        for (Element element : shown.body().getAllElements()) {
            assertThat(element.attributes().asList()).allSatisfy(attribute -> {
                String name = attribute.getKey().toLowerCase(Locale.ROOT);
                String value = attribute.getValue().toLowerCase(Locale.ROOT).replaceAll("\\s", "");
                assertThat(name).doesNotStartWith("on").isNotIn("id", "name", "class", "srcset", "background", "ping");
                assertThat(value).doesNotContain("javascript:", "vbscript:", "url(", "expression(", "position:",
                        "file:", "data:text");
            });
        }
        assertThat(shown.select("img[src]")).allSatisfy(image -> assertThat(image.attr("src")).startsWith("cid:"));
        assertThat(shown.text()).contains("Hello");
    }

    @Test
    void looksSurvive() {
        String html = sanitised("<p style='color:#ff0000;text-align:center'>Red <b>bold</b></p>"
                + "<table border=1><tr><td colspan=2>cell</td></tr></table><ul><li>one</li></ul>");

        assertThat(html).contains("color:#ff0000", "text-align:center", "<b>bold</b>", "colspan=\"2\"", "<li>one</li>");
    }

    @Test
    void aLinkOpensElsewhereAndTellsNothing() {
        Element link = Jsoup.parse(
                sanitised("<a href='https://shop.test/a?b=1&amp;c=2' target=_top>shop</a>")).expectFirst("a");

        assertThat(link.attr("href")).isEqualTo("https://shop.test/a?b=1&c=2");
        assertThat(link.attr("target")).isEqualTo("_blank");
        assertThat(link.attr("rel")).contains("noopener", "noreferrer");
    }

    @Test
    void aRemotePictureWaits() {
        Element image = Jsoup.parse(sanitised("<img src='https://shop.test/logo.png' alt=Logo width=20>")).expectFirst(
                "img");

        assertThat(image.hasAttr("src")).isFalse();
        assertThat(image.attr("data-src")).isEqualTo("https://shop.test/logo.png");
        assertThat(image.attr("alt")).isEqualTo("Logo");
    }

    @Test
    void aPictureOfTheMailItselfStays() {
        assertThat(Jsoup.parse(sanitised("<img src='cid:pic1@shop.test'>")).expectFirst("img").attr("src")).isEqualTo(
                "cid:pic1@shop.test");
    }

    @Test
    void deepNestingBreaksNothing() {
        assertThat(sanitised("<div>".repeat(20_000) + "deep")).isNotNull();
    }

    private static String sanitised(String html) {
        return MailHtml.sanitised(Jsoup.parse(html));
    }
}
