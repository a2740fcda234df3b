package dev.loper.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.access.Browser.Answer;
import dev.loper.message.ChannelAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DetachApiTests extends IdentityApiTest {

    private final ChannelAddress.Phone phone = somebodysPhone();
    private final ChannelAddress.Email mail = somebodysMail();
    private String path = "";

    @BeforeEach
    void somebodyWasJoinedToSomebodyElse() {
        says(Given.sms().from(phone).named("Ada"));
        says(Given.mail().from(mail).named("Grace"));
        path = "/api/v1/customers/" + customerOf(phone);
        lotte().post(path + "/merges", Map.of("with", customerOf(mail)));
    }

    @Test
    void anAddressIsTakenOffAndGivenBack() {
        Answer detached = lotte().post(path + "/detachments", Map.of("identities", List.of(mail.key())));
        assertThat(detached.status()).isEqualTo(201);
        assertThat(detached.body().at("/apart/name").asString()).isEqualTo("Grace");
        assertThat(detached.body().at("/customer/identities")).hasSize(1);

        String one = path + "/detachments/" + detached.body().path("id").asString();
        assertThat(lotte().get(one).body().at("/undo/exact").asBoolean()).isTrue();
        assertThat(lotte().delete(one).status()).isEqualTo(200);
        assertThat(lotte().get(path).body().path("identities")).hasSize(2);
        assertThat(lotte().get("/api/v1/audit").body().at("/items/0/what").asString()).isEqualTo("detachment-undone");
    }

    @Test
    void whatCannotBeTakenOffSaysWhy() {
        assertThat(lotte().post(path + "/detachments",
                Map.of("identities", List.of(mail.key(), phone.key()))).type()).endsWith(
                        "only-address");
        assertThat(lotte().post(path + "/detachments",
                Map.of("identities", List.of("email:x@example.com"))).status()).isEqualTo(
                        404);
        assertThat(lotte().post(path + "/detachments", Map.of("identities", List.of())).status()).isEqualTo(422);
    }

    @Test
    void anAddressIsMarkedAsShared() {
        Answer shared = lotte().send("PUT", path + "/shared-identities",
                Map.of("identity", mail.key(), "shared", true));
        assertThat(shared.status()).isEqualTo(200);
        assertThat(shared.body().path("identities").valueStream().filter(
                identity -> identity.path("shared").asBoolean())).hasSize(1);
        assertThat(lotte().send("PUT", path + "/shared-identities",
                Map.of("identity", "email:no@example.com", "shared", true)).status()).isEqualTo(404);
    }
}
