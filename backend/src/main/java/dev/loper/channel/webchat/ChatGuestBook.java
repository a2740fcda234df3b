package dev.loper.channel.webchat;

import dev.loper.channel.ChatGuests;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress.Visitor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who visits the chat, as its tokens tell.
@Component
class ChatGuestBook implements ChatGuests {

    private final VisitorTokens tokens;

    ChatGuestBook(VisitorTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Visitor mint() {
        return tokens.mint();
    }

    @Override
    public Optional<Visitor> known(AccountId account, @Nullable String token) {
        return tokens.verify(account, token);
    }

    @Override
    public String tokenOf(AccountId account, Visitor visitor) {
        return tokens.tokenOf(account, visitor);
    }
}
