package dev.loper.channel.webchat;

import dev.loper.channel.ChannelAccount;
import dev.loper.channel.ChannelCapabilities;
import dev.loper.channel.OutboundMessage;
import dev.loper.channel.OutboundPort;
import dev.loper.channel.SendResult;
import dev.loper.message.ChannelAddress.Visitor;
import dev.loper.message.ChannelKind;
import dev.loper.message.Delivery;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Answers to visitors. To be in the thread is to be sent: browsers read the thread, those open now at once, the others
/// when they come back.
@Component
class ChatOutbound implements OutboundPort {

    private static final long FILES = 25L * 1024 * 1024;

    private final List<ChannelAccount> accounts;

    ChatOutbound(ChatSites sites) {
        this.accounts = sites.all().stream().map(ChatSite::account).toList();
    }

    @Override
    public ChannelKind channel() {
        return ChannelKind.CHAT;
    }

    @Override
    public ChannelCapabilities capabilities() {
        return new ChannelCapabilities(new Visitor("").kind(), ChatLimits.TEXT, FILES, 10, false, false, null, true,
                Set.of(Delivery.SENT, Delivery.DELIVERED, Delivery.READ));
    }

    @Override
    public List<ChannelAccount> accounts() {
        return accounts;
    }

    @Override
    public SendResult send(OutboundMessage message) {
        if (accounts.stream().noneMatch(account -> account.id().equals(message.account()))) {
            return new SendResult.Failed("There is no chat account “" + message.account() + "” any more.");
        }
        return message.to() instanceof Visitor
                ? new SendResult.Sent(message.entry().value(), Delivery.SENT)
                : new SendResult.Failed("A chat answer goes to a visitor; " + message.to().value() + " is none.");
    }

    /// An attempt that was not recorded showed nobody anything, and the next one can show it only once.
    @Override
    public SendResult settle(OutboundMessage message, Instant since) {
        return new SendResult.Retry("The answer was not shown yet.", null);
    }
}
