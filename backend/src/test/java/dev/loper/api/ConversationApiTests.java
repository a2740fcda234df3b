package dev.loper.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// `GET /api/v1/conversations/{id}`, its entries, and its customer.
class ConversationApiTests extends ApiCase {

    @Test
    void aConversationIsItsCustomerAndItsTopics() {
        Talk talk = text("My lamp flickers");
        JsonNode conversation = noor().read(talk.at(""));

        assertThat(conversation.propertyNames()).contains("id", "customer", "topics", "live");
        assertThat(conversation.get("id").asString()).isEqualTo(talk.conversation());
        assertThat(conversation.at("/customer/id").asString()).isEqualTo(talk.customer());
        JsonNode topic = conversation.get("topics").get(0);
        assertThat(topic.get("title").asString()).isEqualTo("My lamp flickers");
        assertThat(topic.get("status").asString()).isEqualTo("open");
        assertThat(topic.get("channel").asString()).isEqualTo("sms");
    }

    @Test
    void aCustomerHasTheAddressesTheyWroteFrom() {
        Talk talk = text();
        JsonNode customer = noor().read("/api/v1/customers/" + talk.customer());

        assertThat(customer.propertyNames()).contains("id", "name", "conversation", "language", "zone", "identities");
        assertThat(customer.get("conversation").asString()).isEqualTo(talk.conversation());
        JsonNode identity = customer.get("identities").get(0);
        assertThat(identity.get("kind").asString()).isEqualTo("phone");
        assertThat(identity.get("value").asString()).isEqualTo(talk.from().value());
        assertThat(identity.get("level").asString()).isEqualTo("observed");
        assertThat(identity.get("shared").asBoolean()).isFalse();
        assertThat(identity.get("id").asString()).isNotEmpty();
    }

    @Test
    void anEntryTellsWhoWroteWhatWhereAndWhen() {
        Talk talk = mail("A lamp, " + mark, "Is it in stock?");
        JsonNode entry = entries(talk).getFirst();

        assertThat(entry.propertyNames()).contains("id", "type", "topic", "channel", "account", "direction", "from",
                "to", "cc", "text", "html", "author", "at", "sentAt", "delivery", "attachments");
        assertThat(entry.get("id").asString()).isEqualTo(talk.entry());
        assertThat(entry.get("type").asString()).isEqualTo("message");
        assertThat(entry.get("topic").asString()).isEqualTo(talk.topic());
        assertThat(entry.get("channel").asString()).isEqualTo("email");
        assertThat(entry.get("account").asString()).isEqualTo("email-support");
        assertThat(entry.get("direction").asString()).isEqualTo("in");
        assertThat(entry.get("from").asString()).isEqualTo(talk.from().value());
        assertThat(entry.get("text").asString()).isEqualTo("Is it in stock?");
        assertThat(entry.at("/author/kind").asString()).isEqualTo("customer");
        assertThat(entry.at("/author/name").asString()).isEqualTo("Ada " + mark);
        assertThat(entry.get("delivery").isNull()).isTrue();
    }

    @Test
    void olderPagesFollowWithoutGapOrRepeat() {
        Talk talk = text("0");
        List<String> all = new ArrayList<>(List.of(talk.entry()));
        for (int i = 1; i < 53; i++) {
            all.addFirst(intake.accept(Given.sms().from(talk.from()).saying("" + i).build()).entry().value());
        }
        JsonNode newest = noor().read(talk.at("/entries"));
        assertThat(newest.get("items")).hasSize(50);
        JsonNode older = noor().read(talk.at("/entries?before=" + newest.get("next").asString()));

        assertThat(older.get("next").isNull()).isTrue();
        List<String> read = new ArrayList<>(ids(newest));
        read.addAll(ids(older));
        assertThat(read).containsExactlyElementsOf(all);
    }

    @Test
    void oneTopicsEntriesCanBeReadAlone() {
        Talk talk = text("The first matter");
        String second = intake.accept(
                Given.sms().from(talk.from()).saying("The second matter").build()).entry().value();
        String topic = noor().does(talk.at("/entries/" + second + "/move"), Map.of("topic", "new")).at(
                "/topic/id").asString();

        assertThat(ids(noor().read(talk.at("/entries?topic=" + topic)))).containsExactly(second);
        assertThat(ids(noor().read(talk.at("/entries?topic=" + talk.topic())))).containsExactly(talk.entry());
        assertThat(ids(noor().read(talk.at("/entries")))).contains(second, talk.entry());
        refused(noor().get(talk.at("/entries?topic=nonsense")), 404, "not-found");
    }

    @Test
    void whatIsNotThereIsAProblemWithASentence() {
        for (String path : List.of("/api/v1/conversations/nobody", "/api/v1/conversations/nobody/entries",
                "/api/v1/customers/nobody", "/api/v1/conversations/nobody/reply-options",
                "/api/v1/conversations/nobody/promises")) {
            refused(noor().get(path), 404, "not-found");
        }
    }

    @Test
    void theWaysToAnswerSayWhichCanBeUsedAndWhyOthersCannot() {
        Talk talk = text();
        JsonNode ways = noor().read(talk.at("/reply-options?topic=" + talk.topic()));

        JsonNode preferred = ways.get("options").get(ways.get("preferred").asInt());
        assertThat(preferred.get("channel").asString()).isEqualTo("sms");
        assertThat(preferred.get("available").asBoolean()).isTrue();
        assertThat(preferred.at("/to/value").asString()).isEqualTo(talk.from().value());
        JsonNode mail = list(ways.get("options")).stream().filter(
                way -> way.get("channel").asString().equals("email")).findFirst().orElseThrow();
        assertThat(mail.get("available").asBoolean()).isFalse();
        assertThat(mail.get("reason").asString()).isEqualTo("no-address");
        assertThat(mail.get("reasonText").asString()).endsWith(".");
        assertThat(noor().read("/api/v1/channel-accounts").get("items")).isNotEmpty();
    }

    private static List<String> ids(JsonNode page) {
        return list(page.get("items")).stream().map(entry -> entry.get("id").asString()).toList();
    }
}
