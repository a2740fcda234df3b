package dev.loper.channel.twilio;

import com.twilio.http.TwilioRestClient;
import com.twilio.security.RequestValidator;
import dev.loper.channel.ChannelAccount;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelKind;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One number at Twilio at work: what it is called, how its webhooks are checked, how its API is reached.
public final class TwilioAccount {

    /// Twilio repeats a webhook only if its address says so in the fragment: connect within 2 s, answer within 7 s,
    /// and up to five repeats on no connection, no answer, or a 5xx, all within Twilio's limit of 15 s. The fragment is
    /// not part of what is signed.
    ///
    /// See https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
    static final String CONNECTION_OVERRIDES = "#ct=2000&rt=7000&rc=5&rp=ct,rt,5xx";

    private final AccountId id;
    private final TwilioSettings.Account settings;
    private final String webhooks;
    private final RequestValidator validator;
    private final TwilioRestClient client;

    TwilioAccount(AccountId id, TwilioSettings.Account settings, URI publicUrl, TwilioHttpClient http) {
        this.id = id;
        this.settings = settings;
        this.webhooks = publicUrl + "/hooks/twilio/" + id + "/";
        this.validator = new RequestValidator(settings.authToken());
        this.client = new TwilioRestClient.Builder(settings.accountSid(), settings.authToken()).accountSid(
                settings.accountSid()).httpClient(http).build();
    }

    public AccountId id() {
        return id;
    }

    public ChannelKind channel() {
        return settings.channel();
    }

    /// Our number as customers see it.
    public String number() {
        return settings.number();
    }

    /// Our number as Twilio's API writes it.
    String sender() {
        return settings.channel() == ChannelKind.WHATSAPP ? "whatsapp:" + settings.number() : settings.number();
    }

    @Nullable
    String messagingService() {
        return settings.messagingService();
    }

    /// The brand it speaks for.
    public String brand() {
        return settings.brand();
    }

    /// What its callers hear, of a number that is called.
    public TwilioSettings.Voice voice() {
        return settings.voice();
    }

    /// Where a call's next step comes to.
    ///
    /// @param query what is to be known then, encoded; it is signed with the rest of the address
    public URI voiceUrl(String query) {
        return URI.create(webhooks + Hook.VOICE.path + (query.isEmpty() ? "" : "?" + query) + CONNECTION_OVERRIDES);
    }

    String accountSid() {
        return settings.accountSid();
    }

    String authToken() {
        return settings.authToken();
    }

    TwilioRestClient client() {
        return client;
    }

    public ChannelAccount describe() {
        return new ChannelAccount(id, settings.channel(), settings.name(), settings.number(), settings.brand());
    }

    /// Whether Twilio signed this form for this address of ours. The address is made from the settings, never from what
    /// the request claims about its host. Compared in constant time.
    boolean isSigned(Hook hook, @Nullable String query, TwilioForm form, String signature) {
        String url = webhooks + hook.path + (query == null ? "" : "?" + query);
        return validator.validate(url, form.values(), signature);
    }

    /// What an administrator enters at Twilio.
    public SetUp setUp() {
        return channel() == ChannelKind.VOICE ? callSetUp() : messageSetUp();
    }

    private SetUp callSetUp() {
        String call = voiceUrl("").toString();
        return new SetUp(call, call, statusCallback(), List.of("At Twilio, open the number " + number() + ".",
                "Enter the call URL where it asks what to do when a call comes in, with POST. Keep the part after #: it makes Twilio try again when we cannot be reached.",
                "Enter the fallback URL beside it, with POST.",
                "Enter the status URL as the call status changes’ one, with POST: it tells us of callers who hang up."));
    }

    private SetUp messageSetUp() {
        String message = webhooks + Hook.MESSAGE.path + CONNECTION_OVERRIDES;
        return new SetUp(message, message, statusCallback(), List.of(
                "At Twilio, open the " + (channel() == ChannelKind.SMS ? "number" : "WhatsApp sender") + " " + number()
                        + ".",
                "Enter the message URL where it asks what to do when a message comes in, with POST. Keep the part after #: it makes Twilio try again when we cannot be reached.",
                "Enter the fallback URL beside it, with POST.",
                "The status URL need not be entered for answers from here: each carries it."));
    }

    String statusCallback() {
        return webhooks + Hook.STATUS.path + CONNECTION_OVERRIDES;
    }

    /// The kinds of webhook.
    enum Hook {
        MESSAGE("message"),
        STATUS("status"),
        VOICE("voice");

        private final String path;

        Hook(String path) {
            this.path = path;
        }

        /// Whether an account of this channel has such a door.
        boolean opensFor(ChannelKind channel) {
            return this == STATUS || (this == VOICE) == (channel == ChannelKind.VOICE);
        }
    }

    /// @param messageUrl  for messages, or calls, that come in
    /// @param fallbackUrl asked when that one fails; the same door
    /// @param statusUrl   for what became of answers
    /// @param steps       what to do, sentences
    public record SetUp(String messageUrl, String fallbackUrl, String statusUrl, List<String> steps) {}
}
