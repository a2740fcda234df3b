package dev.loper.channel.voice;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import dev.loper.channel.twilio.UnreadableWebhookException;
import dev.loper.message.ChannelAddress.Phone;
import java.util.Locale;
import java.util.Set;

/// Who calls: a number in E.164 form, or somebody who withholds it.
///
/// Twilio gives a withheld number as a word, or as that word typed on a keypad behind a plus. All who withhold theirs look
/// the same, so each of their calls stands for itself: they must not become one customer.
///
/// See https://www.twilio.com/docs/voice/twiml#request-parameters
final class VoiceNumbers {

    /// ANONYMOUS, RESTRICTED, UNAVAILABLE, UNKNOWN, BLOCKED.
    private static final Set<String> WORDS = Set.of("+266696687", "+7378742833", "+86282452253", "+8656696",
            "+2562533");
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final String WITHHELD = "withheld ";

    private VoiceNumbers() {}

    /// @param call the provider's id of the call
    /// @throws UnreadableWebhookException if it begins like a number and is none
    static Phone read(String from, String call) {
        String caller = from.strip();
        return !caller.startsWith("+") || WORDS.contains(caller)
                ? new Phone(WITHHELD + call.substring(Math.max(0, call.length() - 8)).toLowerCase(Locale.ROOT))
                : new Phone(e164(caller));
    }

    /// Whether the network says which number it is.
    static boolean isKnown(Phone phone) {
        return phone.value().startsWith("+");
    }

    private static String e164(String number) {
        try {
            return NUMBERS.format(NUMBERS.parse(number, null), PhoneNumberFormat.E164);
        } catch (NumberParseException e) {
            throw new UnreadableWebhookException("“" + number + "” is not a phone number.", e);
        }
    }
}
