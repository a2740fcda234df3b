package dev.loper.sandbox;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// What the sandbox is told at its start; every key stands with a comment in `application.yml`.
@ConfigurationProperties("sandbox")
public record SandboxSettings(URI productUrl, int smtpPort, int imapPort, Mail mail, Twilio twilio,
        List<Person> cast) {

    public SandboxSettings {
        if (!"http".equals(productUrl.getScheme()) && !"https".equals(productUrl.getScheme())) {
            throw new IllegalArgumentException("sandbox.product-url must begin with http:// or https://");
        }
        productUrl = URI.create(productUrl.toString().replaceAll("/+$", ""));
    }

    /// The one mailbox that belongs to the product.
    public record Mail(String address, String password) {}

    /// One account at the provider of texts.
    public record Twilio(String accountSid, String authToken, boolean trial, Duration pace, List<Number> numbers,
            Map<String, String> services, Map<String, String> templates) {

        public Optional<Number> numberAt(String address) {
            return numbers.stream().filter(number -> number.address().equals(address)).findFirst();
        }

        public Optional<Number> numberNamed(String name) {
            return numbers.stream().filter(number -> number.name().equals(name)).findFirst();
        }
    }

    /// A number the account owns, with the webhooks that stand in the provider's console:
    /// the one that is asked, and the one that is told how a call ended.
    public record Number(String name, String address, boolean messaging, String webhook,
            @Nullable String statusCallback) {

        public boolean whatsapp() {
            return address.startsWith("whatsapp:");
        }
    }

    /// Someone who can pick up the phone and the mail on the page.
    public record Person(String name, String phone, String email, String language) {}
}
