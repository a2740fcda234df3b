package dev.loper.channel.twilio;

import dev.loper.message.ChannelKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where Loper is reached, and which Twilio numbers it answers.
///
/// @param publicUrl  the address under which the world reaches us, as Twilio signs it
/// @param sandboxUrl where every call to Twilio goes instead, for demo and tests
@Validated
@ConfigurationProperties("loper")
public record TwilioSettings(@DefaultValue("http://localhost:8080") URI publicUrl, @Nullable URI sandboxUrl,
        @Valid @DefaultValue Twilio twilio) {

    public TwilioSettings {
        publicUrl = withoutSlash(publicUrl);
        sandboxUrl = sandboxUrl == null || sandboxUrl.toString().isBlank() ? null : withoutSlash(sandboxUrl);
    }

    private static URI withoutSlash(URI url) {
        return URI.create(url.toString().replaceAll("/+$", ""));
    }

    /// @param accounts            by account id, such as `sms-main`: part of the webhook's address
    /// @param reconcileEvery      how often Twilio's message log is read for what no webhook brought
    /// @param reconcileFirstAfter how long after the start it is read first
    public record Twilio(@DefaultValue Map<String, @Valid Account> accounts,
            @DefaultValue("5m") Duration reconcileEvery, @DefaultValue("20s") Duration reconcileFirstAfter) {}

    /// One number or sender at Twilio.
    ///
    /// @param channel          `sms`, `whatsapp` or `voice`
    /// @param name             what people call it
    /// @param brand            the brand it speaks for; empty for all
    /// @param accountSid       the account it belongs to, `AC…`
    /// @param authToken        that account's primary auth token: signs webhooks, opens the API
    /// @param number           our number in E.164 form, or a short code
    /// @param messagingService the service (`MG…`) that picks the sender of answers, if any
    /// @param voice            of a number that is called: what callers hear
    public record Account(@NotNull ChannelKind channel, @NotBlank String name, @DefaultValue("") String brand,
            @NotNull @Pattern(regexp = "AC[0-9a-fA-F]{32}") String accountSid, @NotBlank String authToken,
            @NotNull @Pattern(regexp = "\\+?[0-9]{3,15}") String number,
            @Nullable @Pattern(regexp = "MG[0-9a-fA-F]{32}") String messagingService,
            @Valid @DefaultValue Voice voice) {

        @AssertTrue(message = "must be sms, whatsapp or voice")
        boolean isChannelOfTwilio() {
            return channel == ChannelKind.SMS || channel == ChannelKind.WHATSAPP || channel == ChannelKind.VOICE;
        }

        /// Without the token: this text may reach a log.
        @Override
        public String toString() {
            return channel.wire() + " " + number + " of " + accountSid;
        }
    }

    /// What callers of one number hear.
    ///
    /// @param language of callers whose own is not known: `en` or `nl`
    /// @param ring     how long one colleague's phone rings before the next one's does
    /// @param message  the longest message a caller can leave
    /// @param record   whether calls are recorded; callers are told
    public record Voice(@NotNull @DefaultValue("en") @Pattern(regexp = "en|nl") String language,
            @NotNull @DefaultValue("20s") Duration ring, @NotNull @DefaultValue("3m") Duration message,
            @DefaultValue("false") boolean record) {}
}
