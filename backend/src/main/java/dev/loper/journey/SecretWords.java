package dev.loper.journey;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes out of words what must not be kept: numbers of cards and accounts, what is said to be a password or a code, the
/// queries of addresses. Pure. When in doubt it leaves out; from where a secret is said on, all the rest.
final class SecretWords {

    static final String HIDDEN = "…";

    /// How often words may have been encoded: a page's address in another one's query, and once more.
    private static final int ENCODED = 3;
    private static final Pattern ENCODING = Pattern.compile("%([0-9a-fA-F]{2})|&#(x?)([0-9a-fA-F]{1,5});|&nbsp;");
    private static final Pattern JWT = Pattern.compile("eyJ[\\w-]{8,}\\.[\\w-]{8,}");
    private static final Pattern ADDRESS = Pattern.compile("(?i)\\bhttps?://[^\\s\"'<>]+");
    private static final Pattern QUERY = Pattern.compile("[?#][^\\s?#]*=\\S*");
    /// `token=abc`, `"cvc": "123"`.
    private static final Pattern NAMED = Pattern.compile("([\\p{L}][\\w\\[\\].-]{0,59})[\"']?\\s{0,2}[=:]\\s{0,2}\\S");
    /// Pages about passwords are called so, and say none.
    private static final String PAGE = "[^\\p{L}\\p{N}]*(?:$|(?:reset|forgot|forgotten|lost|change|recovery|vergeten|kwijt|wijzigen|herstellen|instellen)\\b)";
    private static final String AND_SO = "(?:[^0-9a-z]{0,4}(?:code|is|are|was|number|nummer|nr|no))*[^0-9a-z]{0,4}";
    private static final Pattern SAID = Pattern.compile(
            "(?i)\\b(?:passwords?|passwd|passphrase|passcode|wachtwoord(?:en)?|wachtzin|kennwort|passwort)\\b(?!" + PAGE
                    + ")"
                    + "|\\b(?:(?:cvc|cvv|cvn|ccv|csc)[0-9]?|one[- ]?time[- ](?:pass)?code|eenmalige code"
                    + "|(?:security|verification|login|access|veiligheids|beveiligings|verificatie|inlog|toegangs|bevestigings|controle|sms)[- ]?code)\\b"
                    + AND_SO + "[0-9]|\\b(?:otp|tan|pin|pin-?code)\\b" + AND_SO + "(?:[0-9][ -]?){4}"
                    + "|\\bcode (?:is|was)\\b|\\bcode:"
                    + "|\\b[0-9]{3}[ -]?[0-9]{1,5}\\b,? (?:is|as) (?:your|my|the|je|jouw|uw|mijn|de) [a-z -]{0,20}code");
    private static final Pattern FILE = Pattern.compile("(?i)[a-z]:\\\\fakepath\\\\");

    private SecretWords() {}

    /// @return [#HIDDEN] alone where nothing of it can stay
    static String clean(String words) {
        String text = digits(Normalizer.normalize(words, Normalizer.Form.NFKC)).replaceAll("[\\p{Cc}\\p{Cf}]+",
                " ").strip();
        if (FILE.matcher(text).find() || numbers(text)) {
            return HIDDEN;
        }
        return cut(ADDRESS.matcher(text).replaceAll(found -> Matcher.quoteReplacement(shown(found.group()))));
    }

    private static String shown(String address) {
        String page = NeverRecord.address(address);
        return page == null ? HIDDEN : page;
    }

    private static boolean numbers(String text) {
        String plain = text;
        for (int i = 0; i < ENCODED; i++) {
            if (JWT.matcher(plain).find() || SecretNumbers.in(plain)) {
                return true;
            }
            plain = decoded(plain);
        }
        return false;
    }

    /// From where a secret is said on there is nothing.
    private static String cut(String text) {
        String pages = QUERY.matcher(text).replaceAll("");
        int end = pages.length();
        Matcher said = SAID.matcher(pages);
        if (said.find()) {
            end = said.start();
        }
        Matcher named = NAMED.matcher(pages);
        while (named.find() && named.start() < end) {
            if (SecretNames.has(named.group(1))) {
                end = named.start();
            }
        }
        return end == pages.length() ? pages : pages.substring(0, end) + HIDDEN;
    }

    private static String decoded(String text) {
        return ENCODING.matcher(text).replaceAll(found -> Matcher.quoteReplacement(character(found.group(1),
                found.group(2), found.group(3))));
    }

    private static String character(String hex, String base, String number) {
        if (hex != null) {
            return String.valueOf((char) Integer.parseInt(hex, 16));
        }
        if (number == null) {
            return " ";
        }
        boolean hexadecimal = !base.isEmpty();
        return hexadecimal || number.chars().allMatch(Character::isDigit)
                ? Character.toString(Integer.parseInt(number, hexadecimal ? 16 : 10))
                : " ";
    }

    /// Digits of whatever script as those everybody knows.
    private static String digits(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (Character.isDigit(point)) {
                plain.append(Character.digit(point, 10));
            } else {
                plain.appendCodePoint(point);
            }
        });
        return plain.toString();
    }
}
