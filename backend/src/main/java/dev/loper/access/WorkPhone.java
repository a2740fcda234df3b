package dev.loper.access;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.loper.web.ProblemException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The number at which somebody takes calls. Every call costs us what ringing it costs, so numbers that others earn by are
/// refused.
final class WorkPhone {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Set<PhoneNumberType> DEAR = Set.of(PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST,
            PhoneNumberType.UAN, PhoneNumberType.VOICEMAIL, PhoneNumberType.PAGER);

    private WorkPhone() {}

    /// @param text with the country's code; empty for none
    /// @return E.164, or none
    /// @throws ProblemException if it is no number that can be rung
    static @Nullable String read(String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            PhoneNumber number = NUMBERS.parse(text, null);
            if (NUMBERS.isValidNumber(number) && !DEAR.contains(NUMBERS.getNumberType(number))) {
                return NUMBERS.format(number, PhoneNumberFormat.E164);
            }
        } catch (NumberParseException e) {
            throw refused();
        }
        throw refused();
    }

    private static ProblemException refused() {
        return ProblemException.field("no-phone", "phone",
                "Give a phone number with its country, such as +31 6 12345678; paid numbers are not rung.");
    }
}
