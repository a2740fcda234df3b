package dev.loper.fact;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Finds facts in what a customer wrote. Pure: the same words give the same facts.
///
/// A number means little by itself; it is an order number beside the word, or as the answer to the question. All patterns
/// are matched in linear time (RE2), since both the words and some of the patterns come from people. RE2 is thorough and slow,
/// so a pattern is only tried on words that hold one of its cues.
final class FactFinder {

    /// Words looked at, in UTF-16 units: nobody tells their postcode after these.
    static final int MOST = 10_000;
    /// Facts of one message.
    private static final int MANY = 20;
    private static final int VALUE = 200;

    private static final String MONTHS = "(?:jan(?:uary|uari)?|feb(?:ruary|ruari)?|mar(?:ch)?|maart|mrt|apr(?:il)?|may|mei|june?|juni|july?|juli"
            + "|aug(?:ust|ustus)?|sep(?:t(?:ember)?)?|oct(?:ober)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private static final String DAYS = "(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|maandag|dinsdag|woensdag|donderdag|vrijdag"
            + "|zaterdag|zondag)";
    private static final String CODE = "([A-Za-z]{0,4}-?[0-9][0-9A-Za-z]*(?:[-/][0-9A-Za-z]+){0,3})";

    private static final Pattern ORDER = Pattern.compile(
            "(?i)\\b(?:order|bestelling|bestel|ordernummer|bestelnummer|ordernr|bestelnr)\\b[- ]?(?:number|nummer|nr|no|id|code|reference)?\\b"
                    + "\\.?(?: +(?:is|was|met|with|van|nummer|number))*[ :=]*#? ?" + CODE);
    /// “Your order number of last time was 4711-82”: a few words stand between, and it is said which it is.
    private static final Pattern ORDER_WAS = Pattern.compile(
            "(?i)\\b(?:order ?(?:number|nummer|nr)|bestel ?(?:nummer|nr))\\b\\.?(?: +\\pL{1,12}){1,5} +(?:is|was|:) *#?"
                    + CODE);
    private static final Pattern HASH = Pattern.compile("(?:^|\\s)#([0-9][0-9-]{3,14})\\b");
    private static final Pattern BARE_CODE = Pattern.compile("(?:^|[\\s(“\"])" + CODE + "\\b");
    private static final Pattern DUTCH_POSTCODE = Pattern.compile("\\b([1-9][0-9]{3}) ?([A-Z]{2})\\b");
    private static final Pattern NAMED_POSTCODE = Pattern.compile(
            "(?i)\\b(?:postcode|post code|postal code|zip(?: code)?)\\b(?: +(?:is|van mij is))?[ :=]*([1-9][0-9]{3} ?[A-Z]{2}|[0-9]{4,5}|[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2})\\b");
    private static final Pattern ANSWERED_POSTCODE = Pattern.compile("(?i)\\b([1-9][0-9]{3}) ?([a-z]{2})\\b");
    /// “The item is broken” names none; “product: lamp Fjord” and “the item is a lamp” do.
    private static final Pattern PRODUCT = Pattern.compile(
            "(?i)\\b(?:product|artikel|article|item|model)(?:(?:-?nummer| number|-?nr)?(?: +(?:is|was))?[ ]*[:=] *"
                    + "|(?:-?nummer| number|-?nr) +(?:is|was) +| +(?:is|was) +(?:the|a|an|de|het|een) +)([^.,;!?\\n]{2,60})");
    private static final Pattern ABOUT = Pattern.compile(
            "(?i)\\b(?:it is|it's|this is|het gaat|gaat|dit gaat) (?:about|om|over) (?:the|my|een|de|het|mijn) ([^.,;!?\\n]{3,40}?)"
                    + "(?: (?:from my|in my|uit mijn|van mijn|in mijn|that|which|die|dat|because|omdat)\\b|[.,;!?\\n]|$)");
    private static final Pattern ORDERED = Pattern.compile(
            "(?i)\\bi (?:have |just |had )?(?:ordered|bought|purchased) (?:a|an|the|two|three) ([^.,;!?\\n]{3,40}?)"
                    + "(?: (?:yesterday|today|last|on|from|at|for|and|but|that|which|online)\\b|[.,;!?\\n]|$)");
    private static final Pattern BESTELD = Pattern.compile(
            "(?i)\\bik heb (?:(?:gisteren|vandaag|vorige week|net|laatst|online|bij jullie) )*(?:een|de|het|twee|drie) ([^.,;!?\\n]{3,40}?)"
                    + "(?: (?:gisteren|vandaag|vorige week|net|laatst|online|bij jullie))* (?:besteld|gekocht|aangeschaft)\\b");
    private static final Pattern INTRODUCED = Pattern.compile(
            "(?i)^(?:(?:it is|it's|that is|that's|het is|dat is) )?(?:(?:the|a|an|my|de|het|een|mijn) )?");
    private static final Pattern DATE = Pattern.compile(
            "(?i)\\b(?:[0-3]?[0-9][-/.][01]?[0-9][-/.]20[0-9]{2}|20[0-9]{2}-[01][0-9]-[0-3][0-9]"
                    + "|(?:" + DAYS + " )?[0-3]?[0-9](?:st|nd|rd|th|e)? " + MONTHS + "\\b(?: 20[0-9]{2})?|" + MONTHS
                    + " [0-3]?[0-9](?:st|nd|rd|th)?\\b(?:,? 20[0-9]{2})?)");
    private static final Pattern ANSWERED_DAY = Pattern.compile(
            "(?i)\\b(?:next |volgende |komende |aanstaande )?(?:" + DAYS
                    + "|today|tomorrow|vandaag|morgen|overmorgen)\\b");
    private static final Pattern PREFERS = Pattern.compile(
            "(?i)\\b((?:i(?:'d| would)? (?:prefer|rather)|preferably|please (?:only )?(?:call|email|mail|text|whatsapp) me|please (?:do not|don't) (?:call|email|text)"
                    + "|liever|liefst|bij voorkeur|graag (?:per|via|telefonisch))\\b[^.,;!?\\n]{0,60})");
    private static final Pattern CHANNEL_WORD = Pattern.compile(
            "(?i)\\b(?:e-?mail|mail|mailen|gemaild|bel|bellen|gebeld|telefoon|telefonisch|whatsapp|appen|geappt|sms|chat|call|called|phone|text)\\b");
    private static final Pattern MAIL = Pattern.compile(
            "(?i)\\b[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,4}\\b");
    private static final Pattern CALLED = Pattern.compile(
            "\\b(?:[Mm]ijn naam is|[Ii]k heet|[Mm]y name is|[Ii] am called|[JjUu]e? spreekt met|[Yy]ou are speaking with) (\\p{Lu}[\\p{L}'’-]{1,30}(?: (?:van|der|den|de|ten|ter|von|el|al|\\p{Lu}[\\p{L}'’-]{1,30})\\b){0,4})");
    private static final Pattern NUMERIC_DATE = Pattern.compile(
            "[0-3]?[0-9][-/.][01]?[0-9][-/.][0-9]{2,4}|20[0-9]{2}-[01][0-9]-[0-3][0-9]");

    private static final List<String> ORDER_CUES = List.of("order", "bestel");
    private static final List<String> POSTCODE_CUES = List.of("post", "zip");
    private static final List<String> PRODUCT_CUES = List.of("product", "artikel", "article", "item", "model");
    private static final List<String> ABOUT_CUES = List.of(" about ", " om ", " over ");
    private static final List<String> ORDERED_CUES = List.of("ordered ", "bought ", "purchased ", "ik heb ");
    private static final List<String> PREFERS_CUES = List.of("prefer", "rather", "please ", "liever", "liefst",
            "voorkeur", "graag ");
    private static final List<String> CALLED_CUES = List.of("naam is", "ik heet", "name is", "am called", "spreekt met",
            "speaking with");
    /// Of a number somebody can be called at.
    private static final int PHONE_DIGITS = 7;

    private static final Set<String> NO_LETTERS = Set.of("SA", "SD", "SS");

    /// @param asked kinds that had just been asked for: then the bare answer will do
    List<Found> find(String text, List<FactKind> kinds, Set<String> asked) {
        Said said = Said.of(text.length() > MOST ? text.substring(0, MOST) : text);
        String words = said.words();
        Set<Found> found = new LinkedHashSet<>();
        if (said.digits() > 0) {
            orders(said, asked.contains(BuiltIn.ORDER_NUMBER.id()), found);
            postcodes(said, asked.contains(BuiltIn.POSTCODE.id()), found);
            each(DATE, words, BuiltIn.DATE, found);
        }
        products(said, asked.contains(BuiltIn.PRODUCT.id()), found);
        if (asked.contains(BuiltIn.DATE.id())) {
            each(ANSWERED_DAY, words, BuiltIn.DATE, found);
        }
        if (said.holds(PREFERS_CUES)) {
            groups(PREFERS, words, BuiltIn.PREFERENCE, value -> CHANNEL_WORD.matcher(value).find(), found);
        }
        if (said.digits() >= PHONE_DIGITS) {
            phones(words, found);
        }
        if (words.indexOf('@') >= 0) {
            each(MAIL, said.lower(), BuiltIn.EMAIL, found);
        }
        if (said.holds(CALLED_CUES)) {
            groups(CALLED, words, BuiltIn.NAME, found);
        }
        kinds.forEach(kind -> custom(kind, words, found));
        return found.stream().limit(MANY).toList();
    }

    /// What was said, and what can be seen of it at a glance.
    private record Said(String words, String lower, long digits) {

        static Said of(String words) {
            return new Said(words, words.toLowerCase(Locale.ROOT), words.chars().filter(Character::isDigit).count());
        }

        boolean holds(List<String> cues) {
            return cues.stream().anyMatch(lower::contains);
        }
    }

    private static void orders(Said said, boolean asked, Set<Found> found) {
        if (said.holds(ORDER_CUES)) {
            groups(ORDER, said.words(), BuiltIn.ORDER_NUMBER, FactFinder::looksLikeAnOrder, found);
            groups(ORDER_WAS, said.words(), BuiltIn.ORDER_NUMBER, FactFinder::looksLikeAnOrder, found);
        }
        if (said.words().indexOf('#') >= 0) {
            groups(HASH, said.words(), BuiltIn.ORDER_NUMBER, FactFinder::looksLikeAnOrder, found);
        }
        if (asked && found.isEmpty()) {
            Matcher bare = BARE_CODE.matcher(said.words());
            while (bare.find()) {
                if (looksLikeAnOrder(bare.group(1)) && !DUTCH_POSTCODE.matcher(bare.group(1)).matches()) {
                    found.add(new Found(BuiltIn.ORDER_NUMBER.id(), bare.group(1)));
                    return;
                }
            }
        }
    }

    private static boolean looksLikeAnOrder(String value) {
        long digits = value.chars().filter(Character::isDigit).count();
        return digits >= 3 && value.length() <= 20 && !NUMERIC_DATE.matcher(value).matches();
    }

    private static void postcodes(Said said, boolean asked, Set<Found> found) {
        String words = said.words();
        Matcher dutch = (asked ? ANSWERED_POSTCODE : DUTCH_POSTCODE).matcher(words);
        while (dutch.find()) {
            String letters = dutch.group(2).toUpperCase(Locale.ROOT);
            if (!NO_LETTERS.contains(letters)) {
                found.add(new Found(BuiltIn.POSTCODE.id(), dutch.group(1) + " " + letters));
            }
        }
        if (!said.holds(POSTCODE_CUES)) {
            return;
        }
        Matcher named = NAMED_POSTCODE.matcher(words);
        while (named.find()) {
            String value = named.group(1).toUpperCase(Locale.ROOT);
            found.add(new Found(BuiltIn.POSTCODE.id(),
                    value.replaceFirst("^([1-9][0-9]{3}) ?([A-Z]{2})$", "$1 $2")));
        }
    }

    private static void products(Said said, boolean asked, Set<Found> found) {
        String words = said.words();
        if (said.holds(PRODUCT_CUES)) {
            groups(PRODUCT, words, BuiltIn.PRODUCT, Things::is, found);
        }
        if (said.holds(ABOUT_CUES)) {
            groups(ABOUT, words, BuiltIn.PRODUCT, Things::is, found);
        }
        if (said.holds(ORDERED_CUES)) {
            groups(ORDERED, words, BuiltIn.PRODUCT, Things::is, found);
            groups(BESTELD, words, BuiltIn.PRODUCT, Things::is, found);
        }
        String whole = words.strip();
        if (asked && found.stream().noneMatch(one -> one.kind().equals(BuiltIn.PRODUCT.id())) && whole.length() <= 60
                && !whole.contains("?") && !whole.contains("\n")) {
            String thing = INTRODUCED.matcher(whole).replaceFirst("").replaceFirst("[.!]+$", "").strip();
            if (thing.length() >= 3 && Things.alone(thing)) {
                found.add(new Found(BuiltIn.PRODUCT.id(), thing));
            }
        }
    }

    private static void phones(String words, Set<Found> found) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        for (PhoneNumberMatch match : numbers.findNumbers(words, "NL", Leniency.VALID, 50)) {
            found.add(new Found(BuiltIn.PHONE.id(), numbers.format(match.number(), PhoneNumberFormat.E164)));
        }
    }

    private static void custom(FactKind kind, String words, Set<Found> found) {
        if (kind.pattern() == null) {
            return;
        }
        places(kind.pattern(), words).forEach(
                place -> found.add(new Found(kind.id(), words.substring(place.from(), place.to()).strip())));
    }

    /// A stretch of words, in UTF-16 units.
    record Place(int from, int to) {}

    /// Where a pattern finds a value: its first group, or the whole.
    static List<Place> places(Pattern pattern, String words) {
        Matcher match = pattern.matcher(words);
        List<Place> places = new ArrayList<>();
        for (int many = 0; many < MANY && match.find(); many++) {
            int group = match.groupCount() > 0 ? 1 : 0;
            String value = match.group(group);
            if (value != null && !value.isBlank() && value.length() <= VALUE) {
                places.add(new Place(match.start(group), match.end(group)));
            }
        }
        return places;
    }

    private static void each(Pattern pattern, String words, BuiltIn kind, Set<Found> found) {
        Matcher match = pattern.matcher(words);
        while (match.find()) {
            found.add(new Found(kind.id(), match.group().strip()));
        }
    }

    private static void groups(Pattern pattern, String words, BuiltIn kind, Set<Found> found) {
        groups(pattern, words, kind, value -> true, found);
    }

    private static void groups(Pattern pattern, String words, BuiltIn kind,
            java.util.function.Predicate<String> fits, Set<Found> found) {
        Matcher match = pattern.matcher(words);
        while (match.find()) {
            String value = match.group(1).strip();
            if (!value.isEmpty() && fits.test(value)) {
                found.add(new Found(kind.id(), value));
            }
        }
    }
}
