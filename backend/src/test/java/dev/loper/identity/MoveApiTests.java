package dev.loper.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.access.Browser.Answer;
import dev.loper.conversation.Appended;
import dev.loper.message.ChannelAddress;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MoveApiTests extends IdentityApiTest {

    private final ChannelAddress.Phone phone = somebodysPhone();
    private final ChannelAddress.Email mail = somebodysMail();
    private String path = "";
    private String topic = "";
    private String entry = "";

    @BeforeEach
    void twoPeopleWrite() {
        Appended.Stored stored = says(Given.sms().from(phone).named("Ada").saying("For Grace"));
        says(Given.mail().from(mail).named("Grace"));
        path = "/api/v1/conversations/" + stored.conversation() + "/moves";
        topic = stored.topic().value();
        entry = stored.entry().value();
    }

    @Test
    void aTopicIsGivenToAnotherCustomerAndTakenBack() {
        Answer moved = lotte().post(path, Map.of("topic", topic, "customer", customerOf(mail), "why", "Grace asked"));
        assertThat(moved.status()).isEqualTo(201);
        assertThat(moved.body().path("topic").asString()).isEqualTo(topic);
        assertThat(moved.body().at("/receiver/name").asString()).isEqualTo("Grace");

        String grace = "/api/v1/conversations/" + moved.body().at("/receiver/conversation").asString();
        assertThat(
                lotte().get(grace + "/entries?topic=" + topic).body().at("/items/0/event/kind").asString()).isEqualTo(
                        "moved-here");
        assertThat(lotte().get(grace + "/entries?topic=" + topic).body().at("/items/0/text").asString()).isEqualTo(
                "Grace asked");
        String one = grace + "/moves/" + moved.body().path("id").asString();
        assertThat(lotte().get(one).body().at("/undo/exact").asBoolean()).isTrue();
        assertThat(lotte().delete(one).status()).isEqualTo(200);
        assertThat(lotte().get(grace + "/entries?topic=" + topic).body().path("items")).isEmpty();
        assertThat(lotte().get("/api/v1/audit").body().at("/items/0/what").asString()).isEqualTo("move-undone");
    }

    @Test
    void bothCustomersListWhatWentAndWhatCameUntilItIsTakenBack() {
        String adas = path.replace("/moves", "");
        Answer moved = lotte().post(path, Map.of("topic", topic, "customer", customerOf(mail)));
        String graces = "/api/v1/conversations/" + moved.body().at("/receiver/conversation").asString();

        assertThat(lotte().get(adas + "/moves").body().path("items")).singleElement().satisfies(line -> {
            assertThat(line.path("away").asBoolean()).isTrue();
            assertThat(line.path("title").asString()).isEqualTo("For Grace");
            assertThat(line.at("/move/to/name").asString()).isEqualTo("Grace");
        });
        assertThat(lotte().get(graces + "/moves").body().path("items")).singleElement().satisfies(line -> {
            assertThat(line.path("away").asBoolean()).isFalse();
            assertThat(line.at("/move/from/name").asString()).isEqualTo("Ada");
        });

        lotte().delete(graces + "/moves/" + moved.body().path("id").asString());
        assertThat(lotte().get(adas + "/moves").body().path("items")).isEmpty();
        assertThat(lotte().get(graces + "/moves").body().path("items")).isEmpty();
    }

    @Test
    void takingItBackSaysThatWhatIsPromisedComesAlong() {
        Appended.Stored said = says(Given.sms().from(phone).saying("And before four, please"));
        promisedIn(said, phone);
        Answer moved = lotte().post(path, Map.of("topic", topic, "customer", customerOf(mail)));

        String one = "/api/v1/conversations/" + moved.body().at("/receiver/conversation").asString() + "/moves/"
                + moved.body().path("id").asString();
        assertThat(lotte().get(one).body().at("/undo/promises").asInt()).isEqualTo(1);
    }

    @Test
    void anEntryIsGivenToANewCustomer() {
        says(Given.sms().from(phone).saying("For Ada herself"));
        Answer moved = lotte().post(path, Map.of("entry", entry, "name", "Bob"));
        assertThat(moved.status()).isEqualTo(201);
        assertThat(moved.body().at("/receiver/name").asString()).isEqualTo("Bob");
        assertThat(moved.body().path("topic").asString()).isNotEmpty().isNotEqualTo(topic);
        assertThat(moved.body().at("/receiver/identities/0/value").asString()).isEqualTo(phone.value());
    }

    @Test
    void whatCannotBeMovedSaysWhy() {
        assertThat(lotte().post(path, Map.of("customer", customerOf(mail))).type()).endsWith("what-to-move");
        assertThat(lotte().post(path, Map.of("topic", topic, "entry", entry)).type()).endsWith("what-to-move");
        assertThat(lotte().post(path, Map.of("topic", topic, "customer", customerOf(phone))).type()).endsWith(
                "same-customer");
        assertThat(lotte().post(path, Map.of("topic", topic, "customer", "c-nobody")).status()).isEqualTo(404);
        assertThat(lotte().post(path, Map.of("topic", "0000000000000000")).type()).endsWith("unknown-topic");
        assertThat(lotte().post(path, Map.of("entry", "0000000000000000")).status()).isEqualTo(404);
        assertThat(lotte().delete(path + "/g-none").status()).isEqualTo(404);
        assertThat(lotte().post("/api/v1/conversations/v-none/moves", Map.of("topic", topic)).status()).isEqualTo(404);
    }
}
