package dev.loper.channel.webchat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress.Visitor;
import dev.loper.message.ChannelMessage;
import dev.loper.message.Delivery;
import dev.loper.message.EntryId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ChatServerTest
class ChatUploadTests {

    private static final byte[] PNG = Base64.getDecoder().decode(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static final byte[] SVG = ("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>").getBytes(
            UTF_8);
    private static final byte[] HTML = "<!doctype html><html><script>alert(1)</script></html>".getBytes(UTF_8);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    FakeStore store;
    @Autowired
    MovableClock clock;
    @Autowired
    VisitorTokens tokens;

    private final int port;
    private final Browser ada;

    ChatUploadTests(@LocalServerPort int port) {
        this.port = port;
        this.ada = Browser.greeted(port);
    }

    @AfterEach
    void close() {
        ada.close();
        store.away = false;
    }

    @Test
    void aPictureIsTakenSentAndShown() throws Exception {
        HttpResponse<String> response = upload(ada.token(), "cat.png", PNG);
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains(Browser.SHOP);
        JsonNode uploaded = JSON.readTree(response.body());
        assertThat(uploaded.get("type").asString()).isEqualTo("image/png");
        assertThat(uploaded.get("size").asLong()).isEqualTo(PNG.length);
        send(ada, "", uploaded.get("id").asString());
        String link = url(ada);
        ChannelMessage message = store.accepted.getLast();
        assertThat(message.attachments()).singleElement().satisfies(
                file -> assertThat(file.name()).isEqualTo("cat.png"));

        HttpResponse<byte[]> shown = get(link);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).isEqualTo(PNG);
        assertThat(header(shown, "Content-Type")).isEqualTo("image/png");
        assertThat(header(shown, "Content-Disposition")).startsWith("inline");
        assertThat(shown.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(header(shown, "Content-Security-Policy")).contains("sandbox");
    }

    @Test
    void whatCouldRunInAPageIsNeverShownInOne() throws Exception {
        for (byte[] bad : new byte[][]{SVG, HTML}) {
            JsonNode uploaded = JSON.readTree(upload(ada.token(), "cat.png", bad).body());
            assertThat(uploaded.get("type").asString()).isNotEqualTo("image/png");
            send(ada, "Look", uploaded.get("id").asString());
            HttpResponse<byte[]> served = get(url(ada));
            assertThat(header(served, "Content-Disposition")).startsWith("attachment");
            assertThat(header(served, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(served, "Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        }
    }

    @Test
    void aForeignPageMayNotUpload() throws Exception {
        HttpResponse<String> foreign = post("chat-web", "https://evil.example", ada.token(), "a.png", PNG);
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(foreign.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(preflight("https://evil.example").statusCode()).isEqualTo(403);
        HttpResponse<String> own = preflight(Browser.SHOP);
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(own.headers().firstValue("Access-Control-Allow-Origin")).contains(Browser.SHOP);
        assertThat(own.headers().firstValue("Access-Control-Allow-Headers")).hasValueSatisfying(
                allowed -> assertThat(allowed).containsIgnoringCase("loper-visitor"));
        assertThat(own.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
    }

    @Test
    void withoutAVisitorsTokenNothingIsTaken() throws Exception {
        assertThat(upload(null, "a.png", PNG).statusCode()).isEqualTo(403);
        assertThat(upload(ada.visitor().value() + "." + "A".repeat(43), "a.png", PNG).statusCode()).isEqualTo(403);
        String ofOther = tokens.tokenOf(new AccountId("chat-other"), ada.visitor());
        assertThat(upload(ofOther, "a.png", PNG).statusCode()).isEqualTo(403);
    }

    @Test
    void anUnknownAccountIsNotFound() throws Exception {
        assertThat(post("chat-nobody", null, ada.token(), "a.png", PNG).statusCode()).isEqualTo(404);
    }

    @Test
    void aFileThatIsTooLargeIsRefused() throws Exception {
        HttpResponse<String> over = upload(ada.token(), "big.bin", new byte[1024 * 1024 + 1]);
        assertThat(over.statusCode()).isEqualTo(413);
        assertThat(over.body()).contains("too-large", "1 MB");
        assertThat(upload(ada.token(), "fits.bin", new byte[1024 * 1024]).statusCode()).isEqualTo(201);
    }

    @Test
    void aProgramIsRefused() throws Exception {
        byte[] exe = new byte[512];
        exe[0] = 'M';
        exe[1] = 'Z';
        assertThat(upload(ada.token(), "invoice.pdf", exe).statusCode()).isEqualTo(415);
    }

    @Test
    void nothingIsNoFile() throws Exception {
        assertThat(upload(ada.token(), "empty.txt", new byte[0]).statusCode()).isEqualTo(400);
    }

    @Test
    void aVisitorWhoUploadsTooFastIsAskedToWait() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(upload(ada.token(), "a.png", PNG).statusCode()).isEqualTo(201);
        }
        HttpResponse<String> sixth = upload(ada.token(), "a.png", PNG);
        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
    }

    @Test
    void anAddressHasSoManyBytesAnHour() throws Exception {
        String token = tokens.tokenOf(new AccountId("chat-few"), ada.visitor());
        assertThat(post("chat-few", null, token, "a.png", PNG).statusCode()).isEqualTo(201);
        HttpResponse<String> more = post("chat-few", null, token, "b.png", PNG);
        assertThat(more.statusCode()).isEqualTo(429);
        assertThat(more.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(60L, 3600L);
        clock.advance(Duration.ofHours(1));
        assertThat(post("chat-few", null, token, "b.png", PNG).statusCode()).isEqualTo(201);
    }

    @Test
    void aNameIsOnlyAName() throws Exception {
        JsonNode uploaded = JSON.readTree(upload(ada.token(), "../../etc/pass\u202ewd.png", PNG).body());
        assertThat(uploaded.get("name").asString()).isEqualTo("passwd.png");
    }

    @Test
    void anotherVisitorsFileCannotBeSent() throws Exception {
        String id = JSON.readTree(upload(ada.token(), "a.png", PNG).body()).get("id").asString();
        try (Browser bob = Browser.greeted(port)) {
            send(bob, "Mine", id);
            assertThat(bob.next("refused").get("reason").asString()).isEqualTo("bad-frame");
            send(ada, "x", id.substring(0, id.length() - 1) + (id.endsWith("A") ? "B" : "A"));
            assertThat(ada.next("refused").get("reason").asString()).isEqualTo("bad-frame");
        }
    }

    @Test
    void aLinkIsForOneFileOneVisitorAndAWhile() throws Exception {
        String id = JSON.readTree(upload(ada.token(), "a.png", PNG).body()).get("id").asString();
        send(ada, "x", id);
        String link = url(ada);
        assertThat(get(link).statusCode()).isEqualTo(200);
        EntryId other = store.answer(ada.visitor(), "y", Delivery.SENT,
                store.accepted.getLast().attachments().getFirst());
        String entry = link.split("/")[3];
        Visitor stranger = tokens.mint();
        for (String forged : new String[]{link.replace(entry, other.value()), link.substring(0, link.indexOf('?')),
                link.replace(ada.visitor().value(), stranger.value()), link.replace("chat-web", "chat-other"),
                link.substring(0, link.length() - 2) + "xx", link.replaceFirst("/([0-9a-f])[0-9a-f]", "/$1$1")}) {
            assertThat(get(forged).statusCode()).as(forged).isEqualTo(403);
        }
        clock.advance(Duration.ofHours(5));
        assertThat(get(link).statusCode()).isEqualTo(403);
    }

    @Test
    void whileTheStoreIsAwayAFileComesLater() throws Exception {
        String id = JSON.readTree(upload(ada.token(), "a.png", PNG).body()).get("id").asString();
        send(ada, "x", id);
        String link = url(ada);
        store.away = true;
        HttpResponse<byte[]> response = get(link);
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
    }

    private static void send(Browser browser, String text, String file) {
        browser.send("{\"type\":\"message\",\"id\":\"" + UUID.randomUUID() + "\",\"text\":\"" + text
                + "\",\"attachments\":[\"" + file + "\"]}");
    }

    private static String url(Browser browser) {
        return browser.next("entry").get("entry").get("attachments").get(0).get("url").asString();
    }

    private HttpResponse<String> upload(@Nullable String token, String name, byte[] bytes)
            throws IOException, InterruptedException {
        return post("chat-web", Browser.SHOP, token, name, bytes);
    }

    private HttpResponse<String> post(String account, @Nullable String origin, @Nullable String token, String name,
            byte[] bytes) throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: image/png\r\n\r\n").getBytes(UTF_8));
        body.writeBytes(bytes);
        body.writeBytes("\r\n--edge--\r\n".getBytes(UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("/widget/uploads?account=" + account)).header(
                "Content-Type", "multipart/form-data; boundary=edge").POST(
                        BodyPublishers.ofByteArray(body.toByteArray()));
        if (origin != null) {
            request.header("Origin", origin);
        }
        if (token != null) {
            request.header("Loper-Visitor", token);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> preflight(String origin) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri("/widget/uploads?account=chat-web")).method("OPTIONS",
                BodyPublishers.noBody()).header("Origin", origin).header("Access-Control-Request-Method",
                        "POST").header(
                                "Access-Control-Request-Headers", "loper-visitor").build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofByteArray());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
