package dev.loper.handover;

import dev.loper.message.ChannelKind;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A way from one channel to another.
///
/// @param enabled whether it is offered
/// @param wording what the customer reads of it, by language tag, with its placeholders; a language that is absent has ours
record Route(ChannelKind from, ChannelKind to, boolean enabled, Map<String, String> wording) {

    /// The key it is stored under.
    String key() {
        return key(from, to);
    }

    static String key(ChannelKind from, ChannelKind to) {
        return from.wire() + "|" + to.wire();
    }

    /// The wording in a language, ours if there is no other.
    String wording(Language language, How how) {
        @Nullable
        String own = wording.get(language.tag());
        return own == null ? HandoverWords.in(language).template(ours(how)) : own;
    }

    private String ours(How how) {
        return switch (how) {
            case WRITE -> to == ChannelKind.EMAIL ? "offer.letter" : "offer.message";
            case TEXT -> to == ChannelKind.WHATSAPP || to == ChannelKind.SMS
                    ? "offer.text." + to.wire()
                    : "offer.text.other";
            case PAGE -> "offer.page";
            case CODE -> "offer.code";
        };
    }

    /// The placeholders without which its wording leads nowhere.
    Stream<String> needs() {
        return switch (How.to(to)) {
            case WRITE -> Stream.empty();
            case TEXT -> to == ChannelKind.SMS ? Stream.empty() : Stream.of("{link}");
            case PAGE -> Stream.of("{link}");
            case CODE -> Stream.of("{number}", "{code}");
        };
    }
}
