package dev.loper.call;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.Set;

/// Which numbers are called. Anybody can type a number into the chat and ask to be called there, so numbers that earn their
/// owner money with each call are not.
final class Callable {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Set<PhoneNumberType> PEOPLES = Set.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE,
            PhoneNumberType.FIXED_LINE_OR_MOBILE, PhoneNumberType.VOIP, PhoneNumberType.PERSONAL_NUMBER,
            PhoneNumberType.TOLL_FREE);

    /// What belongs to no country: satellites and the like.
    private static final String NOWHERE = PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY;
    /// Whoever types a number without its country means one of ours.
    private static final String HOME = "NL";

    private Callable() {}

    /// A number that somebody typed, in E.164 form, if it is called.
    static Optional<String> read(String typed) {
        try {
            String number = NUMBERS.format(NUMBERS.parse(typed, HOME), PhoneNumberFormat.E164);
            return is(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /// @param number E.164
    static boolean is(String number) {
        try {
            PhoneNumber read = NUMBERS.parse(number, null);
            return NUMBERS.isValidNumber(read) && PEOPLES.contains(NUMBERS.getNumberType(read))
                    && !NOWHERE.equals(NUMBERS.getRegionCodeForNumber(read));
        } catch (NumberParseException e) {
            return false;
        }
    }
}
