package dev.loper.identity;

import dev.loper.channel.CodeMail;
import dev.loper.message.ChannelAddress;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The mail that brings a visitor's one-time code.
@Component
class CodeLetter {

    private final ObjectProvider<CodeMail> mail;

    CodeLetter(ObjectProvider<CodeMail> mail) {
        this.mail = mail;
    }

    /// @param brand as whom we write
    boolean send(ChannelAddress.Email to, String code, String language, String brand) {
        CodeMail sender = mail.getIfAvailable();
        boolean dutch = language.equals("nl");
        return sender != null && sender.send(to,
                (dutch ? "%s is uw code voor de chat" : "%s is your code for the chat").formatted(code),
                (dutch ? DUTCH : ENGLISH).formatted(code, brand));
    }

    private static final String ENGLISH = """
            %s

            is your code for the chat of %s. Type it there, and we know that it is you. It is good for ten minutes, once.

            If you did not ask for a code, leave this mail: nothing happens. Nobody of ours will ever ask you for it.
            """;

    private static final String DUTCH = """
            %s

            is uw code voor de chat van %s. Typ hem daar, dan weten we dat u het bent. De code is tien minuten geldig, één keer.

            Hebt u geen code gevraagd, laat deze mail dan liggen: er gebeurt niets. Niemand van ons vraagt u ooit om de code.
            """;
}
