package dev.loper.promise;

import dev.loper.promise.PromiseSentence.Language;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of a page, in one language: of a promise's (`promise/page_en.properties`, `page_nl.properties`).
final class PageWords {

    private final ResourceBundle words;

    private PageWords(ResourceBundle words) {
        this.words = words;
    }

    static PageWords in(Language language) {
        return read("promise/page", language);
    }

    /// The words of a colleague request: its letters and its page (`promise/request_en.properties`, `request_nl.properties`).
    static PageWords ofRequest(Language language) {
        return read("promise/request", language);
    }

    /// The words of a mail that says that a promise is late (`promise/escalation_en.properties`, `escalation_nl.properties`).
    static PageWords ofEscalation(Language language) {
        return read("promise/escalation", language);
    }

    private static PageWords read(String name, Language language) {
        return new PageWords(ResourceBundle.getBundle(name, Locale.of(language.tag()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    String say(String key, Object... parts) {
        return MessageFormat.format(words.getString(key).replace("'", "''"), parts);
    }

    /// A length of time as people say it: a moment, then minutes, hours, days.
    String length(Duration time) {
        Duration positive = time.abs();
        if (positive.toMinutes() < 1) {
            return say("moment");
        }
        if (positive.toHours() < 1) {
            return say("minutes", positive.toMinutes());
        }
        return positive.toDays() < 1
                ? say("hours", positive.toHours(), positive.toMinutesPart())
                : say("days", positive.toDays(), positive.toHoursPart());
    }

    /// What a channel is called; none if customers cannot choose it.
    boolean names(String channel) {
        return words.containsKey("way." + channel);
    }
}
