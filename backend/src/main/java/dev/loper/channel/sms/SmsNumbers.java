package dev.loper.channel.sms;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import dev.loper.channel.twilio.UnreadableWebhookException;
import dev.loper.message.ChannelAddress.Phone;
import java.util.Locale;
import java.util.regex.Pattern;

/// Who can send a text message: a number, a short code, or a name.
///
/// A number is kept in E.164 form. A short code (`12345`) is kept as its digits, a name (`PostNL`) in capitals, as
/// networks do not tell them apart by case; both are machines, and a name cannot be answered.
final class SmsNumbers {

    private static final Pattern SHORT_CODE = Pattern.compile("[0-9]{3,8}");
    private static final Pattern NAME = Pattern.compile("[\\p{Alnum} &._+-]{1,11}");
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private SmsNumbers() {}

    /// @throws UnreadableWebhookException if it is none of the three
    static Phone read(String from) {
        String sender = from.strip();
        if (sender.startsWith("+")) {
            return new Phone(e164(sender));
        }
        if (SHORT_CODE.matcher(sender).matches()) {
            return new Phone(sender);
        }
        if (NAME.matcher(sender).matches()) {
            return new Phone(sender.toUpperCase(Locale.ROOT));
        }
        throw new UnreadableWebhookException("“" + sender + "” is not a sender of text messages.");
    }

    static boolean isPerson(Phone phone) {
        return phone.value().startsWith("+");
    }

    static boolean canBeAnswered(Phone phone) {
        return isPerson(phone) || SHORT_CODE.matcher(phone.value()).matches();
    }

    private static String e164(String number) {
        try {
            return NUMBERS.format(NUMBERS.parse(number, null), PhoneNumberFormat.E164);
        } catch (NumberParseException e) {
            throw new UnreadableWebhookException("“" + number + "” is not a phone number.", e);
        }
    }
}
