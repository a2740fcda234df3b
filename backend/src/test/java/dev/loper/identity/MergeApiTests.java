package dev.loper.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.access.Browser.Answer;
import dev.loper.message.ChannelAddress;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MergeApiTests extends IdentityApiTest {

    private final ChannelAddress.Phone phone = somebodysPhone();
    private final ChannelAddress.Email mail = somebodysMail();
    private String phones = "";
    private String mails = "";

    @BeforeEach
    void somebodyWritesTwice() {
        says(Given.sms().from(phone).named("Ada").saying("Where is my lamp?"));
        says(Given.mail().from(mail).named("A. Lovelace").saying("Any news of my lamp?"));
        phones = customerOf(phone);
        mails = customerOf(mail);
    }

    @Test
    void aPreviewShowsWhatDiffersAndWritesNothing() {
        Answer preview = lotte().post(merges(phones), Map.of("with", mails, "preview", true));

        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.body().path("id").isNull()).isTrue();
        assertThat(preview.body().at("/preview/conflicts/0/field").asString()).isEqualTo("name");
        assertThat(preview.body().at("/preview/conflicts/0/chosen").asString()).isEqualTo(phones);
        assertThat(preview.body().at("/preview/topics/with").asInt()).isEqualTo(1);
        assertThat(customerOf(mail)).isEqualTo(mails);
    }

    @Test
    void aMergeIsOneCustomerWithWhatWasChosenAndTheAuditTells() {
        Answer merged = lotte().post(merges(phones), Map.of("with", mails, "choices", Map.of("name", mails)));

        assertThat(merged.status()).isEqualTo(201);
        assertThat(merged.body().at("/customer/name").asString()).isEqualTo("A. Lovelace");
        assertThat(merged.body().at("/customer/identities")).hasSize(2);
        assertThat(lotte().get("/api/v1/customers/" + mails).body().path("id").asString()).isEqualTo(phones);
        assertThat(lotte().get("/api/v1/audit").body().at("/items/0/what").asString()).isEqualTo("customers-merged");
    }

    @Test
    void theSameMergeAgainIsTheSameMerge() {
        String first = merge();
        Answer again = lotte().post(merges(phones), Map.of("with", mails));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().path("id").asString()).isEqualTo(first);
    }

    @Test
    void oldAddressesOfConversationTimelineAndEntriesGoOnWorking() {
        String conversation = customers.find(
                new dev.loper.message.CustomerId(mails)).orElseThrow().conversation().value();
        merge();

        Answer found = lotte().get("/api/v1/conversations/" + conversation);
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.body().path("id").asString()).isEqualTo(
                customers.find(new dev.loper.message.CustomerId(phones)).orElseThrow().conversation().value());
        assertThat(found.body().path("topics")).hasSize(2);
        assertThat(lotte().get("/api/v1/conversations/" + conversation + "/entries").body().path("items")).hasSize(3);
    }

    @Test
    void undoingIsShownFirstAndThenDone() {
        String merge = merge();
        says(Given.mail().from(mail).saying("Hello?"));

        Answer preview = lotte().get(merges(phones) + "/" + merge);
        assertThat(preview.body().at("/undo/exact").asBoolean()).isFalse();
        assertThat(preview.body().at("/undo/since").asInt()).isEqualTo(1);
        assertThat(preview.body().at("/undo/goes/addresses/0").asString()).isEqualTo(mail.value());
        assertThat(preview.body().at("/undo/goes/entries").asLong()).isEqualTo(2);

        Answer undone = lotte().delete(merges(phones) + "/" + merge);
        assertThat(undone.status()).isEqualTo(200);
        assertThat(undone.body().at("/customer/id").asString()).isEqualTo(phones);
        assertThat(undone.body().at("/apart/id").asString()).isEqualTo(mails);
        assertThat(lotte().delete(merges(phones) + "/" + merge).status()).isEqualTo(200);
        assertThat(lotte().get("/api/v1/customers/" + mails).body().path("identities")).hasSize(1);
        assertThat(lotte().get(merges(phones) + "/" + merge).body().at("/merge/undone/by").asString()).isNotEmpty();
    }

    @Test
    void takingThemApartSaysWhatIsPromisedInTheHalfThatGoes() {
        promisedIn(says(Given.sms().from(phone).saying("Before four, please")), phone);
        promisedIn(says(Given.mail().from(mail).saying("Before five, please")), mail);
        String merge = merge();

        assertThat(lotte().get(merges(phones) + "/" + merge).body().at("/undo/promises").asInt()).isEqualTo(1);
    }

    @Test
    void theMergesThatHoldAreListed() {
        String merge = merge();
        assertThat(lotte().get(merges(mails)).body().at("/items/0/id").asString()).isEqualTo(merge);
        lotte().delete(merges(phones) + "/" + merge);
        assertThat(lotte().get(merges(phones)).body().path("items")).isEmpty();
    }

    @Test
    void whoIsNotThereOrTheSameOrNotOneOfTheTwoIsRefused() {
        assertThat(lotte().post(merges(phones), Map.of("with", "nobody")).status()).isEqualTo(404);
        assertThat(lotte().post(merges(phones), Map.of("with", phones)).type()).endsWith("same-customer");
        assertThat(lotte().post(merges(phones), Map.of("with", mails, "choices", Map.of("name", "x"))).type()).endsWith(
                "unknown-choice");
        assertThat(lotte().delete(merges(phones) + "/m0").status()).isEqualTo(404);
    }

    @Test
    void aMergeOfOthersIsNotToBeUndoneHere() {
        String merge = merge();
        ChannelAddress.Phone stranger = somebodysPhone();
        says(Given.sms().from(stranger));
        assertThat(lotte().delete(merges(customerOf(stranger)) + "/" + merge).status()).isEqualTo(404);
    }

    private String merge() {
        return lotte().post(merges(phones), Map.of("with", mails)).body().path("id").asString();
    }

    private static String merges(String customer) {
        return "/api/v1/customers/" + customer + "/merges";
    }
}
