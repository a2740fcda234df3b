package dev.loper.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Effort;
import java.time.Duration;
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
            "4111 -- 1111 -- 1111 -- 1111", "4111%201111%201111%201111", "4111%25201111%25201111%25201111",
            "4111&nbsp;1111&nbsp;1111&nbsp;1111", "&#52;&#x31;11111111111111", "4111 1111 1111 1112",
            "https://pay.test/?card=4111%201111%201111%201111", "C:\\fakepath\\passport-eva.jpg",
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc"})
    void aNumberThatIsACardOrAnAccountIsHiddenHoweverItIsWritten(String words) {
        assertThat(NeverRecord.clean(words)).isEqualTo("…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Checkout", "Lamp Fjord, € 189.00", "1017 AB", "Javastraat 21", "+31 6 28419017",
            "4711-82", "eva@posteo.nl", "2026-11-26T10:00:00Z", "Wachtwoord vergeten", "Forgot your password?",
            "Lamp pin 3 stuks", "Kortingscode: ZOMER", "3SABCD123456789", "Kies: maat 42", "8712345678906"})
    void whatIsHarmlessStays(String words) {
        assertThat(NeverRecord.clean(words)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"my password: hunter2", "wachtwoord=geheim1", "cvc 123", "your code is 482193",
            "OTP: 99182", "my password is hunter2", "wachtwoord is geheim1", "mijn wachtwoord hunter2",
            "password: correct horse hunter2",
            "cvc-code 123", "CVV2: 123", "security code is 123 4", "Je verificatiecode is 482193", "482193 is je code",
            "482 193 is your login code", "PIN: 1 2 3 4", "mijn pincode is 4821", "token=hunter2",
            "/checkout?session=hunter2&step=2", "see https://shop.test/a?token=hunter2#hunter2 please",
            "https://eva:hunter2@shop.test/a", "https://shop.test/otp/482193", "{\"cvc\": \"123\", \"a\": \"b\"}",
            "user[password]=hunter2&name=Eva"})
    void aSecretThatIsSaidIsTakenOut(String words) {
        assertThat(NeverRecord.clean(words)).doesNotContain("hunter2").doesNotContain("geheim1").doesNotContain(
                "123").doesNotContain("482193").doesNotContain("482 193").doesNotContain("99182").doesNotContain(
                        "4821").doesNotContain("2 3 4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "Password", "pass_word", "user[password]", "new-password", "wachtwoord", "pwd",
            "cardNumber", "card_number", "cc-number", "ccnum", "cvc", "CVV2", "card.cvc", "securityCode", "iban", "otp",
            "one-time-code", "verification_code", "pin", "pincode", "bsn", "authToken", "session_id", "ｐａｓｓｗｏｒｄ",
            "kaartnummer", "rekeningnummer", "cc-exp", "ccv", "card_code", "expMonth", "exp", "valid-thru",
            "vervaldatum",
            "userPin", "backupCode", "recovery-code", "toegangscode", "geheimeVraag", "identiteitskaart"})
    void aFieldCalledLikeASecretIsOne(String name) {
        assertThat(SecretNames.has(name)).isTrue();
        assertThat(data("{\"fields\": {\"" + name + "\": \"marker-77\"}}")).doesNotContain("marker-77");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postcode", "street", "houseNumber", "name", "email", "phone", "company", "deliveryDate",
            "couponCode", "country", "kortingscode", "productCode", "shipping", "expectedDate"})
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
            {"fields": {"p1": "4111", "p2": "1111", "p3": "1111", "p4": "1111"}}
            {"step": 3, "fields": {"a": "2345", "p1": "4111", "p2": "1111", "p3": "1111", "p4": "1111"}}
            {"items": [{"v": "4111"}, {"v": "1111"}, {"v": "1111"}, {"v": "1111"}]}
            {"entries": [["cvc", "4111"], ["name", "Eva"]]}
            {"entries": ["cvc", "4111", "name", "Eva"]}
            {"fields": [{"label": "CVC", "content": "4111"}]}
            {"fields": {"box1": "4", "box2": "1", "box3": "1", "box4": "1", "box5": "0", "box6": "7"}, "x": 4}
            {"fields": {"next": "https://shop.test/reset?token=4111"}}
            {"fields": {"upload": "C:\\\\fakepath\\\\4111.pdf"}}
            {"fields": "cvc=4111&name=Eva"}
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
        for (String secret : new String[]{"https://shop.test/pay/4111%201111%201111%201111",
                "https://shop.test/pay/4111%25201111%25201111%25201111",
                "https://shop.test/x%3Fcard=4111-1111-1111-1111",
                "https://shop.test/otp/411193", "https://shop.test/password/hunter4111",
                "https://shop.test/r/a4111Bc2De3Fg4Hi5Jk6",
                "https://shop.test/r/4111f9a8b7c6d", "https://shop.test/token=4111"}) {
            assertThat(NeverRecord.address(secret)).as(secret).doesNotContain("4111");
        }
        assertThat(NeverRecord.address(
                "https://shop.test/lamp-fjord-2000lm/wachtwoord-vergeten/password/reset")).isEqualTo(
                        "https://shop.test/lamp-fjord-2000lm/wachtwoord-vergeten/password/reset");
        assertThat(NeverRecord.address("javascript:alert(1)")).isNull();
        assertThat(NeverRecord.address("http://localhost:8090/shop/checkout.html")).isEqualTo(
                "http://localhost:8090/shop/checkout.html");
        assertThat(NeverRecord.address("https://shop.test")).isEqualTo("https://shop.test/");
    }

    @Test
    void boxesOfOneSignAreACodeAndAreLeftOut() {
        assertThat(
                data("{\"fields\": {\"a\": \"9\", \"b\": \"9\", \"c\": \"9\", \"d\": \"9\", \"e\": \"9\", \"f\": \"9\","
                        + " \"street\": \"Dam\"}}")).contains("Dam").doesNotContain("9");
        assertThat(data("{\"fields\": {\"adults\": \"2\", \"rooms\": \"1\"}}")).contains("2", "1");
    }

    @Test
    void ofOneStepNoMoreIsKeptThanIsUseful() {
        String items = "[" + "{\"name\": \"%s\"},".formatted("x".repeat(150)).repeat(60) + "1]";
        assertThat(data("{\"a\": %1$s, \"b\": %1$s, \"c\": %1$s, \"d\": %1$s}".formatted(items)).length()).isLessThan(
                8_000);
    }

    @Test
    void whatIsMeantToTakeLongDoesNot() {
        assertThat(Effort.of(() -> {
            for (String piece : new String[]{"4 ", "NL91", "code ", "pin-", "%25", "a=", "&#1;", "?", "https://a "}) {
                data("{\"a\": \"%s\"}".formatted(piece.repeat(30_000 / piece.length())));
            }
        })).isLessThan(Duration.ofSeconds(5));
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
