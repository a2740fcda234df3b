package dev.loper.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loper.sandbox.SandboxTest;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;

class MediaTest extends SandboxTest {

    @Test
    void aPictureArrivesOnThePhone() {
        String sid = sendPicture(product.file("rug.png", "image/png", 1000));

        await().until(() -> "delivered".equals(status(sid)));
        JsonNode shown = read(get("/api/phones/" + EVA + "/messages")).get("items").get(0).get("media").get(0);
        assertThat(get(shown.get("url").asString()).whole().body()).hasSize(1000);
        assertThat(sid).startsWith("MM");
    }

    @Test
    void aPictureThatIsNotThereFailsTheMessage() {
        String sid = sendPicture(product.url() + "/files/missing.png");

        await().until(() -> "failed".equals(status(sid)));
        assertThat(read(twilio("GET", "/Messages/" + sid + ".json")).get("error_code").asInt()).isEqualTo(11200);
    }

    @Test
    void aPictureOfMoreThanFiveMegabytesFailsTheMessage() {
        String sid = sendPicture(product.file("huge.png", "image/png", (5 << 20) + 1));

        await().until(() -> "failed".equals(status(sid)));
        assertThat(read(twilio("GET", "/Messages/" + sid + ".json")).get("error_code").asInt()).isEqualTo(11751);
    }

    @Test
    void aWebPageIsNoPicture() {
        String sid = sendPicture(product.file("page.html", "text/html", 10));

        await().until(() -> "failed".equals(status(sid)));
        assertThat(read(twilio("GET", "/Messages/" + sid + ".json")).get("error_code").asInt()).isEqualTo(12300);
    }

    @Test
    void theAddressOfAnInboundPictureIsOnlyForTheAccount() {
        String sid = pictureFromEva();

        assertThat(pathOfThePicture()).startsWith(API + "/Messages/" + sid + "/Media/ME");
        assertThat(get(pathOfThePicture()).status()).isEqualTo(401);
    }

    @Test
    void anInboundPictureIsReachedThroughARedirect() {
        pictureFromEva();

        Answer answer = call("GET", pathOfThePicture(), null, null, "Authorization", basic());
        assertThat(answer.status()).isEqualTo(307);
        Answer there = get(answer.whole().headers().firstValue("Location").orElseThrow());
        assertThat(there.whole().body()).isEqualTo(new byte[]{1, 2, 3});
        assertThat(there.whole().headers().firstValue("Content-Type")).hasValue("image/jpeg");
    }

    private String pictureFromEva() {
        return read(post("/api/phones/" + EVA + "/messages?wait=true",
                "{\"channel\":\"sms\",\"text\":\"\",\"media\":[{\"type\":\"image/jpeg\",\"base64\":\"AQID\"}]}")).get(
                        "sid").asString();
    }

    private static String pathOfThePicture() {
        return product.heard("/hooks/twilio/sms-main/message").getFirst().form().getOrDefault("MediaUrl0",
                "").replaceFirst("http://localhost:\\d+", "");
    }

    private String sendPicture(String url) {
        return read(twilio("POST", "/Messages.json", "To", EVA, "From", SMS, "MediaUrl", url)).get("sid").asString();
    }

    private String status(String sid) {
        return read(twilio("GET", "/Messages/" + sid + ".json")).get("status").asString();
    }
}
