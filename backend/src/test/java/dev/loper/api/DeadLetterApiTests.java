package dev.loper.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.access.Browser.Answer;
import dev.loper.channel.DeadLetters;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// `/api/v1/dead-letters`: what could not be taken in.
class DeadLetterApiTests extends ApiCase {

    @Autowired
    DeadLetters letters;

    @Test
    void aLetterIsListedAndReadWhole() {
        String raw = "From: nobody\r\n\r\n" + mark;
        keep("email-support", ChannelKind.EMAIL, raw);
        JsonNode letter = newest();
        assertThat(letter.get("account").asString()).isEqualTo("email-support");
        assertThat(letter.get("channel").asString()).isEqualTo("email");
        assertThat(letter.get("reason").asString()).isEqualTo("It cannot be read.");
        assertThat(letter.get("attempts").asInt()).isZero();
        assertThat(letter.get("size").asInt()).isEqualTo(raw.length());
        JsonNode whole = noor().read("/api/v1/dead-letters/" + letter.get("id").asString());
        assertThat(whole.get("raw").asString()).isEqualTo(raw);
        assertThat(whole.get("letter")).isEqualTo(letter);
    }

    @Test
    void whatCanBeReadNowIsTakenInAndLeavesTheList() {
        String ada = "ada." + mark + "@example.org";
        keep("email-support", ChannelKind.EMAIL, "From: Ada <" + ada
                + ">\r\nTo: support@loper.test\r\nSubject: A lamp\r\n\r\nIs it in stock?\r\n");
        String id = newest().get("id").asString();
        JsonNode replayed = noor().does("/api/v1/dead-letters/" + id + "/replay", Map.of());
        assertThat(replayed.get("outcome").asString()).isEqualTo("stored");
        assertThat(replayed.get("entry").asString()).isNotEmpty();
        refused(noor().get("/api/v1/dead-letters/" + id), 404, "not-found");
        refused(noor().post("/api/v1/dead-letters/" + id + "/replay", null), 404, "not-found");
    }

    @Test
    void whatStillCannotBeReadStaysWithOneMoreAttempt() {
        keep("email-support", ChannelKind.EMAIL, "Subject: from nobody " + mark + "\r\n\r\nx");
        String id = newest().get("id").asString();
        refused(noor().post("/api/v1/dead-letters/" + id + "/replay", null), 422, "still-unreadable");
        JsonNode letter = noor().read("/api/v1/dead-letters/" + id).get("letter");
        assertThat(letter.get("attempts").asInt()).isEqualTo(1);
        assertThat(letter.get("reason").asString()).isEqualTo("The mail does not say who sent it.");
    }

    @Test
    void whyALetterCannotBeReadIsSaidInWordsForPeople() {
        for (String raw : List.of("{\"visitor\": [" + mark, "{\"visitor\":{\"" + mark + "\":1}}", "null" + mark, "[]",
                "{}")) {
            keep("chat-web", ChannelKind.CHAT, raw);
            Answer refusal = noor().post("/api/v1/dead-letters/" + newest().get("id").asString() + "/replay", null);
            refused(refusal, 422, "still-unreadable");
            assertThat(refusal.detail()).isEqualTo(
                    "It still cannot be read. It is not a chat message as the widget sends one.");
            assertThat(newest().get("reason").asString()).doesNotContain("jackson", "ChatLetter");
        }
    }

    @Test
    void aLetterOfAChannelThatIsNotConnectedWaits() {
        keep("messenger-main", ChannelKind.MESSENGER, "a message " + mark);
        refused(noor().post("/api/v1/dead-letters/" + newest().get("id").asString() + "/replay", null), 409,
                "channel-off");
    }

    @Test
    void aLetterIsDiscardedOnce() {
        keep("sms-main", ChannelKind.SMS, "Body=" + mark);
        String id = newest().get("id").asString();
        assertThat(noor().send("DELETE", "/api/v1/dead-letters/" + id, null).status()).isEqualTo(204);
        refused(noor().send("DELETE", "/api/v1/dead-letters/" + id, null), 404, "not-found");
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < 103; i++) {
            keep("sms-main", ChannelKind.SMS, "Body=" + mark + i);
            kept.add(newest().get("id").asString());
        }
        JsonNode page = noor().read("/api/v1/dead-letters");
        List<String> read = new ArrayList<>(ids(page));
        // What leaves the list in between moves nothing out of the pages that follow.
        noor().send("DELETE", "/api/v1/dead-letters/" + read.getFirst(), null);
        while (!page.get("next").isNull()) {
            page = noor().read("/api/v1/dead-letters?cursor=" + encoded(page.get("next")));
            read.addAll(ids(page));
        }
        assertThat(read).doesNotHaveDuplicates().containsAll(kept);
    }

    private void keep(String account, ChannelKind channel, String raw) {
        letters.keep(new AccountId(account), channel, raw.getBytes(StandardCharsets.UTF_8), Map.of(),
                "It cannot be read.");
    }

    private JsonNode newest() {
        return noor().read("/api/v1/dead-letters").get("items").get(0);
    }

    private static List<String> ids(JsonNode page) {
        return list(page.get("items")).stream().map(letter -> letter.get("id").asString()).toList();
    }
}
