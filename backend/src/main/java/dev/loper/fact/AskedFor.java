package dev.loper.fact;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a kind of fact is called in questions of one language, and the questions that ask for it without calling it anything.
///
/// @param named what it is called; asked for only in a frame ([Asking])
/// @param whole questions as they are; a first group that is one of [#OTHER_THINGS] makes it a question for that
record AskedFor(String kind, Asking asking, @Nullable Pattern named, @Nullable Pattern whole) {

    private static final String CHANNEL = "(?:e-?mail|e-?mailed|mails?|mailed|phone|telephone|calls?|called|whatsapp|texts?|text message|chat|sms)";
    private static final String KANAAL = "(?:e-?mail|mail|mails|mailen|mailtje|gemaild|bel|bellen|gebeld|belletje|telefoon|telefoontje|telefonisch|whatsapp|appen|appje|geappt|sms|chat|chatten)";

    /// “Which colour did you order?” asks for no product.
    private static final Set<String> OTHER_THINGS = Set.of("order", "colour", "color", "size", "day", "date", "number",
            "name", "email", "channel", "address", "floor", "depot", "time", "bestelling", "kleur", "maat", "dag",
            "datum",
            "nummer", "naam", "adres", "etage", "verdieping", "tijd", "postcode", "manier", "week", "month", "maand");

    static final List<AskedFor> BUILT_IN = List.of(
            of(BuiltIn.ORDER_NUMBER, Asking.ENGLISH,
                    "\\border ?(?:number|numbers|reference|id|code|no\\b\\.?|nr\\b\\.?|#)|\\bnumbers? of (?:your|the) orders?\\b",
                    "\\b(?:which|what) orders? (?:is it|is this|it is|it's|this is|are you|do you|you mean|does|did|this|it concerns|would|should|was|were)\\b|\\b(?:for|about|in|on) (?:which|what) order\\b"),
            of(BuiltIn.ORDER_NUMBER, Asking.DUTCH,
                    "\\b(?:order|bestel|bestellings)[- ]?(?:nummers?|nr|code)\\b|\\bnummers? van (?:je|jouw|uw|de) (?:bestelling|order)",
                    "\\b(?:om|over|bij|voor|van|op) welke (?:bestelling|order)\\b|\\bwelke (?:bestelling|order) (?:bedoel|gaat|betreft|het|is|dit|heb|wil)"),
            of(BuiltIn.POSTCODE, Asking.ENGLISH, "\\b(?:post ?codes?|postal codes?|zip ?codes?|zip)\\b", null),
            of(BuiltIn.POSTCODE, Asking.DUTCH, "\\bpost ?codes?\\b", null),
            of(BuiltIn.PHONE, Asking.ENGLISH,
                    "\\b(?:phone|telephone|mobile|cell|cellphone|mobile phone|contact|call-?back) ?numbers?\\b|\\bnumbers? (?:to|where|on which) (?:reach|call|ring|phone|i can|we can|my)\\b",
                    "\\b(?:what|which) (?:phone |telephone |mobile )?number (?:can|should|may|could|do|does|is best|are you|will|would|to)\\b|\\bwhat number\\b.*\\b(?:use|call|ring|dial)\\b"),
            of(BuiltIn.PHONE, Asking.DUTCH,
                    "\\b(?:telefoon|mobiele?|gsm|contact)[ -]?nummers?\\b|\\b06-?nummer\\b|\\bnummer (?:om|waarop)\\b",
                    "\\bwelk (?:telefoon|mobiel |gsm-?|tele)?nummer\\b.*\\b(?:bereik|bereiken|bereikbaar|bellen|terugbellen|bel|kan)\\b"),
            of(BuiltIn.EMAIL, Asking.ENGLISH,
                    "\\b(?:e-?mail|mail) ?-?address(?:es)?\\b|\\byour e-?mail\\b|\\be-?mail (?:did|do|have|are|is it) ?(?:you)?\\b",
                    "\\bwhere (?:can|may|should) (?:i|we) (?:e-?mail|mail)\\b"),
            of(BuiltIn.EMAIL, Asking.DUTCH, "\\b(?:e-?)?mail ?-?adres(?:sen)?\\b|\\b(?:je|jouw|uw) e-?mail\\b", null),
            of(BuiltIn.NAME, Asking.ENGLISH,
                    "\\byour (?:full |first |last |first and last )?(?:name|surname)\\b|\\b(?:full|last|first|family) name\\b|\\bsurname\\b",
                    "\\bwho(?:m)? am i (?:speaking|talking|chatting|dealing)\\b|\\b(?:what|which) name (?:is|was|did|should|are|on|were|can|may|it)\\b"),
            of(BuiltIn.NAME, Asking.DUTCH,
                    "\\b(?:je|jouw|uw)(?: volledige| hele| eigen)? (?:naam|achternaam|voornaam)\\b|\\b(?:achternaam|voornaam)\\b",
                    "\\bmet wie (?:spreek|praat|chat|heb)\\b|\\bhoe heet(?:en)? (?:je|u|jij)\\b|\\bhoe (?:je|u) heet\\b|\\b(?:op|onder) welke naam\\b"),
            of(BuiltIn.PRODUCT, Asking.ENGLISH,
                    "\\b(?:article|product|item|model) (?:number|code|name)\\b|\\bname of the (?:product|item|article)\\b",
                    "\\b(?:which|what) (?:products?|items?|articles?|models?|types?)(?: is| was| are| did| do| does| would| it| this| that| you| has| have| concerns| should)\\b"
                            + "|\\bwhich of (?:the|your) (?:items|products|articles)\\b|\\bwhat (?:exactly |precisely )?(?:did|have) you (?:order|ordered|buy|bought|purchase|purchased)\\b"
                            + "|\\bwhich ([a-z]+) (?:did you (?:order|buy|receive|purchase)|you (?:ordered|bought|received|purchased)|is it (?:exactly|about)|is this about|is (?:broken|damaged|missing|defective))\\b"),
            of(BuiltIn.PRODUCT, Asking.DUTCH,
                    "\\b(?:artikel|product|model)-?(?:nummer|code|naam)\\b|\\bnaam van het (?:product|artikel)\\b",
                    "\\bwelke? (?:product|artikel|model|type|producten|artikelen)\\b|\\bwelke? van (?:de|je|uw) (?:artikelen|producten|spullen)\\b"
                            + "|\\bwat (?:heb|heeft|hebt) (?:je|u|jij) (?:precies |dan |er |eigenlijk )*(?:besteld|gekocht|aangeschaft)\\b"
                            + "|\\bwelke? ([a-z]+) (?:(?:heb|heeft|hebt) (?:je|u) (?:besteld|gekocht|ontvangen|precies)|is het\\b|gaat het\\b|is (?:kapot|stuk|beschadigd))"),
            of(BuiltIn.DATE, Asking.ENGLISH,
                    "\\bdates? of (?:purchase|birth|delivery|the order)\\b|\\b(?:purchase|order|delivery) date\\b|\\b(?:dates?|days?) (?:that|which) (?:suits?|works?)\\b",
                    "\\bwhen (?:did|do|would|should|must|shall) (?:you|we|it)\\b|\\b(?:what|which) (?:days?|dates?)\\b|\\bby when\\b|\\bwhen (?:you|it was|you've) (?:ordered|order|bought|received|placed|need|purchased|delivered)\\b"),
            of(BuiltIn.DATE, Asking.DUTCH,
                    "\\b(?:aankoop|bestel|bezorg|lever)datum\\b|\\bdatum van (?:aankoop|de aankoop|de bestelling)\\b",
                    "\\bwanneer (?:heb|heeft|hebt|zou|schikt|komt|moet|mogen|mag|zullen|zou|wil|wilt|past) (?:je|u|jij|het|we|wij|ik|de)\\b|\\bwelke (?:dag|dagen|datum|data)\\b|\\b(?:voor|tegen) wanneer\\b"
                            + "|\\bwanneer (?:je|u) (?:het|dat|deze|de|hem|ze)? ?(?:[a-z]+ )?(?:besteld|gekocht|ontvangen|nodig)\\b"),
            of(BuiltIn.PREFERENCE, Asking.ENGLISH, "\\bpreferred (?:channel|way|contact)\\b",
                    "\\bhow (?:would|do|can|should|may|shall) (?:you|i|we)\\b.*\\b(?:to be (?:contacted|reached|updated|informed)|be reached|be contacted|reach you|hear from us|contact you|keep you)\\b"
                            + "|\\b(?:would|do) you (?:prefer|rather)\\b.*\\b" + CHANNEL
                            + "\\b|\\bbest way to (?:reach|contact|get in touch|get hold)\\b"
                            + "|\\b" + CHANNEL + "\\b.*\\bwhat do you prefer\\b|\\b(?:which|what) channel\\b"),
            of(BuiltIn.PREFERENCE, Asking.DUTCH, "\\bvoorkeurskanaal\\b",
                    "\\bhoe (?:word|wordt|wil|wilt|kan|kunnen|mag|mogen|zou|bereik|kunt)\\b.*\\b(?:bereiken|bereikt|contact|hoogte|benaderd|horen)\\b"
                            + "|\\b(?:heb|heeft|hebt|word|wordt|wil|wilt) (?:je|u|jij)\\b.*\\b(?:liever|liefst)\\b.*\\b"
                            + KANAAL
                            + "\\b|\\b" + KANAAL
                            + "\\b.*\\bwat (?:heb|heeft|hebt|wil|vind) (?:je|u) (?:het )?(?:liefst|fijnst|prettigst)\\b|\\bwelk kanaal\\b"
                            + "|\\bop welke manier\\b.*\\b(?:hoogte|contact|bereik|bereiken|horen)\\b"));

    /// The words of a question that say nothing of what is asked for.
    private static final Set<String> LIGHT = Set.of("wat", "is", "je", "jouw", "uw", "het", "de", "mag", "ik", "kun",
            "kunt", "u", "me", "mij", "geven", "sturen", "doorgeven", "welk", "welke", "een", "what", "what's", "your",
            "the", "may", "i", "have", "can", "could", "you", "give", "send", "tell", "us", "which", "a", "please",
            "are",
            "zijn", "heb", "even", "graag", "hebben", "van", "heeft");

    /// How people ask for a kind an administrator defined.
    static List<AskedFor> of(FactKind kind) {
        return List.of(custom(kind, Asking.ENGLISH, kind.questions().en(), kind.name().en()),
                custom(kind, Asking.DUTCH, kind.questions().nl(), kind.name().nl()));
    }

    private static AskedFor custom(FactKind kind, Asking asking, List<String> questions, String name) {
        String named = java.util.stream.Stream.concat(java.util.stream.Stream.of(name), questions.stream()).map(
                AskedFor::heavyWords).filter(
                        words -> !words.isEmpty()).distinct().collect(Collectors.joining("|"));
        return new AskedFor(kind.id(), asking, named.isEmpty() ? null : Pattern.compile("\\b(?:" + named + ")\\b"),
                null);
    }

    private static String heavyWords(String question) {
        return Sentences.of(question).stream().map(Sentences.Sentence::words).flatMap(
                words -> java.util.Arrays.stream(words.split("[^\\p{L}\\p{N}'-]+"))).filter(
                        word -> !word.isEmpty() && !LIGHT.contains(word)).map(Pattern::quote).collect(
                                Collectors.joining("[ -]"));
    }

    private static AskedFor of(BuiltIn kind, Asking asking, @Nullable String named, @Nullable String whole) {
        return new AskedFor(kind.id(), asking, named == null ? null : Pattern.compile(named),
                whole == null ? null : Pattern.compile(whole));
    }

    /// Whether a sentence asks for it.
    boolean in(String sentence) {
        return asksWhole(sentence) || asksNamed(sentence);
    }

    private boolean asksWhole(String sentence) {
        if (whole == null) {
            return false;
        }
        Matcher found = whole.matcher(sentence);
        while (found.find()) {
            String thing = found.groupCount() > 0 ? found.group(1) : null;
            if (thing == null || !OTHER_THINGS.contains(thing.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private boolean asksNamed(String sentence) {
        if (named == null) {
            return false;
        }
        Matcher found = named.matcher(sentence);
        while (found.find()) {
            if (asking.asks(sentence, found.start(), found.end())) {
                return true;
            }
        }
        return false;
    }
}
