package dev.loper.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.LoperApplication;
import dev.loper.ProductOnly;
import dev.loper.channel.Intake;
import dev.loper.message.ChannelAddress;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import redis.clients.jedis.UnifiedJedis;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Steps in the product as a whole: a page on one side, an agent at the API on the other, and what must not get through.
@ActiveProfiles("demo")
@DirtiesContext
@TypeExcludeFilters(ProductOnly.class)
@SpringBootTest(classes = LoperApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "loper.data-dir=target/step-product", "loper.public-url=http://loper.test",
        "loper.sandbox-url=http://localhost:4444", "loper.sandbox-smtp-port=1", "loper.sandbox-imap-port=1"})
class StepProductTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SHOP = "http://localhost:4444";

    @LocalServerPort
    int port;

    @Autowired
    Intake intake;

    @Autowired
    UnifiedJedis redis;

    @Autowired
    RedisKeys keys;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        RedisServer.register(registry);
    }

    @Test
    void whatAVisitorDidIsToldOnceAndFollowsTheCustomerTheyBecome() throws Exception {
        String token = visitor(send("/api/steps?account=chat-web", SHOP, step("", "s1", 1, "{\"street\": \"Dam\"}")));
        send("/api/steps?account=chat-web", SHOP,
                step(token, "s2", 3, "{\"street\": \"Javastraat\", \"cvc\": \"987\"}"));
        send("/api/steps?account=chat-web", SHOP, step(token, "s2", 3, "{\"street\": \"Elsewhere\"}"));
        String customer = writes(token);

        JsonNode visit = api("GET", "/api/v1/customers/" + customer + "/steps", null).get("items").get(0);
        assertThat(visit.get("where").asString()).isEqualTo("Delivery address");
        assertThat(visit.get("flow").get("step").asInt()).isEqualTo(3);
        assertThat(visit.get("flow").get("of").asInt()).isEqualTo(4);
        assertThat(visit.get("flow").get("values")).hasSize(1);
        assertThat(visit.get("flow").get("values").get(0).get("value").asString()).isEqualTo("Javastraat");
        assertThat(visit.get("flow").get("resume").asBoolean()).isTrue();
    }

    @Test
    void resumingGivesTheValuesToThatSiteAloneAndNeverInTheAddress() throws Exception {
        String token = visitor(send("/api/steps?account=chat-web", SHOP, step("", "s3", 3,
                "{\"street\": \"Javastraat\"}")));
        String customer = writes(token);
        JsonNode link = api("POST", "/api/v1/customers/" + customer + "/resume", Map.of("step", stoppedAt(customer)));
        String url = link.get("url").asString();
        assertThat(url).startsWith(SHOP + "/shop/checkout.html#loper-resume=").doesNotContain("Javastraat");
        String secret = "{\"token\": \"" + url.replaceFirst(".*=", "") + "\"}";

        HttpResponse<String> given = send("/api/steps/resume?account=chat-web", SHOP, secret);
        assertThat(given.statusCode()).isEqualTo(200);
        assertThat(given.headers().firstValue("Access-Control-Allow-Origin")).contains(SHOP);
        assertThat(JSON.readTree(given.body()).get("data").get("fields").get("street").asString()).isEqualTo(
                "Javastraat");
        assertThat(send("/api/steps/resume?account=chat-web", "https://evil.test", secret).statusCode()).isEqualTo(403);
        assertThat(send("/api/steps/resume?account=chat-web", null, secret).statusCode()).isEqualTo(404);
        assertThat(send("/api/steps/resume?account=chat-web", SHOP,
                "{\"token\": \"AAAAAAAAAAAAAAAAAAAAAA\"}").statusCode()).isEqualTo(
                        404);
    }

    @Test
    void noLinkLeadsToASiteThatIsNotOurs() throws Exception {
        String token = visitor(send("/api/steps?account=chat-web", SHOP, step("", "s4", 3, "{}").replace(
                SHOP + "/shop", "https://evil.test")));
        String customer = writes(token);
        assertThat(api("GET", "/api/v1/customers/" + customer + "/steps", null).get("items").get(0).get("flow").get(
                "resume").asBoolean()).isFalse();
        assertThat(apiResponse("POST", "/api/v1/customers/" + customer + "/resume", Map.of("step",
                stoppedAt(customer))).statusCode()).isEqualTo(422);
    }

    @Test
    void foreignSitesForgedVisitorsAndTooMuchAreRefused() throws Exception {
        assertThat(send("/api/steps?account=chat-web", "https://evil.test",
                step("", "a", 1, "{}")).statusCode()).isEqualTo(
                        403);
        assertThat(send("/api/steps?account=nobody", SHOP, step("", "a", 1, "{}")).statusCode()).isEqualTo(403);
        assertThat(send("/api/steps?account=chat-web", SHOP,
                "{\"steps\": [" + "x".repeat(40_000) + "]}").statusCode()).isEqualTo(
                        413);
        assertThat(send("/api/steps?account=chat-web", SHOP, "nonsense").statusCode()).isEqualTo(400);
        String token = visitor(send("/api/steps?account=chat-web", SHOP, step("", "mine", 1, "{}")));
        String forged = token.substring(0, token.length() - 1) + (token.endsWith("A") ? "B" : "A");
        assertThat(visitor(send("/api/steps?account=chat-web", SHOP, step(forged, "b", 1, "{}")))).isNotEqualTo(token);
    }

    @Test
    void whatIsNeverRecordedIsNowhereInTheStore() throws Exception {
        String token = visitor(send("/api/steps?account=chat-web", SHOP,
                """
                        {"visitor": "", "steps": [
                         {"id": "n1-4111111111111111", "kind": "form", "name": "Pay 4111 1111 1111 1111",
                          "url": "http://localhost:4444/pay/4111111111111111?password=hunter2#hunter2",
                          "data": {"flow": "4111111111111111", "fields": {"password": "hunter2", "cc-number": "4111111111111111",
                           "cvc": "hunter2", "note": "card 4111-1111-1111-1111", "4111111111111111": "x",
                           "deep": {"pass": "hunter2", "list": ["4111", "1111", "1111", "1111"]}, "iban": "NL91ABNA0417164300",
                           "free": "NL91 ABNA 0417 1643 00", "next": "https://shop.test/reset?token=hunter2",
                           "said": "my password is hunter2", "file": "C:\\\\fakepath\\\\hunter2.pdf",
                           "entries": [["cvc", "hunter2"]], "label": {"label": "CVC", "content": "hunter2"}}}},
                         {"id": "n2", "kind": "search", "name": "wachtwoord is hunter2", "url": "http://localhost:4444/otp/4111hunter2"},
                         {"id": "n3", "kind": "page", "name": "https://eva:hunter2@shop.test/?q=hunter2&x=1",
                          "url": "http://eva:hunter2@localhost:4444/a%3Ftoken=hunter2;x"}]}"""));
        writes(token);
        StringBuilder all = new StringBuilder();
        for (String key : redis.keys(keys.prefix() + "*")) {
            all.append(key).append(switch (redis.type(key)) {
                case "hash" -> String.valueOf(redis.hgetAll(key));
                case "string" -> String.valueOf(redis.get(key));
                case "zset" -> String.valueOf(redis.zrange(key, 0, -1));
                case "set" -> String.valueOf(redis.smembers(key));
                case "stream" -> String.valueOf(redis.xrange(key, "-", "+"));
                default -> "";
            });
        }
        assertThat(all.toString()).contains("\"kind\":\"form\"").doesNotContain("hunter2").doesNotContain(
                "4111").doesNotContain(
                        "ABNA");
    }

    @Test
    void whoeverLooksAtThemSeesTheirStepsGoWhenTheyTakeTheirConsentBack() throws Exception {
        String token = visitor(send("/api/steps?account=chat-web", SHOP, step("", "f2", 2, "{}")));
        String customer = writes(token);
        String conversation = api("GET", "/api/v1/customers/" + customer, null).get("conversation").asString();
        send("/api/steps?account=chat-web", SHOP, "{\"visitor\": \"" + token + "\", \"forget\": true}");
        assertThat(redis.xrevrange(keys.of(RedisKeys.Family.FEED), "+", "-", 1).getFirst().getFields()).containsEntry(
                "kind", "known").containsEntry("conversation", conversation);
        assertThat(api("GET", "/api/v1/customers/" + customer + "/steps", null).get("items")).isEmpty();
    }

    @Test
    void whoTakesTheirConsentBackIsForgotten() throws Exception {
        String token = visitor(send("/api/steps?account=chat-web", SHOP, step("", "f1", 2, "{}")));
        send("/api/steps?account=chat-web", SHOP, "{\"visitor\": \"" + token + "\", \"forget\": true}");
        assertThat(api("GET", "/api/v1/customers/" + writes(token) + "/steps", null).get("items")).isEmpty();
    }

    @Test
    void aKindDefinedHereIsKnownFromAFieldThatIsCalledSo() throws Exception {
        Map<String, Object> kind = Map.of("name", Map.of("nl", "Lidnummer", "en", "Membership number"), "pattern",
                "L-\\d{4}", "questions", Map.of("nl", java.util.List.of(), "en", java.util.List.of()));
        assertThat(apiResponse("PUT", "/api/v1/fact-kinds/member", kind).statusCode()).isEqualTo(200);
        String token = visitor(send("/api/steps?account=chat-web", SHOP, step("", "m1", 3,
                "{\"membership_number\": \"L-1234\", \"lidnummer\": \"none\"}")));
        JsonNode facts = api("GET", "/api/v1/customers/" + writes(token) + "/facts", null).get("items");
        assertThat(facts.valueStream().filter(one -> one.get("kind").asString().equals("member")).map(
                one -> one.get("value").asString())).containsExactly("L-1234");
        assertThat(apiResponse("DELETE", "/api/v1/fact-kinds/member", null).statusCode()).isEqualTo(204);
    }

    @Test
    void aBackEndTellsStepsTooCleanedAndWhatWasFilledInIsKnown() throws Exception {
        String token = visitor(
                send("/api/steps?account=chat-web", SHOP, step("", "k1", 3, "{\"postcode\": \"1094 HA\"}")));
        Map<String, Object> order = Map.of("id", "o1", "kind", "order", "name", "Paid", "data", Map.of("number",
                "4711-82", "card", "4111111111111111"));
        assertThat(apiResponse("POST", "/api/v1/steps", Map.of("visitor", token, "steps", java.util.List.of(
                order))).statusCode()).isEqualTo(204);
        assertThat(apiResponse("POST", "/api/v1/steps", Map.of("visitor", token, "steps", java.util.List.of(Map.of(
                "id", "x")))).statusCode()).isEqualTo(422);
        String facts = String.valueOf(api("GET", "/api/v1/customers/" + writes(token) + "/facts", null));
        assertThat(facts).contains("1094 HA", "4711-82", "\"web\"").doesNotContain("4111");
    }

    /// The page asks for consent; a shop's back end cannot know that it was taken back.
    @Test
    void ofWhomTookTheirConsentBackNoBackEndTellsUntilTheyAgreeAgain() throws Exception {
        String token = visitor(send("/api/steps?account=chat-web", SHOP, step("", "r1", 2, "{}")));
        String customer = writes(token);
        Map<String, Object> order = Map.of("visitor", token, "steps", java.util.List.of(Map.of("id", "o-r", "kind",
                "order", "name", "Paid", "data", Map.of("number", "5522-18"))));
        send("/api/steps?account=chat-web", SHOP, "{\"visitor\": \"" + token + "\", \"forget\": true}");
        HttpResponse<String> refused = apiResponse("POST", "/api/v1/steps", order);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
        assertThat(refused.body()).contains("no-consent");
        assertThat(String.valueOf(api("GET", "/api/v1/customers/" + customer + "/facts", null))).doesNotContain(
                "5522-18");
        visitor(send("/api/steps?account=chat-web", SHOP, step(token, "r2", 1, "{}")));
        assertThat(apiResponse("POST", "/api/v1/steps", order).statusCode()).isEqualTo(204);
        assertThat(String.valueOf(api("GET", "/api/v1/customers/" + customer + "/facts", null))).contains("5522-18");
    }

    /// Another tab of theirs may have sent just before, or tell what it kept when it is closed.
    @Test
    void whatWasOnItsWayWhenTheyTookTheirConsentBackIsNotKept() throws Exception {
        String token = visitor(send("/api/steps?account=chat-web", SHOP, step("", "w1", 2, "{}")));
        String customer = writes(token);
        String late = step(token, "w2", 3, "{}").replace("{\"visitor\"", "{\"consent\": \"c-1\", \"visitor\"");
        send("/api/steps?account=chat-web", SHOP,
                "{\"visitor\": \"" + token + "\", \"consent\": \"c-1\", \"forget\": true}");
        assertThat(send("/api/steps?account=chat-web", SHOP, late).statusCode()).isEqualTo(200);
        assertThat(api("GET", "/api/v1/customers/" + customer + "/steps", null).get("items")).isEmpty();
        assertThat(redis.get(keys.noSteps(token.substring(0, 22)))).doesNotContain("c-1");

        send("/api/steps?account=chat-web", SHOP, late.replace("c-1", "c-2"));
        assertThat(api("GET", "/api/v1/customers/" + customer + "/steps", null).get("items")).hasSize(1);
    }

    @Test
    void anybodyWhoSaysForgetMakesNothingToRemember() throws Exception {
        String made = visitor(send("/api/steps?account=chat-web", SHOP, "{\"visitor\": \"\", \"forget\": true}"));
        assertThat(redis.exists(keys.noSteps(made.substring(0, 22)))).isFalse();
    }

    /// The visitor writes on the chat, and is a customer from then on.
    private String writes(String token) throws Exception {
        String words = "Help me " + UUID.randomUUID();
        intake.accept(Given.chat(new ChannelAddress.Visitor(token.substring(0, 22))).saying(words).build());
        return api("GET", "/api/v1/inbox?view=all", null).get("items").valueStream().filter(
                item -> item.get("preview").asString().equals(words)).findFirst().orElseThrow().get("customer").get(
                        "id").asString();
    }

    @Test
    void anIdOfChanceThatLooksLikeACardsNumberIsAsGoodAsAny() throws Exception {
        String token = visitor(send("/api/steps?account=chat-web", SHOP,
                step("", "9268a9a1-db73-42aa-858c-0be07d1af433", 2, "{}")));
        visitor(send("/api/steps?account=chat-web", SHOP, step(token, "4111111111111111", 3, "{}")));
        JsonNode visit = api("GET", "/api/v1/customers/" + writes(token) + "/steps", null).get("items").get(0);
        assertThat(visit.get("flow").get("step").asInt()).isEqualTo(3);
    }

    /// The id of the step at which a customer stopped.
    private String stoppedAt(String customer) throws Exception {
        return api("GET", "/api/v1/customers/" + customer + "/steps", null).get("items").get(0).get("flow").get(
                "id").asString();
    }

    private static String step(String visitor, String id, int step, String fields) {
        return "{\"visitor\": \"" + visitor + "\", \"steps\": [{\"id\": \"" + id
                + "\", \"kind\": \"form\", \"name\": \"Delivery address\", \"url\": \"" + SHOP
                + "/shop/checkout.html?x=1\", \"data\": {\"flow\": \"checkout\", \"step\": " + step
                + ", \"of\": 4, \"fields\": " + fields + "}}]}";
    }

    private static String visitor(HttpResponse<String> taken) {
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        return JSON.readTree(taken.body()).get("visitor").asString();
    }

    private HttpResponse<String> send(String path, @Nullable String origin, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).header(
                "Content-Type", "text/plain").POST(BodyPublishers.ofString(body));
        if (origin != null) {
            request.header("Origin", origin);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private JsonNode api(String method, String path, @Nullable Object body) throws Exception {
        return Objects.requireNonNull(JSON.readTree(apiResponse(method, path, body).body()));
    }

    private HttpResponse<String> apiResponse(String method, String path, @Nullable Object body) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).header("Authorization",
                "Bearer loper_demo").header("Content-Type", "application/json").method(method, body == null
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(JSON.writeValueAsString(body))).build(),
                BodyHandlers.ofString());
    }
}
