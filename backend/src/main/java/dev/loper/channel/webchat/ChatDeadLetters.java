package dev.loper.channel.webchat;

import dev.loper.blob.Uploads;
import dev.loper.channel.DeadLetters;
import dev.loper.channel.Intake;
import dev.loper.channel.UnreadableMessageException;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelKind;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Chat messages that could not be taken in: kept as JSON, and handed in again.
@Component
class ChatDeadLetters implements DeadLetters.Replay {

    private static final String NO_MESSAGE = "It is not a chat message as the widget sends one.";

    private final DeadLetters deadLetters;
    private final ChatGateway gateway;
    private final Uploads uploads;
    private final JsonMapper mapper = new JsonMapper();

    ChatDeadLetters(DeadLetters deadLetters, ChatGateway gateway, Uploads uploads) {
        this.deadLetters = deadLetters;
        this.gateway = gateway;
        this.uploads = uploads;
    }

    void keep(AccountId account, ChatLetter letter, RuntimeException cause) {
        uploads.used(letter.files());
        deadLetters.keep(account, channel(), mapper.writeValueAsBytes(letter), Map.of(),
                cause instanceof UnreadableMessageException
                        ? String.valueOf(cause.getMessage())
                        : "The message broke its reader (" + cause.getClass().getSimpleName() + ").");
    }

    @Override
    public ChannelKind channel() {
        return ChannelKind.CHAT;
    }

    @Override
    public Intake.Receipt replay(AccountId account, Instant came, byte[] raw, Map<String, String> headers) {
        return gateway.accept(letter(raw).message(account));
    }

    private ChatLetter letter(byte[] raw) {
        try {
            ChatLetter letter = mapper.readValue(raw, ChatLetter.class);
            if (letter != null && letter.whole()) {
                return letter;
            }
            throw new UnreadableMessageException(NO_MESSAGE);
        } catch (JacksonException e) {
            throw new UnreadableMessageException(NO_MESSAGE, e);
        }
    }
}
