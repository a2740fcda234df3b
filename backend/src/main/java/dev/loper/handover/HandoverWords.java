package dev.loper.handover;

import dev.loper.message.ChannelKind;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// What customers read of a handover, in one language (`handover/words_en.properties`, `words_nl.properties`).
final class HandoverWords {

    private final ResourceBundle words;

    private HandoverWords(ResourceBundle words) {
        this.words = words;
    }

    static HandoverWords in(Language language) {
        return new HandoverWords(ResourceBundle.getBundle("handover/words", Locale.of(language.tag()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    String say(String key, Object... parts) {
        return MessageFormat.format(words.getString(key).replace("'", "''"), parts);
    }

    /// With its placeholders, such as `{link}`.
    String template(String key) {
        return words.getString(key);
    }

    String name(ChannelKind channel) {
        return words.getString("channel." + channel.wire());
    }
}
