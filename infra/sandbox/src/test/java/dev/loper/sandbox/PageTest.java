package dev.loper.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

class PageTest extends SandboxTest {

    private static final Pattern LINK = Pattern.compile(
            "(?:from |href=|src=|url\\()['\"]?((?:\\.{1,2}/)?[\\w./-]+\\.(?:js|css|svg|woff2))['\")]");

    @ParameterizedTest
    @ValueSource(strings = {"/index.html", "/shop/index.html"})
    void aPageLoadsWithEverythingItNames(String page) {
        Set<String> seen = new HashSet<>(Set.of(page));
        Deque<String> todo = new ArrayDeque<>(seen);
        while (!todo.isEmpty()) {
            String path = todo.pop();
            Answer answer = get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            links(answer.body()).map(link -> java.net.URI.create(path).resolve(link).getPath()).filter(
                    seen::add).forEach(todo::add);
        }
        assertThat(seen).hasSizeGreaterThan(5);
    }

    @Test
    void bothAddressesLeadToTheirPage() {
        assertThat(get("/").body()).contains("js/main.js");
        assertThat(get("/shop/").body()).contains("shop.js");
        assertThat(get("/shop").whole().headers().firstValue("Location")).hasValueSatisfying(
                there -> assertThat(there).endsWith("/shop/"));
    }

    @Test
    void everyWordExistsInBothLanguages() {
        String words = get("/js/words.js").body();
        List<String> english = keys(words.substring(words.indexOf("  en: {"), words.indexOf("  nl: {")));
        List<String> dutch = keys(words.substring(words.indexOf("  nl: {"), words.indexOf("\n};")));

        assertThat(english).hasSizeGreaterThan(40).doesNotHaveDuplicates();
        assertThat(dutch).containsExactlyElementsOf(english);
    }

    @Test
    void thePageLearnsWhetherTheProductRuns() {
        assertThat(read(get("/api/product")).get("runs").asBoolean()).isTrue();
        assertThat(read(get("/api/world")).get("cast")).isNotEmpty();
    }

    @Test
    void aPictureThatIsAScriptIsNeverShownAsOne() {
        String sid = read(post("/api/phones/" + EVA + "/messages?wait=true",
                "{\"channel\":\"sms\",\"text\":\"\",\"media\":[{\"type\":\"image/svg+xml\",\"base64\":\"PHN2Zy8+\"}]}")).get(
                        "sid").asString();
        String url = read(get("/api/phones/" + EVA + "/messages")).get("items").get(0).get("media").get(0).get(
                "url").asString();

        assertThat(url).contains(sid);
        assertThat(get(url).whole().headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(get(url).whole().headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    private static Stream<String> links(String body) {
        return LINK.matcher(body).results().map(found -> found.group(1));
    }

    private static List<String> keys(String words) {
        return Pattern.compile("(?:^|,) +(\\w+): '", Pattern.MULTILINE).matcher(words).results().map(
                found -> found.group(1)).toList();
    }
}
