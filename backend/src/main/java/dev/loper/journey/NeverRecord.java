package dev.loper.journey;

import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What is never recorded, whatever a page sends: passwords, card numbers and their codes, bank accounts, one-time codes.
///
/// The snippet leaves these out already; this is the second wall, on the server, before anything is kept. It goes by what a
/// field is called and by what a value looks like, in names, values, keys and addresses alike. When in doubt it leaves out.
final class NeverRecord {

    private static final int KEYS = 40;
    private static final int ITEMS = 40;
    private static final int DEPTH = 4;
    private static final int TEXT = 200;
    private static final String HIDDEN = "…";

    /// Names of fields, without case and signs.
    private static final Pattern SECRET_NAME = Pattern.compile(
            "passw|passwort|wachtwoord|kennwort|passphrase|passcode|^pwd|pwd$|^pass$|secret"
                    + "|token|^auth|authoriz|session|cookie|apikey|privatekey|creditcard|debitcard|cardnumber|cardno|cardnr|cardnum|^card[0-9]*$|^cc[0-9]*$"
                    + "|^ccn|ccnum|ccnr|kaartnummer|kaartnr|creditkaart|^kaart|^pan$|cvc|cvv|cvn|^csc|securitycode|veiligheidscode|beveiligingscode|cardexp|ccexp|expir"
                    + "|iban|bankaccount|accountnumber|rekening|sortcode|routingnumber|^otp|otp$|onetime|eenmalig|totp|2fa|mfa|^pin$|pincode|^tan$|tancode|smscode"
                    + "|verificationcode|verificatiecode|verifycode|authcode|loginc?ode|^code$|bsn|burgerservice|socialsecurity|^ssn|passport|paspoort|signature");
    private static final Pattern CARD = Pattern.compile("[0-9](?:[^0-9a-zA-Z]{0,3}[0-9]){11,18}");
    /// How long the account numbers of each country are (SWIFT's IBAN registry).
    private static final String IBANS = "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29"
            + "ES24FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25"
            + "MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25"
            + "SV28TL23TN24TR26UA29VA22VG24XK20YE30";
    private static final Map<String, Integer> IBAN_LENGTHS = IntStream.range(0, IBANS.length() / 4).mapToObj(
            at -> IBANS.substring(4 * at, 4 * at + 4)).collect(
                    Collectors.toUnmodifiableMap(
                            country -> country.substring(0, 2), country -> Integer.valueOf(country.substring(2))));
    private static final Pattern JWT = Pattern.compile("eyJ[\\w-]{8,}\\.[\\w-]{8,}");
    private static final Pattern CODE_SAID = Pattern.compile(
            "(?i)\\b(?:password|passwd|wachtwoord|cvc|cvv|otp|pin(?:code)?|one[- ]?time code|code is|code:)\\b[^a-z0-9]{0,4}\\S+");

    private NeverRecord() {}

    /// Words without what must not be kept.
    static String clean(String words) {
        String text = Normalizer.normalize(words, Normalizer.Form.NFKC).replaceAll("[\\p{Cc}\\p{Cf}]+", " ").strip();
        String digits = asciiDigits(text);
        if (JWT.matcher(digits).find() || cards(digits) || ibans(digits)) {
            return HIDDEN;
        }
        String said = CODE_SAID.matcher(digits).replaceAll(HIDDEN);
        return said.length() <= TEXT ? said : said.substring(0, said.offsetByCodePoints(0, TEXT / 2));
    }

    /// The page an address names: without query, fragment and credentials, and without path parts that look like secrets.
    static @Nullable String address(@Nullable String url) {
        if (url == null || url.length() > 2000) {
            return null;
        }
        try {
            URI uri = new URI(url.replaceFirst("[?#].*", ""));
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (!web || uri.getHost() == null) {
                return null;
            }
            StringBuilder path = new StringBuilder();
            for (String part : (uri.getPath() == null ? "" : uri.getPath()).split("/", -1)) {
                path.append(path.isEmpty() && part.isEmpty() && path.length() == 0 ? "" : "/").append(part(part));
            }
            String whole = path.toString().startsWith("/") ? path.toString() : "/" + path;
            return new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), whole.replaceAll("^/+", "/"), null,
                    null).toASCIIString();
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static String part(String part) {
        boolean long32 = part.length() > 32 && part.chars().anyMatch(Character::isDigit);
        return long32 || part.contains("@") || part.contains(";") || clean(part).contains(HIDDEN) ? "-" : part;
    }

    /// Data without what must not be kept, and not more of it than is useful.
    static ObjectNode data(@Nullable JsonNode data) {
        return data instanceof ObjectNode object ? object(object, 0) : JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode object(ObjectNode from, int depth) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : from.properties()) {
            if (kept.size() < KEYS && named(field.getKey())) {
                JsonNode value = value(field.getValue(), depth + 1);
                if (value != null && !labelled(from)) {
                    kept.set(field.getKey(), value);
                }
            }
        }
        return kept;
    }

    /// `{"name": "cvc", "value": "123"}`: the secret's name stands in a value.
    private static boolean labelled(ObjectNode object) {
        for (String key : new String[]{"name", "field", "key", "id", "label", "type", "autocomplete"}) {
            JsonNode name = object.get(key);
            if (name != null && name.isString() && object.has("value") && secret(name.asString())) {
                return true;
            }
        }
        return false;
    }

    private static boolean named(String key) {
        return key.length() <= 60 && !secret(key) && clean(key).equals(key.strip());
    }

    static boolean secret(String name) {
        return SECRET_NAME.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll(
                "[^a-z0-9]", "")).find();
    }

    private static @Nullable JsonNode value(JsonNode value, int depth) {
        if (value.isString() || value.isNumber()) {
            String text = clean(value.isString() ? value.asString() : value.asString());
            return text.equals(HIDDEN) || value.isString() ? JsonNodeFactory.instance.stringNode(text) : value;
        }
        if (value.isBoolean()) {
            return value;
        }
        if (depth >= DEPTH) {
            return null;
        }
        return switch (value) {
            case ObjectNode object -> object(object, depth);
            case ArrayNode array -> array(array, depth);
            default -> null;
        };
    }

    /// A number cut into pieces is still that number.
    private static @Nullable JsonNode array(ArrayNode from, int depth) {
        StringBuilder whole = new StringBuilder();
        from.forEach(item -> whole.append(item.isValueNode() ? item.asString() : "").append(' '));
        if (clean(whole.toString()).equals(HIDDEN)) {
            return null;
        }
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        for (JsonNode item : from) {
            JsonNode value = kept.size() < ITEMS ? value(item, depth + 1) : null;
            if (value != null) {
                kept.add(value);
            }
        }
        return kept;
    }

    private static String asciiDigits(String text) {
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

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int part = i % 2 == 1 ? digit * 2 : digit;
            sum += part > 9 ? part - 9 : part;
        }
        return sum % 10 == 0 && !digits.chars().allMatch(digit -> digit == '0');
    }

    /// However it is written: with spaces, signs or words right beside it.
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
