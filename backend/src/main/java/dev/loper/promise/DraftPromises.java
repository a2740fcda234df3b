package dev.loper.promise;

import dev.loper.calendar.BusinessCalendar;
import dev.loper.calendar.Moment;
import dev.loper.calendar.Moments;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the first sentence of a draft that reads like a promise: “I'll get back to you tomorrow”, “ik kom er morgenochtend op
/// terug”.
///
/// It goes by forms of words, and would rather miss one than cry wolf: whoever writes says that they will do something for the
/// customer from a short list of things one promises. Questions, conditions, offers and what will not be done are no promises.
final class DraftPromises {

    private static final int MOST_WORDS = 7;
    /// Of a sentence; a longer one is none.
    private static final int LONGEST = 400;
    private static final Pattern SENTENCE = Pattern.compile("[^.!?\\n]+(?:[.](?=\\d)[^.!?\\n]*)*[.!?]*");
    private static final Pattern QUOTED = Pattern.compile("(?m)^>.*$");

    private record Forms(String language, Pattern promise, Pattern not) {}

    private static final String DOES = "(?:get back|come back|let you know|call|phone|ring|email|e-mail|mail|text|message"
            + "|write(?: to)?|send|check|find out|look into|look it up|ask|chase|arrange|sort|update|reply|respond|answer"
            + "|contact|inform|be in touch|report back|follow (?:this |it )?up|confirm|have (?:an?|the|your) (?:answer|reply|update))";
    private static final Forms ENGLISH = new Forms("en", words("(?:(?:i|we)(?: will|'ll| shall| am going to|'m going to"
            + "| are going to|'re going to)(?: (?:personally|also|then|definitely|certainly|gladly|just|try and))* "
            + DOES
            + "|you(?: will|'ll| shall)(?: \\w+)? (?:hear|have|receive|get)\\b.{0,60}\\b(?:from (?:me|us)|answer|reply|update|call"
            + "|news)|expect (?:an?|my|our|the) (?:answer|reply|call|update|message|email|mail)"
            + "|(?:my|a) colleague (?:will|is going to) " + DOES + ")"),
            words("if|unless|whether|won't|will not|not be able|cannot|can't|would|could|shall (?:i|we)|should (?:i|we)"
                    + "|do you want|happy to|in case|when you|as soon as you|once you|call you names|ask you to"));
    private static final String DOET = "(?:terug|weten|bellen|mailen|sturen|vragen|navragen|nakijken|uitzoeken|schrijven|horen"
            + "|opnemen|doorgeven|laten weten|regelen|nabellen|bevestigen|checken|informeren|antwoorden)";
    private static final Forms DUTCH = new Forms("nl",
            words("(?:\\b(?:ik|we|wij)\\b.{0,30}?\\b(?:kom|komen)\\b.{0,60}\\b(?:op|bij (?:je|jou|u|jullie)) terug"
                    + "|\\b(?:kom|komen)\\b (?:ik|we|wij)\\b.{0,60}\\b(?:op|bij (?:je|jou|u|jullie)) terug"
                    + "|\\b(?:ik|we|wij)\\b (?:bel|bellen|mail|mailen|app|stuur|sturen|schrijf|schrijven) (?:je|jou|u|jullie|hem|haar)\\b"
                    + "|\\b(?:bel|mail|app|stuur|schrijf) ik (?:je|jou|u|jullie)\\b"
                    + "|\\b(?:ik|we|wij)\\b (?:laat|laten)\\b.{0,60}\\bweten|\\b(?:laat|laten) (?:ik|we|wij)\\b.{0,60}\\bweten"
                    + "|\\b(?:ik|we|wij)\\b (?:zoek|zoeken|vraag|vragen|kijk|kijken|ga|gaan)\\b.{0,60}\\b(?:uit|na|navragen|nakijken|uitzoeken"
                    + "|nabellen|regelen|checken)"
                    + "|\\b(?:ik|we|wij)\\b (?:zal|zullen)\\b.{0,60}\\b" + DOET
                    + "|\\b(?:je|u|jullie) (?:hoort|hoor|horen|krijgt|krijg|krijgen|ontvangt|ontvang|ontvangen)\\b.{0,60}\\b(?:van (?:mij|me|ons)"
                    + "|antwoord|bericht|reactie|terugkoppeling)"
                    + "|\\b(?:hoor|hoort|krijg|krijgt|ontvang|ontvangt) (?:je|u|jullie)\\b.{0,60}\\b(?:van (?:mij|me|ons)|antwoord|bericht|reactie"
                    + "|terugkoppeling)"
                    + "|\\b(?:ik|we|wij)\\b (?:neem|nemen)\\b.{0,60}\\bcontact|\\b(?:neem|nemen) (?:ik|we|wij)\\b.{0,60}\\bcontact)"),
            words("als|indien|tenzij|mits|zodra (?:je|u)|wanneer (?:je|u)|of (?:je|u)|niet|geen|nooit|zou|zouden|kun je|kunt u"
                    + "|kan ik|zal ik|zullen we|wil je|wilt u|mocht(?:en)?|vraag ik (?:je|u)|graag van je"));

    private final BusinessCalendar calendar;
    private final ZoneId zone;
    private final Instant now;

    /// @param zone whose wall clock is meant
    DraftPromises(BusinessCalendar calendar, ZoneId zone, Instant now) {
        this.calendar = calendar;
        this.zone = zone;
        this.now = now;
    }

    /// A sentence that reads like a promise.
    ///
    /// @param from where it stands in the draft
    /// @param due  by when, if it says so, and we are there then
    record Noticed(int from, int to, String words, @Nullable Instant due) {}

    Optional<Noticed> in(String draft) {
        String own = QUOTED.matcher(draft).replaceAll(line -> " ".repeat(line.group().length()));
        Matcher sentences = SENTENCE.matcher(own);
        while (sentences.find()) {
            String sentence = sentences.group();
            Optional<Forms> forms = sentence.endsWith("?") || sentence.length() > LONGEST
                    ? Optional.empty()
                    : promises(sentence);
            if (forms.isPresent()) {
                int begin = sentences.start() + sentence.length() - sentence.stripLeading().length();
                return Optional.of(new Noticed(begin, sentences.start() + sentence.stripTrailing().length(),
                        sentence.strip(), due(sentence, forms.get().language())));
            }
        }
        return Optional.empty();
    }

    private static Optional<Forms> promises(String sentence) {
        String plain = sentence.toLowerCase(Locale.ROOT).replace('’', '\'').replaceAll("[\\s,;:()\"“”]+", " ").strip();
        return Stream.of(ENGLISH, DUTCH).filter(forms -> forms.promise().matcher(plain).find()
                && !forms.not().matcher(plain).find()).findFirst();
    }

    /// The longest run of words that means a moment; of several equally long ones the first.
    private @Nullable Instant due(String sentence, String language) {
        List<String> words = List.of(sentence.strip().replaceAll("[.!]+$", "").split("[\\s,;:()]+(?!\\d)"));
        for (int length = Math.min(MOST_WORDS, words.size()); length > 0; length--) {
            for (String run : runs(words, length)) {
                if (Moments.read(run, language, calendar, zone,
                        now) instanceof Moment.Understood(Instant from, Instant at) && tellsTime(run)) {
                    return at;
                }
            }
        }
        return null;
    }

    private static List<String> runs(List<String> words, int length) {
        List<String> runs = new ArrayList<>();
        for (int i = 0; i + length <= words.size(); i++) {
            runs.add(String.join(" ", words.subList(i, i + length)));
        }
        return runs;
    }

    /// A number alone, or a word such as “may”, is no moment in the middle of a sentence.
    private static boolean tellsTime(String run) {
        return !run.matches("(?i)\\d+([.,]\\d+)?|may|mar|sun|sat|close|opening|een|half|ma|di|wo|do|vr|za|zo|vroeg");
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?<![\\p{L}\\d])(?:" + alternatives + ")(?![\\p{L}\\d])");
    }
}
