package dev.loper.sandbox.twilio;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.loper.sandbox.SandboxSettings;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Decides whether a send is accepted, in Twilio's order and with Twilio's codes.
///
/// Source: https://www.twilio.com/docs/api/errors
@Component
class SendChecks {

    /// E.164: a plus, no leading zero, at most 15 digits; fewer than 8 reach nobody.
    static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{7,14}");
    private static final String WHATSAPP = "whatsapp:";
    private static final int LONGEST = 1600;
    private static final int MOST_MEDIA = 10;

    private final SandboxSettings settings;
    private final Templates templates;
    private final OptOuts optOuts;

    SendChecks(SandboxSettings settings, Templates templates, OptOuts optOuts) {
        this.settings = settings;
        this.templates = templates;
        this.optOuts = optOuts;
    }

    Verdict check(SendRequest send) {
        String to = send.to();
        if (to == null || to.isBlank()) {
            return Verdict.refused(21604, "A 'To' phone number is required.");
        }
        if (!NUMBER.matcher(bare(to)).matches()) {
            return Verdict.refused(21211, "Invalid 'To' Phone Number: " + to);
        }
        return sender(send, to);
    }

    private Verdict sender(SendRequest send, String to) {
        if (send.serviceSid() != null) {
            String name = settings.twilio().services().get(send.serviceSid());
            Optional<SandboxSettings.Number> number = Optional.ofNullable(name).flatMap(settings.twilio()::numberNamed);
            return number.isPresent()
                    ? pair(send, number.get(), to)
                    : Verdict.refused(21701, "The Messaging Service does not exist.");
        }
        String from = send.from();
        if (from == null || from.isBlank()) {
            return Verdict.refused(21603, "A 'From' phone number is required.");
        }
        Optional<SandboxSettings.Number> number = settings.twilio().numberAt(from);
        return number.isPresent() ? pair(send, number.get(), to) : strange(from);
    }

    private static Verdict strange(String from) {
        if (from.startsWith(WHATSAPP)) {
            return Verdict.refused(63007, "Twilio could not find a Channel with the specified From address");
        }
        return NUMBER.matcher(from).matches()
                ? Verdict.refused(21660, "Mismatch between the 'From' number " + from + " and the account")
                : Verdict.refused(21212, "Invalid From Number (caller ID): " + from);
    }

    private Verdict pair(SendRequest send, SandboxSettings.Number from, String to) {
        if (!from.messaging()) {
            return Verdict.refused(21661, "The 'From' number " + from.address() + " is not SMS-capable");
        }
        if (from.whatsapp() != to.startsWith(WHATSAPP)) {
            return Verdict.refused(21910,
                    "Invalid 'From' and 'To' pair. 'From' and 'To' should be of the same channel");
        }
        if (from.address().equals(to)) {
            return Verdict.refused(21266, "'To' and 'From' number cannot be the same: " + to);
        }
        if (settings.twilio().trial() && settings.cast().stream().noneMatch(one -> one.phone().equals(bare(to)))) {
            return Verdict.refused(21608, "The number " + bare(to)
                    + " is unverified. Trial accounts cannot send messages to unverified numbers");
        }
        if (optOuts.holds(to, from.address())) {
            return Verdict.refused(21610, "Attempt to send to unsubscribed recipient");
        }
        return content(send, from, to);
    }

    private Verdict content(SendRequest send, SandboxSettings.Number from, String to) {
        if (send.mediaUrls().size() > MOST_MEDIA) {
            return Verdict.refused(21623, "Number of media files exceeds allowed limit");
        }
        for (String url : send.mediaUrls()) {
            if (!isWeb(url)) {
                return Verdict.refused(21620, "Invalid media URL(s): " + url);
            }
        }
        if (send.statusCallback() != null && !isWeb(send.statusCallback())) {
            return Verdict.refused(21609, "The 'StatusCallback' URL " + send.statusCallback() + " is not a valid URL.");
        }
        return send.contentSid() != null ? template(send, from, to) : words(send, from, to);
    }

    private Verdict template(SendRequest send, SandboxSettings.Number from, String to) {
        return switch (templates.fill(String.valueOf(send.contentSid()), send.contentVariables())) {
            case Templates.Filled filled -> new Verdict.Fine(from, to, filled.text());
            case Templates.Unknown unknown -> Verdict.refused(21655, "The ContentSid is Invalid");
            case Templates.BadVariables bad -> Verdict.refused(21656, "The ContentVariables Parameter is invalid");
        };
    }

    private static Verdict words(SendRequest send, SandboxSettings.Number from, String to) {
        String body = send.body() == null ? "" : send.body();
        if (body.isEmpty() && send.mediaUrls().isEmpty()) {
            return Verdict.refused(21619, "A text message body or media urls must be specified.");
        }
        if (body.codePointCount(0, body.length()) > LONGEST) {
            return Verdict.refused(21617, "The concatenated message body exceeds the 1600 character limit");
        }
        return new Verdict.Fine(from, to, body);
    }

    private static String bare(String address) {
        return address.startsWith(WHATSAPP) ? address.substring(WHATSAPP.length()) : address;
    }

    private static boolean isWeb(@Nullable String url) {
        try {
            URI uri = URI.create(String.valueOf(url));
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
