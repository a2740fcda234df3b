package dev.loper.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// The second wall: what an attacker or a careless page sends that must not be kept, by every way in.
class NeverRecordTests {

    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @ValueSource(strings = {"4111111111111111", "4111 1111 1111 1111", "4111-1111-1111-1111", "4111.1111.1111.1111",
            "my card 5500 0000 0000 0004 thanks", "4111\u00a01111\u00a01111\u00a01111", "４１１１１１１１１１１１１１１１",
            "٤١١١١١١١١١١١١١١١", "41\u200b11111111111111", "340000000000009", "order 12 4111111111111111",
            "NL91 ABNA 0417 1643 00", "nl91abna0417164300", "GB82WEST12345698765432",
            "NL 91 ABNA 0417 1643 00", "IBANNL91ABNA0417164300", "AB12 NL91ABNA0417164300",
            "NL91  ABNA  0417  1643  00",
            "NL91/ABNA/0417/1643/00", "on NL91ABNA0417164300please",
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc"})
    void aNumberThatIsACardOrAnAccountIsHiddenHoweverItIsWritten(String words) {
        assertThat(NeverRecord.clean(words)).isEqualTo("…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Checkout", "Lamp Fjord, € 189.00", "1017 AB", "Javastraat 21", "+31 6 28419017",
            "4711-82", "eva@posteo.nl", "2026-11-26T10:00:00Z"})
    void whatIsHarmlessStays(String words) {
        assertThat(NeverRecord.clean(words)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"my password: hunter2", "wachtwoord=geheim1", "cvc 123", "your code is 482193",
            "OTP: 99182"})
    void aSecretThatIsSaidIsTakenOut(String words) {
        assertThat(NeverRecord.clean(words)).doesNotContain("hunter2").doesNotContain("geheim1").doesNotContain(
                "123").doesNotContain("482193").doesNotContain("99182");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "Password", "pass_word", "user[password]", "new-password", "wachtwoord", "pwd",
            "cardNumber", "card_number", "cc-number", "ccnum", "cvc", "CVV2", "card.cvc", "securityCode", "iban", "otp",
            "one-time-code", "verification_code", "pin", "pincode", "bsn", "authToken", "session_id", "ｐａｓｓｗｏｒｄ",
            "kaartnummer", "rekeningnummer", "cc-exp"})
    void aFieldCalledLikeASecretIsOne(String name) {
        assertThat(NeverRecord.secret(name)).isTrue();
        assertThat(data("{\"fields\": {\"" + name + "\": \"marker-77\"}}")).doesNotContain("marker-77");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postcode", "street", "houseNumber", "name", "email", "phone", "company", "deliveryDate",
            "couponCode", "country"})
    void otherFieldsAreKept(String name) {
        assertThat(data("{\"fields\": {\"" + name + "\": \"marker-77\"}}")).contains("marker-77");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"fields": {"a": "4111111111111111"}}
            {"fields": {"a": 4111111111111111}}
            {"fields": {"4111111111111111": "x"}}
            {"fields": {"a": ["4111", "1111", "1111", "1111"]}}
            {"fields": {"a": [4,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]}}
            {"a": {"b": {"c": {"d": {"e": "4111111111111111"}}}}}
            {"items": [{"name": "4111 1111 1111 1111"}]}
            {"fields": [{"name": "cardnumber", "value": "41111111"}]}
            {"fields": [{"name": "cvc", "value": "4111"}]}
            {"x": {"password": {"nested": "4111"}}}
            """)
    void noCardNumberSurvivesInDataHoweverDeep(String json) {
        assertThat(data(json)).doesNotContain("4111");
    }

    @Test
    void anAddressLosesQueryFragmentAndCredentials() {
        assertThat(
                NeverRecord.address("https://shop.test/checkout?password=hunter2&card=4111111111111111#tok")).isEqualTo(
                        "https://shop.test/checkout");
        assertThat(NeverRecord.address("https://user:hunter2@shop.test/a")).doesNotContain("hunter2");
        assertThat(NeverRecord.address("https://shop.test/pay/4111111111111111/x")).doesNotContain("4111");
        assertThat(NeverRecord.address("https://shop.test/reset/3f9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4")).isEqualTo(
                "https://shop.test/reset/-");
        assertThat(NeverRecord.address("https://shop.test/u/eva@posteo.nl;jsessionid=1")).isEqualTo(
                "https://shop.test/u/-");
        assertThat(NeverRecord.address("javascript:alert(1)")).isNull();
        assertThat(NeverRecord.address("http://localhost:8090/shop/checkout.html")).isEqualTo(
                "http://localhost:8090/shop/checkout.html");
        assertThat(NeverRecord.address("https://shop.test")).isEqualTo("https://shop.test/");
    }

    @Test
    void aStepIsCleanedInEveryPartOfIt() {
        String batch = """
                {"visitor": "v", "steps": [{"id": "s1", "at": "2026-11-26T10:00:00Z", "kind": "form",
                 "name": "Pay with 4111 1111 1111 1111", "url": "https://shop.test/pay?cvc=987",
                 "data": {"flow": "checkout", "fields": {"street": "Javastraat", "card": "4111111111111111", "cvc": "987"}}}]}
                """;
        Step step = StepBatch.read(batch.getBytes(java.nio.charset.StandardCharsets.UTF_8), Instant.parse(
                "2026-11-26T10:00:05Z")).orElseThrow().steps().getFirst();
        assertThat(step.toString()).contains("Javastraat").doesNotContain("4111").doesNotContain("987");
    }

    @Test
    void whatIsNoBatchIsNone() {
        for (String body : new String[]{"", "[]", "{}", "nonsense", "{\"steps\": 1}", "{\"steps\": [{}]}",
                "{\"steps\": [{\"id\": \"a\", \"kind\": \"keylog\", \"name\": \"x\"}]}"}) {
            assertThat(StepBatch.read(body.getBytes(java.nio.charset.StandardCharsets.UTF_8), Instant.EPOCH)).as(
                    body).isEmpty();
        }
    }

    private static String data(String json) {
        return NeverRecord.data(JSON.readTree(json)).toString();
    }
}
