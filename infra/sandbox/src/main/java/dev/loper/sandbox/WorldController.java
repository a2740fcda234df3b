package dev.loper.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.loper.sandbox.mail.MailServer;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What the page asks first: who is in the cast, which numbers there are, and whether the product runs.
@RestController
class WorldController {

    private final SandboxSettings settings;
    private final MailServer mail;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    WorldController(SandboxSettings settings, MailServer mail) {
        this.settings = settings;
        this.mail = mail;
    }

    @GetMapping("/api/world")
    World world() {
        List<Line> lines = settings.twilio().numbers().stream().map(number -> new Line(number.name(),
                number.whatsapp()
                        ? "whatsapp"
                        : number.messaging() ? "sms" : "voice",
                number.address().replace("whatsapp:", ""))).toList();
        return new World(settings.productUrl(), settings.mail().address(), mail.smtpPort(), mail.imapPort(), lines,
                settings.cast(), settings.twilio().templates());
    }

    /// Any answer at all means that it runs.
    @GetMapping("/api/product")
    Map<String, Object> product() throws InterruptedException {
        HttpRequest knock = HttpRequest.newBuilder(settings.productUrl().resolve("/actuator/health")).timeout(
                Duration.ofSeconds(2)).build();
        boolean runs;
        try {
            runs = client.send(knock, BodyHandlers.discarding()).statusCode() > 0;
        } catch (IOException e) {
            runs = false;
        }
        return Map.of("url", settings.productUrl(), "runs", runs);
    }

    /// The sandbox as the page sees it.
    record World(URI productUrl, String supportMail, int smtpPort, int imapPort, List<Line> lines,
            List<SandboxSettings.Person> cast, Map<String, String> templates) {}

    /// A number of the product.
    record Line(String account, String channel, String number) {}
}
