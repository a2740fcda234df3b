package dev.loper.fact;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;

/// How people ask for something, in one language: the words that stand before what they ask for, and after it.
///
/// @param frames  end where the thing asked for begins; between lie only light words
/// @param heavy   words of which one in between makes the question one for something else: a photo of the number
record Asking(String language, List<Frame> frames, Pattern heavy) {

    /// @param before  up to what is asked for
    /// @param after   what must follow it; null: anything
    /// @param unless  what must not follow it
    record Frame(Pattern before, @org.jspecify.annotations.Nullable Pattern after,
            @org.jspecify.annotations.Nullable Pattern unless) {

        static Frame of(String before) {
            return new Frame(Pattern.compile(before), null, null);
        }

        Frame followedBy(String words) {
            return new Frame(before, Pattern.compile(words), unless);
        }

        Frame unless(String words) {
            return new Frame(before, after, Pattern.compile(words));
        }
    }

    private static final String GAP = "((?:[a-z'#&-]+,? ){0,10})$";
    private static final String SHORT_GAP = "((?:[a-z'#&-]+ ){0,5})$";
    private static final String AND_ALONE = "^(?:[a-z ]{0,20}, |and |also |just |so |ok |or )?(?:and |what about |how about )?(?:your |the )?()$";
    private static final String EN_ALONE = "^(?:[a-z ]{0,20}, |en |ook |dan |nog |of )?(?:je |jouw |uw |het |de )?()$";

    private static final String EN_GIVING = "(?:give|send|share|tell|provide|confirm|let me know|let us know|leave|reply with|mail|e-mail|text|drop|note|include|mention|pass|repeat|quote|fill in|look up|state|forward|supply|write down)";

    static final Asking ENGLISH = new Asking("en", List.of(
            Frame.of("\\b(?:what(?:'s| is| are| was| were)|which|what) " + SHORT_GAP),
            Frame.of("\\b(?:can|could|would|will) (?:you|u) (?:please |maybe |also |just |kindly |perhaps |then )*"
                    + EN_GIVING + " " + GAP),
            Frame.of("\\bmind (?:giving|sending|sharing|telling|providing|confirming|leaving|repeating) " + GAP),
            Frame.of(
                    "\\b(?:can|could|may|might) (?:i|we) (?:please |also |just |then |perhaps )*(?:have|get|ask for|ask you for|ask|note down|note|know|take|take down) "
                            + GAP),
            Frame.of("\\bplease (?:also |just |do |then )*" + EN_GIVING + " " + GAP),
            Frame.of("(?:^|, )(?:and |also |then |just |ok |so |simply )*" + EN_GIVING + " " + GAP).unless(
                    "^ (?:and|or) (?:i|we) have"),
            Frame.of(
                    "\\b(?:i|we)(?:'d| would|'ll| will)?(?: only| just| still| also| then| do)*(?: need| require| miss| lack|'m(?: still)? missing| am(?: still)? missing|'re(?: still)? missing| are(?: still)? missing| could use) "
                            + GAP),
            Frame.of(
                    "\\bdo you (?:still |happen to |maybe |perhaps |also )*(?:have|know|remember|recall) " + SHORT_GAP),
            Frame.of(AND_ALONE).followedBy("^(?:,? (?:please|pls|too|then)| again)?[ ,]*\\?|^,? (?:please|pls)\\b")),
            Pattern.compile(
                    "\\b(?:photos?|pictures?|pics?|screenshots?|copy|copies|invoice|receipt|form|label|box|parcel|whether|if|why|because|without|message|moment|look)\\b"));

    static final Asking DUTCH = new Asking("nl", List.of(
            Frame.of("\\b(?:wat (?:is|was|zijn|waren)|welke?) " + SHORT_GAP),
            Frame.of("\\b(?:mag|mogen|kan|kunnen|zou|zouden) (?:ik|wij|we) " + GAP).unless(
                    "\\b(?:aan|gebruiken|wijzigen|veranderen|aanpassen|geven|doorgeven|delen|sturen|bellen|zien|checken|controleren)\\b"),
            Frame.of("\\b(?:kun|kan|kunt|zou|zoudt|wil|wilt|wou) (?:je|jij|u|jullie) " + GAP).followedBy(
                    "\\b(?:geven|sturen|stuur|doorgeven|delen|vertellen|mailen|appen|noemen|weten|toesturen|doorsturen|opsturen|aangeven|invullen|opzoeken|bevestigen|herhalen|doormailen|opgeven|nasturen|erbij zetten)\\b"),
            Frame.of(
                    "\\b(?:kun|kan|kunt|zou|zoudt|wil|wilt) (?:je|jij|u) (?:[a-z]+ ){0,4}(?:geven|sturen|doorgeven|laten weten|aangeven|vertellen) "
                            + SHORT_GAP),
            Frame.of("(?:^|, |\\bdan )(?:en |ook |dan |nog )?(?:stuur|geef|vertel|deel|mail|app|noem|laat) "
                    + GAP).unless(
                            "\\b(?:aan de|aan het) "),
            Frame.of("\\b(?:heb|hebben) " + GAP).followedBy("^[a-z ]*\\bnodig\\b").unless("\\b(?:niet|geen) .*nodig"),
            Frame.of("\\b(?:mis|missen) " + SHORT_GAP),
            Frame.of("\\bgraag " + GAP).unless("\\b(?:houden|wijzigen|veranderen)\\b"),
            Frame.of("\\b(?:ontvang|ontvangen|hoor|horen|krijg|krijgen) (?:ik |wij |we )?graag " + GAP),
            Frame.of("\\b(?:heb|hebt|heeft|weet) (?:je|jij|u) " + SHORT_GAP).unless(
                    "\\b(?:gekregen|ontvangen|gehad|gevonden|gebruikt|gespeld|gezien|gewijzigd|aangepast|al)\\b"),
            Frame.of(EN_ALONE).followedBy(
                    "^(?: ook| nog| dan)?[ ,]*\\?|^,? (?:graag|a\\.u\\.b|aub|alsjeblieft|alstublieft)")),
            Pattern.compile(
                    "\\b(?:foto|foto's|kopie|factuur|bon|formulier|retourformulier|sticker|label|doos|pakket|waarom|omdat|zodat|zonder|momentje|niet|geen|al|hier)\\b"));

    /// Whether something at this place of a sentence is asked for.
    boolean asks(String sentence, int from, int to) {
        String before = sentence.substring(0, from);
        String after = sentence.substring(to);
        return frames.stream().anyMatch(frame -> fits(frame, before, after));
    }

    private boolean fits(Frame frame, String before, String after) {
        Matcher found = frame.before().matcher(before);
        return found.find() && !heavy.matcher(found.group(1)).find()
                && (frame.after() == null || frame.after().matcher(after).find())
                && (frame.unless() == null || !frame.unless().matcher(after).find());
    }
}
