package dev.loper.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// `GET /api/v1/inbox?q=`: what was said, by its words.
class SearchApiTests extends ApiCase {

    /// Letters only, so that a word of this test alone has no digits to be cut at; each digit its own letter, so that no two
    /// tests come to the same word.
    private final String rare = "zyx" + mark.chars().map(c -> Character.isDigit(c) ? 'g' + c - '0' : c).collect(
            StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);

    @Test
    void aTopicIsFoundByTheWordsOfItsMessagesAndThePassageIsShown() {
        Talk talk = text("The parcel came, but the " + rare + " lamp in it is broken. Who pays for that?");
        text("Something else entirely.");

        JsonNode found = awaitTopics(noor(), rare + " lamp", talk);
        assertThat(found.at("/said/" + talk.topic()).asString()).contains("the " + rare + " lamp in it is broken");
        assertThat(found.at("/items/0/customer/name").asString()).isEqualTo("Ada " + mark);
    }

    @Test
    void everyWordMustBeThereTheLastMayBeBegunAndAccentsDoNotMatter() {
        Talk talk = text("Één " + rare + "poot van de Tafel is geknakt");

        awaitTopics(noor(), "een " + rare + "poo", talk);
        assertThat(topics(noor(), rare + "poot stoel")).isEmpty();
        assertThat(topics(noor(), "\"tafel is geknakt\" " + rare)).containsExactly(talk.topic());
        assertThat(topics(noor(), "\"geknakt tafel\" " + rare)).isEmpty();
        assertThat(topics(noor(), rare + " -tafel")).isEmpty();
    }

    @Test
    void notesAndAnswersAreFoundToo() {
        Talk talk = text();
        noor().does(talk.at("/messages"), answer("We send another " + rare + "."));
        noor().does(talk.at("/notes"), Map.of("topic", talk.topic(), "text",
                "The " + rare + "depot has three left.", "clientId", rare));

        awaitTopics(noor(), rare, talk);
        awaitTopics(noor(), rare + "depot", talk);
    }

    @Test
    void aCustomerIsFoundByTheNameTheyHaveNowWhateverTheySaid() {
        Talk talk = text();
        noor().send("PATCH", "/api/v1/customers/" + talk.customer(), Map.of("name", "Grace " + rare));

        JsonNode found = awaitTopics(noor(), "grace " + rare, talk);
        assertThat(found.get("said").isEmpty()).isTrue();
    }

    @Test
    void resolvedTopicsAreFoundUnlessAViewIsNamedThatTheyAreNotIn() {
        Talk talk = text("The " + rare + " squeaks.");
        noor().does(talk.topicAt("/resolve"), Map.of());

        awaitTopics(noor(), rare, talk);
        assertThat(topics(noor(), rare, "&view=resolved")).containsExactly(talk.topic());
        assertThat(topics(noor(), rare, "&view=all")).isEmpty();
    }

    @Test
    void whatSomebodyMayNotSeeTheyDoNotFind() {
        Talk hidden = in("billing", text("The " + rare + " invoice is wrong."));
        Talk shown = in("orders", text("The " + rare + " parcel is late."));
        awaitTopics(noor(), rare, shown, hidden);

        JsonNode found = awaitTopics(agent("orders"), rare, shown);
        assertThat(found.toString()).doesNotContain(hidden.topic()).doesNotContain("invoice");
    }

    /// An entry that has gone to a topic of another queue is no way to read it there.
    @Test
    void anEntryThatMovedToAHiddenTopicShowsNothingOfItself() {
        Talk talk = in("orders", text("The parcel is late."));
        String secret = intake.accept(
                Given.sms().from(talk.from()).saying("My iban is " + rare + ".").build()).entry().value();
        awaitTopics(noor(), rare, talk);
        String moved = noor().does(talk.at("/entries/" + secret + "/move"), Map.of("topic", "new")).at(
                "/topic/id").asString();
        noor().send("POST", "/api/v1/topics/" + moved + "/queue", Map.of("queue", "billing"));

        Caller orders = agent("orders");
        assertThat(orders.read("/api/v1/inbox?q=" + rare).toString()).doesNotContain(rare);
        eventually(() -> topics(noor(), rare).equals(List.of(moved)) ? true : null);
        assertThat(topics(orders, rare)).isEmpty();
    }

    @Test
    void whatWasTakenBackIsNotFound() {
        Talk talk = text();
        JsonNode said = noor().does(talk.at("/messages"), answer("The " + rare + " is free."));
        awaitTopics(noor(), rare, talk);

        noor().does(talk.at("/entries/" + said.get("id").asString() + "/withdraw"), Map.of());

        eventually(() -> topics(noor(), rare).isEmpty() ? true : null);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() {
        List<String> all = new ArrayList<>();
        List<Talk> talks = new ArrayList<>();
        for (int i = 0; i < 53; i++) {
            talks.add(text("Number " + i + " of the " + rare + "s."));
        }
        talks.forEach(talk -> {
            intake.accept(Given.sms().from(talk.from()).saying("Again about the " + rare + "s.").build());
            all.addFirst(talk.topic());
        });
        eventually(() -> pages(rare + "s").equals(all) ? true : null);
    }

    private List<String> pages(String words) {
        List<String> read = new ArrayList<>();
        String cursor = "";
        while (true) {
            JsonNode page = noor().read("/api/v1/inbox?q=" + words + cursor);
            read.addAll(ids(page));
            if (page.get("next").isNull()) {
                return read;
            }
            cursor = "&cursor=" + encoded(page.get("next"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "*", "-", "a*", "+((", "AND OR NOT", "\\", "text:*", "[a TO z]", "/a+/", "~2",
            "\u0000", "👍"})
    void whateverIsTypedIsAQuestionAndNeverAnError(String typed) {
        assertThat(
                noor().get("/api/v1/inbox?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8)).status()).isEqualTo(
                        200);
    }

    @Test
    void tooMuchAndUnknownPlacesAreRefused() {
        refused(noor().get("/api/v1/inbox?q=" + "a".repeat(201)), 422, "too-long", "q");
        refused(noor().get("/api/v1/inbox?q=lamp&cursor=nonsense"), 400, "unknown-cursor", "cursor");
        refused(noor().get("/api/v1/inbox?q=lamp&view=everything"), 422, "unknown-view", "view");
    }

    /// The index follows what happens; a moment later these are what is found.
    private static JsonNode awaitTopics(Caller caller, String words, Talk... talks) {
        List<String> wanted = List.of(talks).stream().map(Talk::topic).toList();
        return eventually(() -> {
            JsonNode page = caller.read("/api/v1/inbox?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
            return ids(page).equals(wanted) ? page : null;
        });
    }

    private static List<String> topics(Caller caller, String words) {
        return topics(caller, words, "");
    }

    private static List<String> topics(Caller caller, String words, String more) {
        return ids(caller.read("/api/v1/inbox?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + more));
    }

    private static List<String> ids(JsonNode page) {
        return list(page.get("items")).stream().map(row -> row.at("/topic/id").asString()).toList();
    }
}
