package dev.loper.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import dev.loper.channel.twilio.TwilioWorld;
import dev.loper.customer.Customers;
import dev.loper.message.ChannelAddress;
import dev.loper.message.Level;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;

/// Whoever works here is no customer, whatever they write to us and wherever from.
class OwnPeopleApiTests extends ApiCase {

    private static final String VOUCHED = "Authentication-Results: sandbox.loper.test; dmarc=pass";

    @Value("${loper.public-url}")
    String publicUrl;

    @Test
    void whatAColleagueAnswersByMailIsTheirNote() throws Exception {
        Talk talk = mail("Stairs " + mark, "Who measures them?");
        send("lotte@loper.test", tokenOf(talk), VOUCHED, "I can, on Monday. " + mark);

        JsonNode note = eventually(() -> entries(talk).stream().filter(
                entry -> entry.get("type").asString().equals("note")).findFirst().orElse(null));
        assertThat(note.get("text").asString()).isEqualTo("I can, on Monday. " + mark);
        assertThat(note.at("/author/kind").asString()).isEqualTo("agent");
        assertThat(note.at("/author/id").asString()).isEqualTo("lotte");
        assertThat(note.get("topic").asString()).isEqualTo(talk.topic());
        assertThat(customerOf(customers, "lotte@loper.test")).isFalse();
    }

    @Test
    void whatTheyMayNotSeeOrNobodyVouchesForIsSetAside() throws Exception {
        Talk talk = mail("Stairs " + mark, "Who measures them?");
        String token = tokenOf(talk);
        send("fatima@loper.test", token, "X-None: 1", "Refund her everything. " + mark);
        eventually(() -> setAside("Fatima Aydin", "did not confirm"));

        in("billing", talk);
        String person = somebody("agent", "orders");
        String address = list(noor().read("/api/v1/people").get("items")).stream().filter(
                one -> one.get("id").asString().equals(person)).findFirst().orElseThrow().get("email").asString();
        send(address, token, VOUCHED, "Let me see. " + mark);
        eventually(() -> setAside("Somebody " + mark, "may not see"));
        assertThat(entries(talk)).noneMatch(entry -> entry.get("type").asString().equals("note"));
        assertThat(customerOf(customers, address)).isFalse();
    }

    @Test
    void aNumberOfOurOwnIsNoCustomer() throws Exception {
        writesFrom("+3197010280001");
        eventually(() -> setAside("+3197010280001", "account of our own"));
        noCustomerHas("+3197010280001");
    }

    @Test
    void theNumberAtWhichAColleagueTakesCallsIsNoCustomersUntilTheyLeave() throws Exception {
        String number = "+3168" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);
        String person = somebody("agent", "orders");
        noor().done("PATCH", "/api/v1/people/" + person, Map.of("phone", number));
        writesFrom(number);
        eventually(() -> setAside("address of Somebody " + mark, "works here"));
        String heard = knocks("voice-main", "voice", new TreeMap<>(Map.of("CallSid", "CA" + mark, "AccountSid",
                TwilioWorld.SID, "From", number, "To", "+3197010280003", "CallStatus", "ringing", "Direction",
                "inbound")));
        assertThat(heard).contains("<Hangup/>").doesNotContain("<Gather", "<Dial");
        noCustomerHas(number);

        noor().done("PATCH", "/api/v1/people/" + person, Map.of("active", false));
        knocks("sms-main", "message", text("SM" + mark + "after", number, ""));
        assertThat(customers.identity(new ChannelAddress.Phone(number), Level.OBSERVED)).isPresent();
    }

    private void writesFrom(String number) throws Exception {
        knocks("sms-main", "message", text("SM" + mark + "sms", number, ""));
        knocks("whatsapp-main", "message", text("SM" + mark + "whatsapp", number, "whatsapp:"));
    }

    private Map<String, String> text(String id, String number, String prefix) {
        return new TreeMap<>(Map.of("MessageSid", id, "AccountSid", TwilioWorld.SID, "From", prefix + number, "To",
                prefix + "+3197010280002", "Body", "Echo " + mark, "NumMedia", "0"));
    }

    private String knocks(String account, String door, Map<String, String> form) throws Exception {
        String path = "/hooks/twilio/" + account + "/" + door;
        HttpResponse<String> answer = TwilioWorld.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port
                + path)).header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8").header(
                        "X-Twilio-Signature", TwilioWorld.signature(publicUrl + path, form, TwilioWorld.TOKEN)).POST(
                                HttpRequest.BodyPublishers.ofString(TwilioWorld.encode(form))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private void noCustomerHas(String number) {
        assertThat(customers.identity(new ChannelAddress.Phone(number), Level.OBSERVED)).isEmpty();
        assertThat(customers.identity(new ChannelAddress.WhatsApp(number), Level.OBSERVED)).isEmpty();
    }

    private static boolean customerOf(Customers customers, String address) {
        return customers.identity(new ChannelAddress.Email(address), Level.OBSERVED).isPresent();
    }

    /// @return null until there is such a dead letter
    private @Nullable Boolean setAside(String who, String why) {
        return list(noor().read("/api/v1/dead-letters").get("items")).stream().anyMatch(
                letter -> letter.get("reason").asString().contains(who) && letter.get("reason").asString().contains(
                        why)) ? true : null;
    }

    /// The address by which an answer of ours leads back into its topic.
    private String tokenOf(Talk talk) {
        Map<String, Object> draft = answer("We look at it.");
        draft.put("channel", "email");
        noor().does(talk.at("/messages"), draft);
        return eventually(() -> {
            GreenMailUser user = Mail.SERVER.getUserManager().getUserByEmail(talk.from().value());
            if (user == null) {
                return null;
            }
            for (StoredMessage message : Mail.SERVER.getManagers().getImapHostManager().getInbox(user).getMessages()) {
                return ((InternetAddress) message.getMimeMessage().getReplyTo()[0]).getAddress();
            }
            return null;
        });
    }

    private static void send(String from, String to, String header, String words) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(Mail.SERVER.getSmtp().getPort()));
        byte[] raw = ("From: " + from + "\r\nTo: " + to + "\r\nSubject: Re: Stairs\r\n" + header + "\r\n\r\n" + words
                + "\r\n").getBytes(StandardCharsets.UTF_8);
        Transport.send(new MimeMessage(Session.getInstance(properties), new ByteArrayInputStream(raw)),
                InternetAddress.parse("support@loper.test"));
    }
}
