package dev.loper.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.access.Browser.Answer;
import dev.loper.conversation.Appended;
import dev.loper.message.ChannelAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two people who were taken for one: by phone and by mail, and one matter of hers on his phone.
class SplitApiTests extends IdentityApiTest {

    private final ChannelAddress.Phone phone = somebodysPhone();
    private final ChannelAddress.Email mail = somebodysMail();
    private String path = "";
    private String byPhone = "";

    @BeforeEach
    void twoAreOne() {
        Appended.Stored stored = says(Given.sms().from(phone).named("Ada").saying("By phone"));
        byPhone = stored.topic().value();
        says(Given.mail().from(mail).named("Grace").saying("By mail"));
        path = "/api/v1/customers/" + customerOf(phone);
        lotte().post(path + "/merges", Map.of("with", customerOf(mail)));
    }

    @Test
    void addressesAndATopicGoAndComeBackTogether() {
        Map<String, Object> cut = Map.of("identities", List.of(mail.key()), "topics", List.of(byPhone), "name",
                "Grace");
        Answer split = lotte().post(path + "/splits", cut);
        assertThat(split.status()).isEqualTo(201);
        assertThat(split.body().at("/apart/name").asString()).isEqualTo("Grace");
        String apart = "/api/v1/conversations/" + split.body().at("/apart/conversation").asString();
        assertThat(lotte().get(apart).body().path("topics")).hasSize(2);

        assertThat(lotte().delete(path + "/splits/" + split.body().path("id").asString()).status()).isEqualTo(200);
        assertThat(lotte().get(path).body().path("identities")).hasSize(2);
        String all = "/api/v1/conversations/" + lotte().get(path).body().path("conversation").asString();
        assertThat(lotte().get(all).body().path("topics")).hasSize(2);
        assertThat(customerOf(mail)).isEqualTo(customerOf(phone));
    }

    @Test
    void aPreviewSaysWhatGoesAndWritesNothing() {
        Answer preview = lotte().post(path + "/splits", Map.of("identities", List.of(mail.key()), "preview", true));
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.body().path("preview")).hasSize(2).anySatisfy(topic -> {
            assertThat(topic.path("goes").asLong()).isPositive();
        }).anySatisfy(topic -> {
            assertThat(topic.path("topic").asString()).isEqualTo(byPhone);
            assertThat(topic.path("goes").asLong()).isZero();
        });
        assertThat(lotte().get(path).body().path("identities")).hasSize(2);
    }

    @Test
    void thePreviewSaysThatWhatIsPromisedGoesAlong() {
        Appended.Stored said = says(Given.mail().from(mail).saying("And one more thing"));
        promisedIn(said, mail);

        assertThat(preview(Map.of("identities", List.of(mail.key())), said)).isEqualTo(1);
        assertThat(preview(Map.of("identities", List.of(phone.key())), said)).isZero();
        assertThat(preview(Map.of("topics", List.of(said.topic().value())), said)).isEqualTo(1);
    }

    private int preview(Map<String, Object> cut, Appended.Stored in) {
        Map<String, Object> asked = new java.util.HashMap<>(cut);
        asked.put("preview", true);
        return lotte().post(path + "/splits", asked).body().path("preview").valueStream().filter(
                topic -> topic.path("topic").asString().equals(in.topic().value())).findFirst().orElseThrow().path(
                        "promises").asInt();
    }

    @Test
    void whatCannotBeSplitSaysWhy() {
        assertThat(lotte().post(path + "/splits", Map.of()).type()).endsWith("what-to-split");
        assertThat(lotte().post(path + "/splits",
                Map.of("identities", List.of(mail.key(), phone.key()))).type()).endsWith("only-address");
        assertThat(lotte().post(path + "/splits", Map.of("topics", List.of("0000000000000000"))).type()).endsWith(
                "unknown-topic");
        assertThat(lotte().delete(path + "/splits/g-none").status()).isEqualTo(404);
    }
}
