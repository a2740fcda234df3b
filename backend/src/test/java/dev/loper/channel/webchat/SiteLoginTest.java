package dev.loper.channel.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.channel.VisitorProof.Login;
import dev.loper.message.ChannelAddress.Email;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a site signs, and what an attacker makes of it.
class SiteLoginTest {

    private static final String SECRET = "a-secret-of-the-shop-0123456789abcdef";
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final long SOON = NOW.getEpochSecond() + 600;
    private static final String HS256 = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

    private final SiteLogin login = new SiteLogin("chat-web", SECRET);

    private Optional<Login> read(String signed) {
        return login.read(signed, NOW);
    }

    private static String claims(long expiry) {
        return "{\"sub\":\"4711\",\"exp\":" + expiry + ",\"email\":\"Ada@Example.com\",\"email_verified\":true}";
    }

    @Test
    void bothFormsSayWhoIsSignedIn() {
        assertThat(read(Signed.plain(SECRET, "4711", SOON))).contains(new Login("chat-web", "4711", null));
        assertThat(read(Signed.plain(SECRET, "ada.lovelace", SOON))).contains(
                new Login("chat-web", "ada.lovelace", null));
        assertThat(read(Signed.jwt(SECRET, HS256, claims(SOON)))).contains(
                new Login("chat-web", "4711", new Email("ada@example.com")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"email_verified\":false", ",\"email_verified\":null", ",\"email_verified\":\"no\""})
    void anAddressTheSiteHasSeenNoProofOfIsNobodys(String verified) {
        String claims = "{\"sub\":\"4711\",\"exp\":" + SOON + ",\"email\":\"ada@example.com\"" + verified + "}";
        assertThat(read(Signed.jwt(SECRET, HS256, claims))).contains(new Login("chat-web", "4711", null));
    }

    @Test
    void aLoginForAnotherAccountIsNoneHere() {
        String claims = "{\"sub\":\"4711\",\"exp\":" + SOON + ",\"aud\":";
        assertThat(read(Signed.jwt(SECRET, HS256, claims + "\"chat-other\"}"))).isEmpty();
        assertThat(read(Signed.jwt(SECRET, HS256, claims + "[\"chat-other\"]}"))).isEmpty();
        assertThat(read(Signed.jwt(SECRET, HS256, claims + "null}"))).isEmpty();
        assertThat(read(Signed.jwt(SECRET, HS256, claims + "\"chat-web\"}"))).isPresent();
        assertThat(read(Signed.jwt(SECRET, HS256, claims + "[\"x\",\"chat-web\"]}"))).isPresent();
    }

    @Test
    void whatIsOverOrGoodForTooLongIsNotTaken() {
        long now = NOW.getEpochSecond();
        for (long expiry : new long[]{now, now - 1, 0, now + 86_401}) {
            assertThat(read(Signed.plain(SECRET, "4711", expiry))).as("%d", expiry - now).isEmpty();
            assertThat(read(Signed.jwt(SECRET, HS256, claims(expiry)))).as("%d", expiry - now).isEmpty();
        }
        assertThat(read(Signed.jwt(SECRET, HS256, "{\"sub\":\"4711\",\"exp\":" + SOON + ",\"nbf\":" + SOON
                + "}"))).isEmpty();
    }

    @Test
    void anotherAccountsSecretIsNoSecret() {
        String other = "a-secret-of-somebody-else-0123456789ab";
        assertThat(read(Signed.plain(other, "4711", SOON))).isEmpty();
        assertThat(read(Signed.jwt(other, HS256, claims(SOON)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"alg\":\"none\"}", "{\"alg\":\"None\"}", "{\"alg\":\"HS512\"}", "{\"alg\":\"RS256\"}",
            "{}",
            "{\"alg\":[\"HS256\"]}", "{\"alg\":\"HS256\",\"crit\":[\"exp\"]}"})
    void theTokenDoesNotChooseItsAlgorithm(String header) {
        String signed = Signed.jwt(SECRET, header, claims(SOON));
        assertThat(read(signed)).isEmpty();
        assertThat(read(signed.substring(0, signed.lastIndexOf('.') + 1))).isEmpty();
    }

    @Test
    void aChangedWordOrSignatureIsForged() {
        String plain = Signed.plain(SECRET, "4711", SOON);
        assertThat(read(plain.replace("4711", "4712"))).isEmpty();
        assertThat(read(plain.replace("." + SOON, "." + (SOON + 1)))).isEmpty();
        String[] jwt = Signed.jwt(SECRET, HS256, claims(SOON)).split("\\.");
        String admin = Signed.base64(
                claims(SOON).replace("4711", "1").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(read(jwt[0] + "." + admin + "." + jwt[2])).isEmpty();
        // Words signed in one form are nothing in the other.
        assertThat(read(jwt[0] + "." + jwt[1] + "." + plain.substring(plain.lastIndexOf('.') + 1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", "a.b.c", "4711.9999999999.zz", "x"})
    void nonsenseIsNobody(String signed) {
        assertThat(read(signed)).isEmpty();
        assertThat(login.read(null, NOW)).isEmpty();
        assertThat(read("a".repeat(5_000))).isEmpty();
    }

    @Test
    void aUserWithoutANameIsNobody() {
        assertThat(read(Signed.plain(SECRET, "", SOON))).isEmpty();
        assertThat(read(Signed.jwt(SECRET, HS256, "{\"exp\":" + SOON + "}"))).isEmpty();
        assertThat(read(Signed.plain(SECRET, "a|b", SOON))).isEmpty();
    }
}
