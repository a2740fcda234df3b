package dev.loper.channel.sms;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.loper.channel.CodeText;
import dev.loper.channel.twilio.TwilioAccount;
import dev.loper.channel.twilio.TwilioAccounts;
import dev.loper.channel.twilio.TwilioSender;
import dev.loper.message.ChannelAddress.Phone;
import dev.loper.message.ChannelKind;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Sends one-time codes, from a number of ours to a mobile number of the same country, and to no other.
@Component
class SmsCodes implements CodeText {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Set<PhoneNumberType> MOBILE = Set.of(PhoneNumberType.MOBILE,
            PhoneNumberType.FIXED_LINE_OR_MOBILE);

    private final TwilioAccounts accounts;
    private final TwilioSender sender;

    SmsCodes(TwilioAccounts accounts, TwilioSender sender) {
        this.accounts = accounts;
        this.sender = sender;
    }

    @Override
    public boolean send(Phone to, String text, String brand) {
        return read(to.value()).filter(SmsCodes::isMobile).flatMap(
                number -> accounts.of(ChannelKind.SMS).stream().filter(
                        account -> isNear(account, number) && account.describe().speaksFor(brand)).min(
                                Comparator.comparing(account -> !account.brand().equals(brand)))).filter(
                                        account -> sender.sendOnce(account, to.value(), text)).isPresent();
    }

    private static boolean isMobile(PhoneNumber number) {
        return NUMBERS.isValidNumber(number) && MOBILE.contains(NUMBERS.getNumberType(number));
    }

    /// Countries that share a code with others, as those of North America do, are told apart.
    private static boolean isNear(TwilioAccount account, PhoneNumber number) {
        return read(account.number()).filter(ours -> ours.getCountryCode() == number.getCountryCode()
                && (ours.getCountryCode() != 1 || String.valueOf(NUMBERS.getRegionCodeForNumber(ours)).equals(
                        NUMBERS.getRegionCodeForNumber(number)))).isPresent();
    }

    private static Optional<PhoneNumber> read(String number) {
        try {
            return Optional.of(NUMBERS.parse(number, null));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
