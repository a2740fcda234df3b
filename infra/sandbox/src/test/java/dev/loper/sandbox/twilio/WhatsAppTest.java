package dev.loper.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;

import dev.loper.sandbox.SandboxTest;

import org.junit.jupiter.api.Test;

class WhatsAppTest extends SandboxTest {

    private static final String HOOK = "/hooks/twilio/whatsapp-main/message";

    @Test
    void freeTextToSomebodyWhoNeverWroteFailsWith63016() {
        answerEva("Body", "Hello");

        await().until(() -> product.states(news).contains("failed"));
        assertThat(product.states(news)).containsExactly("queued", "failed");
        assertThat(product.heard(news).getLast().form()).containsEntry("ErrorCode", "63016");
    }

    @Test
    void freeTextInsideTheWindowIsDelivered() {
        evaWrites("{\"channel\":\"whatsapp\",\"text\":\"Hi\"}");
        answerEva("Body", "Hello");

        await().until(() -> product.states(news).size() == 3);
        assertThat(product.states(news)).containsExactly("queued", "sent", "delivered");
    }

    @Test
    void aWindowCanBeOpenedForSomebodyWhoWroteElsewhere() {
        post("/api/phones/" + EVA + "/whatsapp-window/open", "");
        answerEva("Body", "Hello");

        await().until(() -> product.states(news).contains("delivered"));
    }

    @Test
    void aClosedWindowLetsOnlyTemplatesThrough() {
        evaWrites("{\"channel\":\"whatsapp\",\"text\":\"Hi\"}");
        post("/api/phones/" + EVA + "/whatsapp-window/close", "");
        answerEva("ContentSid", "HX00000000000000000000000000000001", "ContentVariables", "{\"1\":\"Eva\"}");

        await().until(() -> product.states(news).contains("delivered"));
        assertThat(get("/api/phones/" + EVA + "/messages").body()).contains("Hello Eva, we have news");
        answerEva("Body", "Hello");
        await().until(() -> product.states(news).contains("failed"));
    }

    @Test
    void whatThePhoneShowsBecomesRead() {
        evaWrites("{\"channel\":\"whatsapp\",\"text\":\"Hi\"}");
        answerEva("Body", "Hello");
        await().until(() -> product.states(news).contains("delivered"));

        post("/api/phones/" + EVA + "/read", "");

        await().until(() -> product.states(news).contains("read"));
        assertThat(product.heard(news).getLast().form()).containsEntry("EventType", "READ");
    }

    @Test
    void anInboundMessageCarriesNameAndWaId() {
        evaWrites("{\"channel\":\"whatsapp\",\"text\":\"Hé, is Noor er nog?\"}");

        Map<String, String> form = product.heard(HOOK).getFirst().form();
        assertThat(form).containsEntry("ProfileName", "Eva Lindeman").containsEntry("WaId",
                "31612345601").containsEntry("From", "whatsapp:" + EVA).containsEntry("To", WHATSAPP).containsEntry(
                        "Body", "Hé, is Noor er nog?").containsEntry("NumMedia", "0").containsEntry("AccountSid",
                                ACCOUNT).containsEntry("SmsStatus", "received");
        assertThat(product.heard(HOOK).getFirst().signature()).isEqualTo(
                TwilioSignature.of(TOKEN, product.url() + HOOK, form));
    }

    @Test
    void aReplyNamesTheMessageItAnswers() {
        evaWrites("{\"channel\":\"whatsapp\",\"text\":\"Hi\"}");
        String sid = read(answerEva("Body", "Which order?")).get("sid").asString();
        product.forget();

        evaWrites("{\"channel\":\"whatsapp\",\"text\":\"4711-82\",\"replyTo\":\"" + sid + "\"}");

        assertThat(product.heard(HOOK).getFirst().form()).containsEntry("OriginalRepliedMessageSid", sid).containsEntry(
                "OriginalRepliedMessageSender", WHATSAPP);
    }

    private void evaWrites(String message) {
        assertThat(post("/api/phones/" + EVA + "/messages?wait=true", message).status()).isEqualTo(201);
    }

    private Answer answerEva(String... content) {
        String[] fields = {"To", "whatsapp:" + EVA, "From", WHATSAPP, "StatusCallback", product.url() + news};
        String[] all = java.util.Arrays.copyOf(fields, fields.length + content.length);
        System.arraycopy(content, 0, all, fields.length, content.length);
        return twilio("POST", "/Messages.json", all);
    }
}
