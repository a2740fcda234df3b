package dev.loper.channel.voice;

import java.text.MessageFormat;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// What callers hear, in one language (`voice/words_en.properties`, `words_nl.properties`).
final class VoiceWords {

    private final ResourceBundle words;
    private final Locale locale;

    private VoiceWords(Locale locale) {
        this.locale = locale;
        this.words = ResourceBundle.getBundle("voice/words", locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /// @param wished the caller's language, if it is known
    /// @param usual  the one of callers whose own is not known, or whom we cannot speak to in it
    static VoiceWords in(@Nullable String wished, String usual) {
        String language = wished == null ? "" : Locale.forLanguageTag(wished).getLanguage();
        return new VoiceWords(Locale.of(language.equals("nl") || language.equals("en") ? language : usual));
    }

    String language() {
        return locale.getLanguage();
    }

    /// @param key   of the sentence that names the brand
    /// @param brand as whom we answer; empty for none
    String greeting(String key, String brand) {
        return brand.isBlank() ? say(key + ".unnamed") : say(key, brand);
    }

    String say(String key, Object... parts) {
        return MessageFormat.format(words.getString(key).replace("'", "''"), parts);
    }

    /// A moment as it is said: “Monday 9:00”.
    String moment(ZonedDateTime at) {
        return DateTimeFormatter.ofPattern("EEEE H:mm", locale).format(at);
    }
}
