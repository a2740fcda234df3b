package dev.loper.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.blob.BlobStore;
import dev.loper.message.Attachment;
import dev.loper.redis.RedisKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import redis.clients.jedis.UnifiedJedis;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Files: uploaded, sent along, and read again by whoever may.
class AttachmentApiTests extends ApiCase {

    @Autowired
    UnifiedJedis redis;

    @Autowired
    RedisKeys keys;

    @Autowired
    BlobStore blobs;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 0};

    @Test
    void aFileIsUploadedSentAndReadAgain() throws Exception {
        Talk talk = mail("A drawing, " + mark, "Please send it.");
        JsonNode kept = json(upload("loper_demo", "drawing.png", PICTURE), 201);
        assertThat(kept.get("name").asString()).isEqualTo("drawing.png");
        assertThat(kept.get("type").asString()).isEqualTo("image/png");
        assertThat(kept.get("size").asInt()).isEqualTo(PICTURE.length);
        assertThat(bytes("loper_demo", kept.get("url").asString()).body()).isEqualTo(PICTURE);

        Map<String, Object> draft = answer("Here it is.");
        draft.putAll(Map.of("channel", "email", "attachments", List.of(kept.get("id").asString())));
        JsonNode file = noor().does(talk.at("/messages"), draft).get("attachments").get(0);
        assertThat(file.get("name").asString()).isEqualTo("drawing.png");
        assertThat(file.get("scanState").asString()).isEqualTo("unscanned");
        HttpResponse<byte[]> read = bytes("loper_demo", file.get("url").asString());
        assertThat(read.body()).isEqualTo(PICTURE);
        assertThat(read.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(read.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(read.headers().firstValue("Content-Security-Policy").orElse("")).contains("sandbox");
    }

    @Test
    void oneWithAVirusIsNamedAndNotGiven() {
        Talk talk = write(Given.sms().from(phone()).saying("See the letter, " + mark + ".").with(new Attachment(
                "0".repeat(40), "letter.doc", "application/msword", 12, null, null, Attachment.Scan.INFECTED)).build());
        JsonNode file = noor().read(talk.at("/entries")).at("/items/0/attachments/0");
        assertThat(file.get("name").asString()).isEqualTo("letter.doc");
        assertThat(file.get("scanState").asString()).isEqualTo("infected");
        refused(noor().get(file.get("url").asString()), 410, "infected");
    }

    @Test
    void onlyAFileThatWasNotSentIsRemovedSomeDay() throws Exception {
        Talk talk = mail("Two drawings, " + mark, "Please send one.");
        JsonNode sent = json(upload("loper_demo", "sent.png", PICTURE), 201);
        long before = waiting();
        json(upload("loper_demo", "forgotten.png", PICTURE), 201);
        assertThat(waiting()).isEqualTo(before + 1);
        Map<String, Object> draft = answer("Here it is.");
        draft.putAll(Map.of("channel", "email", "attachments", List.of(sent.get("id").asString())));
        noor().does(talk.at("/messages"), draft);
        assertThat(waiting()).isEqualTo(before);
    }

    @Test
    void whatsAppCarriesOneFileInAMessage() throws Exception {
        Talk talk = write(Given.whatsapp(phone().value()).saying("Where is it? " + mark).build());
        JsonNode can = noor().read(talk.at("/reply-options")).get("options").valueStream().filter(
                option -> option.get("channel").asString().equals("whatsapp")).findFirst().orElseThrow().get(
                        "capabilities");
        assertThat(can.get("maxAttachments").asInt()).isEqualTo(1);
        String one = json(upload("loper_demo", "one.png", PICTURE), 201).get("id").asString();
        String other = json(upload("loper_demo", "other.png", PICTURE), 201).get("id").asString();
        Map<String, Object> draft = answer("Here they are.");
        draft.put("channel", "whatsapp");
        draft.put("attachments", List.of(one, other));

        refused(noor().post(talk.at("/messages"), draft), 422, "too-many-attachments", "attachments");
        assertThat(entries(talk)).hasSize(1);

        draft.put("attachments", List.of(one));
        noor().does(talk.at("/messages"), draft);
    }

    @Test
    void aFileWhoseBytesAreGoneIsNotFound() throws Exception {
        Talk talk = mail("A drawing, " + mark, "Please send it.");
        JsonNode kept = json(upload("loper_demo", "drawing.png", PICTURE), 201);
        Map<String, Object> draft = answer("Here it is.");
        draft.putAll(Map.of("channel", "email", "attachments", List.of(kept.get("id").asString())));
        JsonNode sent = noor().does(talk.at("/messages"), draft);
        JsonNode file = sent.get("attachments").get(0);
        // A mail still on its way would break in the middle without its file.
        eventually(() -> entry(talk, sent.get("id").asString()).get("delivery").asString().equals("sent")
                ? true
                : null);
        blobs.delete(file.get("id").asString());
        HttpResponse<byte[]> read = bytes("loper_demo", file.get("url").asString());
        assertThat(read.statusCode()).isEqualTo(404);
        assertThat(read.body()).asString(StandardCharsets.UTF_8).contains("not-found");
        assertThat(bytes("loper_demo", kept.get("url").asString()).statusCode()).isEqualTo(404);
    }

    @Test
    void aPageIsNeverShownAsOne() throws Exception {
        JsonNode kept = json(upload("loper_demo", "page.html", "<script>alert(1)</script>".getBytes(
                StandardCharsets.UTF_8)), 201);
        HttpResponse<byte[]> read = bytes("loper_demo", kept.get("url").asString());
        assertThat(read.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
    }

    @Test
    void anUploadIsItsOwnersAlone() throws Exception {
        JsonNode kept = json(upload("loper_demo", "drawing.png", PICTURE), 201);
        String other = token(somebody("agent"));
        assertThat(bytes(other, kept.get("url").asString()).statusCode()).isEqualTo(404);
        Map<String, Object> draft = answer("Stolen.");
        draft.put("attachments", List.of(kept.get("id").asString()));
        refused(Caller.with(port, other).post(text().at("/messages"), draft), 422, "unknown-attachment",
                "attachments");
    }

    @Test
    void aFileThatIsTooLargeIsRefused() throws Exception {
        byte[] large = new byte[25 * 1024 * 1024 + 1];
        Arrays.fill(large, (byte) 'x');
        JsonNode problem = json(upload("loper_demo", "large.txt", large), 413);
        assertThat(problem.get("type").asString()).isEqualTo("too-large");
        assertThat(problem.get("detail").asString()).endsWith(".");
    }

    @Test
    void aFileOfAHiddenTopicIsNotThere() throws Exception {
        Talk talk = in("billing", mail("An invoice, " + mark, "Please send it."));
        Map<String, Object> draft = answer("Here it is.");
        draft.putAll(Map.of("channel", "email", "attachments", List.of(json(upload("loper_demo", "invoice.png",
                PICTURE), 201).get("id").asString())));
        String url = noor().does(talk.at("/messages"), draft).get("attachments").get(0).get("url").asString();
        assertThat(bytes(token(somebody("agent", "orders")), url).statusCode()).isEqualTo(404);
        assertThat(bytes(token(somebody("agent", "billing")), url).statusCode()).isEqualTo(200);
    }

    private long waiting() {
        return redis.zcard(keys.of(RedisKeys.Family.UPLOADS));
    }

    private String token(String person) {
        return noor().does("/api/v1/tokens", Map.of("name", mark, "person", person)).get("token").asString();
    }

    private JsonNode json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return new JsonMapper().readTree(answer.body());
    }

    private HttpResponse<byte[]> bytes(String token, String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).header("Authorization",
                "Bearer " + token).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<String> upload(String token, String name, byte[] content) throws IOException,
            InterruptedException {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.write(("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        form.write(content);
        form.write("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return HTTP.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port
                + "/api/v1/attachments")).header("Authorization", "Bearer " + token).header("Content-Type",
                        "multipart/form-data; boundary=b").POST(
                                HttpRequest.BodyPublishers.ofByteArray(
                                        form.toByteArray())).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
