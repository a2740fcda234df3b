package dev.loper.identity;

import dev.loper.channel.CodeMail;
import dev.loper.channel.CodeText;
import dev.loper.message.ChannelAddress;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What brings a visitor's one-time code: a mail or a text message, without a word of theirs.
@Component
class CodeLetter {

    private final ObjectProvider<CodeMail> mail;
    private final ObjectProvider<CodeText> text;

    CodeLetter(ObjectProvider<CodeMail> mail, ObjectProvider<CodeText> text) {
        this.mail = mail;
        this.text = text;
    }

    /// @param brand as whom we write
    boolean send(ChannelAddress to, String code, String language, String brand) {
        return switch (to) {
            case ChannelAddress.Email address -> send(address, code, language, brand);
            case ChannelAddress.Phone number -> send(number, code, language, brand);
            case ChannelAddress.WhatsApp whatsapp -> false;
            case ChannelAddress.Visitor visitor -> false;
        };
    }

    private boolean send(ChannelAddress.Phone to, String code, String language, String brand) {
        CodeText sender = text.getIfAvailable();
        return sender != null && sender.send(to, (language.equals("nl")
                ? "%s is je code voor de chat van %s. Geef hem aan niemand. Niets gevraagd? Doe dan niets."
                : "%s is your code for the chat of %s. Give it to nobody. Did you not ask? Then do nothing.").formatted(
                        code, brand),
                brand);
    }

    private boolean send(ChannelAddress.Email to, String code, String language, String brand) {
        CodeMail sender = mail.getIfAvailable();
        boolean dutch = language.equals("nl");
        return sender != null && sender.send(to,
                (dutch ? "%s is je code voor de chat" : "%s is your code for the chat").formatted(code),
                (dutch ? DUTCH : ENGLISH).formatted(code, brand), brand);
    }

    private static final String ENGLISH = """
            %s

            is your code for the chat of %s. Type it there, and we know that it is you. It is good for ten minutes, once.

            If you did not ask for a code, leave this mail: nothing happens. Nobody of ours will ever ask you for it.
            """;

    private static final String DUTCH = """
            %s

            is je code voor de chat van %s. Typ hem daar, dan weten we dat jij het bent. De code is tien minuten geldig, één keer.

            Heb je geen code gevraagd, laat deze mail dan liggen: er gebeurt niets. Niemand van ons vraagt je ooit om de code.
            """;
}
