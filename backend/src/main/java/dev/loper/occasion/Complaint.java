package dev.loper.occasion;

import java.util.Collection;
import java.util.regex.Pattern;

/// Whether somebody complains, by their words. Pure. When in doubt it says yes: a gesture that is left out hurts nobody.
final class Complaint {

    private static final Pattern WORDS = Pattern.compile(
            "(?iU)\\b(?:klacht(?:en)?|klagen|beklaag|ontevreden|teleurgesteld\\w*"
                    + "|teleurstellend|boos|woedend|belachelijke?|schandalige?|schande|onacceptabele?|waardeloze?|waardeloos|slechte service"
                    + "|nooit meer|geld terug|compensatie|schadevergoeding|ombudsman|consumentenbond|geschillencommissie"
                    + "|complain\\w*|unhappy|dissatisfied|disappoint\\w*|angry|furious|ridiculous|unacceptable|disgrace\\w*"
                    + "|appalling|terrible|awful|worst|never again|money back|compensation|outrage\\w*|fed up)\\b");

    private Complaint() {}

    static boolean in(Collection<String> messages) {
        return messages.stream().anyMatch(text -> WORDS.matcher(text).find());
    }
}
