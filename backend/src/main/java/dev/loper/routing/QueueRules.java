package dev.loper.routing;

import dev.loper.access.QueueId;
import dev.loper.channel.ChannelAccount;
import dev.loper.channel.OutboundPort;
import dev.loper.conversation.QueueChoice;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelKind;
import dev.loper.message.ChannelMessage;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/// Puts a new topic into a queue: the first queue with a rule that matches its first message, else the main one.
@Component
class QueueRules implements QueueChoice {

    /// Characters of a message in which words are looked for.
    private static final int LOOKED_AT = 10_000;

    private final KnownQueues queues;
    private final SingletonSupplier<List<OutboundPort>> channels;

    /// @param channels are asked late: they need the store, and the store needs this
    QueueRules(KnownQueues queues, ObjectProvider<OutboundPort> channels) {
        this.queues = queues;
        this.channels = SingletonSupplier.of(() -> channels.stream().toList());
    }

    @Override
    public Route of(ChannelMessage message) {
        Words words = Words.of(Objects.requireNonNullElse(message.subject(), ""), start(message.text()));
        String language = WrittenLanguage.of(words).orElse(null);
        return new Route(queueOf(message.channel(), message.account(), language, words), language);
    }

    /// The queue of a chat whose words say nothing.
    QueueId expected(AccountId account, String language) {
        return queueOf(ChannelKind.CHAT, account, language, Words.of("", ""));
    }

    private QueueId queueOf(ChannelKind channel, AccountId account, @Nullable String language, Words words) {
        Incoming incoming = new Incoming(account.value(), brand(channel, account), language, words);
        return queues.all().stream().filter(candidate -> candidate.takes(incoming)).findFirst().map(
                Queue::id).orElse(QueueId.MAIN);
    }

    private static String start(String text) {
        return text.substring(0, Math.min(text.length(), LOOKED_AT));
    }

    private @Nullable String brand(ChannelKind channel, AccountId account) {
        return channels.obtain().stream().filter(port -> port.channel() == channel).flatMap(
                port -> port.accounts().stream()).filter(known -> known.id().equals(account)).map(
                        ChannelAccount::brand).findFirst().orElse(null);
    }
}
