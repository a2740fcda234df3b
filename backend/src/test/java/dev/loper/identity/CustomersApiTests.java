package dev.loper.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.access.Browser.Answer;
import dev.loper.message.ChannelAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomersApiTests extends IdentityApiTest {

    private Answer found(String typed) {
        return lotte().get("/api/v1/customers?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
    }

    private static String customers(String id) {
        return "/api/v1/customers/" + id;
    }

    @Test
    void aCustomerIsFoundByAddressHoweverItIsWrittenByNameAndById() {
        ChannelAddress.Phone phone = somebodysPhone();
        says(Given.sms().from(phone).named("Zoë Quispel-de Wit"));
        String id = customerOf(phone);

        for (String typed : new String[]{phone.value(), phone.value().replace("+31", "0"), "zoe quis", "Wit QUISPEL",
                id}) {
            assertThat(found(typed).body().at("/items/0/id").asString()).as(typed).isEqualTo(id);
        }
        assertThat(found("quispel ada").body().path("items")).isEmpty();
        assertThat(found("").body().path("items")).isEmpty();
        assertThat(found("*").body().path("items")).isEmpty();
    }

    @Test
    void whoWasJoinedIsFoundAsTheCustomerTheyAreNow() {
        ChannelAddress.Phone phone = somebodysPhone();
        ChannelAddress.Email mail = somebodysMail();
        says(Given.sms().from(phone).named("Xavier Eerste"));
        says(Given.mail().from(mail).named("Xaveria Tweede"));
        String stays = customerOf(phone);
        lotte().post(customers(stays) + "/merges", Map.of("with", customerOf(mail)));

        assertThat(
                found(mail.value().toUpperCase(java.util.Locale.ROOT)).body().at("/items/0/id").asString()).isEqualTo(
                        stays);
        assertThat(found("xaveria").body().path("items")).hasSize(1);
    }

    @Test
    void whatIsWrittenDownIsThereAndIsFound() {
        ChannelAddress.Phone phone = somebodysPhone();
        says(Given.sms().from(phone));
        Answer edited = lotte().patch(customers(customerOf(phone)),
                Map.of("name", "Ottilie Vink", "language", "nl", "zone", "Europe/Amsterdam"));

        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.body().path("zone").asString()).isEqualTo("Europe/Amsterdam");
        assertThat(found("ottilie").body().at("/items/0/name").asString()).isEqualTo("Ottilie Vink");
        assertThat(
                lotte().patch(customers(customerOf(phone)), Map.of("zone", "")).body().path("zone").isNull()).isTrue();
        assertThat(lotte().patch(customers(customerOf(phone)), Map.of("zone", "Mars/Base")).type()).endsWith(
                "unknown-zone");
        Map<String, Object> blank = new HashMap<>(Map.of("name", "  "));
        assertThat(lotte().patch(customers(customerOf(phone)), blank).status()).isEqualTo(422);
    }

    @Test
    void suggestionsAreListedAcceptedByAMergeAndRefusedForGood() {
        ChannelAddress.Email mail = somebodysMail();
        ChannelAddress.Email other = somebodysMail();
        says(Given.mail().from(mail).named("Ada Lovelace").saying("Where is order " + mail.value().replaceAll("\\D", "")
                + "93321?"));
        says(Given.mail().from(other).named("A. Lovelace").saying("order " + mail.value().replaceAll("\\D", "")
                + "93321"));

        Answer listed = lotte().get(customers(customerOf(mail)) + "/suggestions");
        assertThat(listed.body().at("/items/0/id").asString()).isEqualTo(customerOf(other));
        assertThat(listed.body().at("/items/0/customer/name").asString()).isEqualTo("A. Lovelace");
        assertThat(listed.body().at("/items/0/evidence/0/kind").asString()).isEqualTo("same-order");
        assertThat(listed.body().at("/items/0/evidence/0/source").asString()).isEqualTo("email");
        assertThat(listed.body().at("/items/0/strength").asString()).isEqualTo("likely");

        assertThat(
                lotte().delete(customers(customerOf(mail)) + "/suggestions/" + customerOf(other)).status()).isEqualTo(
                        204);
        assertThat(lotte().get(customers(customerOf(mail)) + "/suggestions").body().path("items")).isEmpty();
        assertThat(lotte().get(customers(customerOf(other)) + "/suggestions").body().path("items")).isEmpty();
        assertThat(lotte().delete(customers(customerOf(mail)) + "/suggestions/c0000000000").status()).isEqualTo(404);
    }
}
