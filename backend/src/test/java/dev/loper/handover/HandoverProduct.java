package dev.loper.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.LoperApplication;
import dev.loper.ProductOnly;
import dev.loper.channel.Intake;
import dev.loper.channel.VisitorTimeline;
import dev.loper.customer.Customers;
import dev.loper.customer.Identity;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelKind;
import dev.loper.message.ChannelMessage;
import dev.loper.message.ChannelMessage.ThreadingHints;
import dev.loper.message.Level;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisServer;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Handovers in the product as a whole: an agent at the API on one side, customers on every channel on the other. Every test
/// has people of its own.
@ActiveProfiles("demo")
@TypeExcludeFilters(ProductOnly.class)
@SpringBootTest(classes = LoperApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "loper.data-dir=target/handover-product", "loper.public-url=http://loper.test",
        "loper.sandbox-url=http://127.0.0.1:1", "loper.sandbox-smtp-port=1", "loper.sandbox-imap-port=1",
        "loper.handover.unread=1s", "loper.reply.undo=0s", "loper.chat.accounts.chat-outlet.name=Outlet chat",
        "loper.chat.accounts.chat-outlet.brand=Outlet", "loper.chat.accounts.chat-outlet.origins=http://outlet.test"})
abstract class HandoverProduct {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    int port;

    @Autowired
    Intake intake;

    @Autowired
    Customers customers;

    @Autowired
    VisitorTimeline visitors;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        RedisServer.register(registry);
    }

    static ChannelAddress.Visitor visitor() {
        return new ChannelAddress.Visitor((UUID.randomUUID().toString().replace("-", "")).substring(0, 22));
    }

    static ChannelAddress.Phone phone() {
        return new ChannelAddress.Phone("+316" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999));
    }

    static ChannelAddress.WhatsApp whatsApp() {
        return new ChannelAddress.WhatsApp(phone().value());
    }

    static ChannelAddress.Email email() {
        return new ChannelAddress.Email(UUID.randomUUID().toString().substring(0, 12) + "@example.com");
    }

    /// Somebody writes on the channel their address is of.
    String writes(ChannelAddress from, String words) {
        intake.accept(message(from, words, ThreadingHints.NONE));
        return conversationOf(from);
    }

    /// A mail that carries the reply token of a topic.
    void answersMail(ChannelAddress.Email from, String topic, String words) {
        intake.accept(message(from, words, new ThreadingHints(new TopicId(topic), List.of())));
    }

    static ChannelMessage message(ChannelAddress from, String words, ThreadingHints hints) {
        ChannelMessage made = switch (from) {
            case ChannelAddress.Visitor visitor -> Given.chat(visitor).saying(words).build();
            case ChannelAddress.Phone phone -> Given.sms().from(phone).saying(words).build();
            case ChannelAddress.Email mail -> Given.mail().from(mail).about("My lamp").saying(words).build();
            case ChannelAddress.WhatsApp user -> Given.sms().from(user).saying(words).build();
        };
        boolean onWhatsApp = from instanceof ChannelAddress.WhatsApp;
        return new ChannelMessage(onWhatsApp ? new AccountId("whatsapp-main") : made.account(),
                onWhatsApp ? ChannelKind.WHATSAPP : made.channel(), made.providerId(), from, "", Level.OBSERVED,
                List.of("us"), List.of(), null, made.subject(), words, null, null, List.of(), hints, false);
    }

    Optional<Identity> identity(ChannelAddress address) {
        return customers.identity(address, Level.OBSERVED);
    }

    String conversationOf(ChannelAddress address) {
        return identity(address).orElseThrow().conversation().value();
    }

    JsonNode offer(String conversation, String to) throws Exception {
        return post("/api/v1/conversations/" + conversation + "/handovers", Map.of("to", to));
    }

    JsonNode offer(String conversation, String to, String address) throws Exception {
        return post("/api/v1/conversations/" + conversation + "/handovers", Map.of("to", to, "address", address));
    }

    JsonNode handover(String conversation, JsonNode offered) throws Exception {
        return get("/api/v1/conversations/" + conversation + "/handovers").get("items").valueStream().filter(
                item -> item.get("id").equals(offered.get("id"))).findFirst().orElseThrow();
    }

    String state(String conversation, JsonNode offered) throws Exception {
        return handover(conversation, offered).get("state").asString();
    }

    /// What the app would have ready to be sent, after the link was tapped.
    static String ready(JsonNode offered) {
        String link = offered.get("link").asString();
        return URLDecoder.decode(link.substring(link.indexOf('=') + 1), StandardCharsets.UTF_8);
    }

    List<JsonNode> entries(String conversation) throws Exception {
        return get("/api/v1/conversations/" + conversation + "/entries").get("items").valueStream().toList().reversed();
    }

    /// The messages of a conversation and the events of handovers, oldest first.
    List<String> story(String conversation) throws Exception {
        return entries(conversation).stream().flatMap(HandoverProduct::told).toList();
    }

    private static Stream<String> told(JsonNode entry) {
        JsonNode event = entry.get("event");
        boolean handover = event != null && !event.isNull() && event.get("kind").asString().startsWith("handover-");
        if (entry.get("type").asString().equals("message")) {
            return Stream.of(
                    entry.get("direction").asString() + " " + entry.get("channel").asString() + ": " + entry.get(
                            "text").asString());
        }
        return handover
                ? Stream.of(event.get("kind").asString() + " " + event.get("handover").get("from").asString() + " → "
                        + event.get("handover").get("to").asString())
                : Stream.empty();
    }

    JsonNode topicOf(String conversation) throws Exception {
        return get("/api/v1/conversations/" + conversation).get("topics").get(0);
    }

    HttpResponse<String> page(JsonNode offered) throws Exception {
        return send(HttpRequest.newBuilder(at(path(offered))).header("Accept", "text/html").GET());
    }

    HttpResponse<String> form(JsonNode offered, String what, String fields) throws Exception {
        return send(HttpRequest.newBuilder(at(path(offered) + what)).header("Content-Type",
                "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(fields)));
    }

    static String path(JsonNode offered) {
        return URI.create(offered.get("link").asString()).getPath();
    }

    JsonNode get(String path) throws Exception {
        HttpResponse<String> answer = send(api(path).GET());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    JsonNode post(String path, @Nullable Object body) throws Exception {
        HttpResponse<String> answer = tryPost(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return JSON.readTree(answer.body());
    }

    HttpResponse<String> tryPost(String path, @Nullable Object body) throws Exception {
        return send(api(path).POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    HttpResponse<String> put(String path, Object body) throws Exception {
        return send(api(path).PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    HttpResponse<String> delete(String path) throws Exception {
        return send(api(path).DELETE());
    }

    static String problem(HttpResponse<String> answer) {
        String type = JSON.readTree(answer.body()).get("type").asString();
        return type.substring(type.lastIndexOf('/') + 1).replaceFirst("^.*:", "");
    }

    private HttpRequest.Builder api(String path) {
        return HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer loper_demo").header("Content-Type",
                "application/json");
    }

    URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
