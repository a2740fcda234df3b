package dev.loper.channel.webchat;

import dev.loper.channel.ChannelAccount;
import dev.loper.channel.ChannelContractTest;
import dev.loper.channel.DeadLetters;
import dev.loper.channel.OutboundMessage;
import dev.loper.channel.OutboundPort;
import dev.loper.channel.RecordingDeadLetters;
import dev.loper.channel.SendResult;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelAddress.Visitor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What every channel keeps, kept by the chat. It can tell its sender at once what it cannot read, and has no provider:
/// to be recorded as sent is to be shown.
@ChatServerTest
class ChatContractTests extends ChannelContractTest {

    @Autowired
    FakeStore store;
    @Autowired
    ChatOutbound outbound;
    @Autowired
    ChatDeadLetters replay;

    private final Browser browser;

    ChatContractTests(@LocalServerPort int port) {
        browser = Browser.greeted(port);
    }

    @BeforeEach
    void takeIn() {
        store.instead = intake;
    }

    @AfterEach
    void close() {
        store.instead = null;
        browser.close();
    }

    /// The channel with what the dispatcher does around it: an answer that was sent is recorded as such.
    @Override
    protected OutboundPort port() {
        return new Recorded(outbound, store);
    }

    @Override
    protected ChannelAccount account() {
        return outbound.accounts().stream().filter(
                account -> account.id().value().equals("chat-web")).findFirst().orElseThrow();
    }

    @Override
    protected ChannelAddress customer() {
        return browser.visitor();
    }

    @Override
    protected boolean deliver(String key, String text) {
        browser.say(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString(), text);
        return browser.next("stored", "refused").get("type").asString().equals("stored");
    }

    @Override
    protected boolean keepsDeadLetters() {
        return false;
    }

    @Override
    protected boolean deliverUnreadable() {
        browser.send("{");
        return !browser.next("refused").get("reason").asString().equals("bad-frame");
    }

    @Override
    protected DeadLetters.Replay replay() {
        return replay;
    }

    @Override
    protected byte[] mended(RecordingDeadLetters.Kept deadLetter) {
        return deadLetter.raw();
    }

    @Override
    protected void provider(Provider behaviour) {
        // there is none
    }

    @Override
    protected Set<Provider> behaviours() {
        return Set.of(Provider.TAKES);
    }

    @Override
    protected List<String> arrived() {
        browser.send("{\"type\":\"history\",\"before\":\"zzzz\"}");
        return browser.next("history").get("entries").valueStream().map(entry -> entry.get("text").asString()).toList();
    }

    private record Recorded(ChatOutbound outbound, FakeStore store) implements OutboundPort {

        @Override
        public dev.loper.message.ChannelKind channel() {
            return outbound.channel();
        }

        @Override
        public dev.loper.channel.ChannelCapabilities capabilities() {
            return outbound.capabilities();
        }

        @Override
        public List<ChannelAccount> accounts() {
            return outbound.accounts();
        }

        @Override
        public SendResult send(OutboundMessage message) {
            SendResult result = outbound.send(message);
            if (result instanceof SendResult.Sent sent) {
                store.answer((Visitor) message.to(), message.text(), sent.state());
            }
            return result;
        }

        @Override
        public SendResult settle(OutboundMessage message, Instant since) {
            return outbound.settle(message, since);
        }
    }
}
