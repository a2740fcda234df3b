package dev.loper.handover;

import dev.loper.channel.ChannelAccount;
import dev.loper.message.ChannelKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/// What a customer is shown of a handover: where to tap, or what to key in.
@Component
class ProofLinks {

    private final HandoverProofs proofs;

    ProofLinks(HandoverProofs proofs) {
        this.proofs = proofs;
    }

    /// @param url  to tap, or to scan; empty where there is none
    /// @param code what to key in or to send; empty where there is none
    record Shown(String url, String code) {}

    Shown of(NewHandover offer, ChannelAccount account) {
        return of(offer.id(), offer.how(), offer.to(), offer.number(), offer.language(), account);
    }

    Shown of(Handover handover, ChannelAccount account) {
        return of(handover.id(), handover.how(), handover.to(), handover.number(), Language.of(handover.language()),
                account);
    }

    private Shown of(HandoverId id, How how, ChannelKind to, int number, Language language, ChannelAccount account) {
        return switch (how) {
            case WRITE -> new Shown("", "");
            case PAGE -> new Shown(proofs.page(id), "");
            case CODE -> new Shown("tel:" + account.address(), proofs.code(id, number));
            case TEXT -> new Shown(toSend(to, account,
                    HandoverWords.in(language).say("text", proofs.text(id))), proofs.text(id));
        };
    }

    /// A link that opens the app with the text ready to be sent.
    private static String toSend(ChannelKind to, ChannelAccount account, String text) {
        String ready = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        return switch (to) {
            case WHATSAPP -> "https://wa.me/" + account.address().replaceAll("\\D", "") + "?text=" + ready;
            case SMS -> "sms:" + account.address() + "?body=" + ready;
            case TELEGRAM -> "https://t.me/" + account.address() + "?text=" + ready;
            case MESSENGER -> "https://m.me/" + account.address() + "?text=" + ready;
            case INSTAGRAM -> "https://ig.me/m/" + account.address() + "?text=" + ready;
            case EMAIL, CHAT, VOICE, CUSTOM -> throw new IllegalArgumentException("Nobody sends a text to " + to + ".");
        };
    }

    /// “482 193”, as people read six digits.
    static String spaced(String code) {
        return code.length() == 6 ? code.substring(0, 3) + " " + code.substring(3) : code;
    }
}
