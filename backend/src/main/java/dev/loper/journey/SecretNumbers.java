package dev.loper.journey;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Numbers of cards and bank accounts in words, however they are written: with spaces, signs, or words right beside them. Pure.
final class SecretNumbers {

    private static final Pattern CARD = Pattern.compile("[0-9](?:[^0-9a-zA-Z]{0,5}[0-9]){11,18}");
    /// As the networks number their cards, whether the last digit fits or not: somebody may have mistyped one.
    private static final Pattern LIKE_A_CARD = Pattern.compile(
            "(?<![0-9])(?:(?:4[0-9]|5[1-5]|2[2-7]|6[0-9])[0-9]{2}[ .-]?[0-9]{4}[ .-]?[0-9]{4}[ .-]?[0-9]{4}"
                    + "|3[47][0-9]{2}[ .-]?[0-9]{6}[ .-]?[0-9]{5})(?![0-9])");
    /// How long the account numbers of each country are (SWIFT's IBAN registry).
    private static final String IBANS = "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29"
            + "ES24FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25"
            + "MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25"
            + "SV28TL23TN24TR26UA29VA22VG24XK20YE30";
    private static final Map<String, Integer> IBAN_LENGTHS = IntStream.range(0, IBANS.length() / 4).mapToObj(
            at -> IBANS.substring(4 * at, 4 * at + 4)).collect(
                    Collectors.toUnmodifiableMap(
                            country -> country.substring(0, 2), country -> Integer.valueOf(country.substring(2))));

    private SecretNumbers() {}

    static boolean in(String text) {
        return LIKE_A_CARD.matcher(text).find() || cards(text) || ibans(text);
    }

    private static boolean cards(String text) {
        Matcher found = CARD.matcher(text);
        int from = 0;
        while (found.find(from)) {
            String digits = found.group().replaceAll("[^0-9]", "");
            for (int length = 13; length <= digits.length(); length++) {
                for (int at = 0; at + length <= digits.length(); at++) {
                    if (luhn(digits.substring(at, at + length))) {
                        return true;
                    }
                }
            }
            if (digits.length() == 12 && luhn(digits)) {
                return true;
            }
            from = found.start() + 1;
        }
        return false;
    }

    static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int part = i % 2 == 1 ? digit * 2 : digit;
            sum += part > 9 ? part - 9 : part;
        }
        return sum % 10 == 0 && !digits.chars().allMatch(digit -> digit == '0');
    }

    private static boolean ibans(String text) {
        String packed = text.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
        for (int at = 0; at + 4 <= packed.length(); at++) {
            Integer length = IBAN_LENGTHS.get(packed.substring(at, at + 2));
            if (length != null && at + length <= packed.length() && Character.isDigit(packed.charAt(at + 2))
                    && Character.isDigit(packed.charAt(at + 3)) && mod97(packed.substring(at, at + length))) {
                return true;
            }
        }
        return false;
    }

    private static boolean mod97(String iban) {
        StringBuilder number = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4)).chars().forEach(
                letter -> number.append(Character.getNumericValue(letter)));
        return new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }
}
