package dev.loper.visitor;

import dev.loper.channel.Typing;
import dev.loper.channel.VisitorNews;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.Conversations;
import dev.loper.customer.Customers;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ConversationId;
import dev.loper.message.Level;
import dev.loper.push.AgentTyped;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisPublisher;
import dev.loper.redis.StoreUnavailableException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells a visitor's windows, on whichever node they are, that somebody of ours is writing to them.
@Component
class AgentTyping {

    private static final Logger log = LoggerFactory.getLogger(AgentTyping.class);
    private static final String TOPIC = "agent-typing";

    private final Customers customers;
    private final Conversations conversations;
    private final RedisPublisher publisher;

    AgentTyping(Customers customers, Conversations conversations, RedisPublisher publisher, VisitorNews news) {
        this.customers = customers;
        this.conversations = conversations;
        this.publisher = publisher;
        publisher.subscribe(TOPIC, message -> {
            Told told = RedisJson.read(message, Told.class);
            news.agentTyping(new ChannelAddress.Visitor(told.visitor()), told.name(), told.typing());
        });
    }

    record Told(String visitor, String name, Typing typing) {}

    @EventListener
    void typed(AgentTyped typed) {
        try {
            if (isIn(typed.visitor(), typed.conversation())) {
                publisher.publish(TOPIC,
                        RedisJson.write(new Told(typed.visitor().value(), typed.name(), typed.typing())));
            }
        } catch (StoreUnavailableException e) {
            log.debug("Redis is away; typing is not told.", e);
        }
    }

    /// What a screen says is not believed: the visitor must be one of the conversation it shows.
    private boolean isIn(ChannelAddress.Visitor visitor, ConversationId conversation) {
        Optional<ConversationId> theirs = customers.identity(visitor, Level.OBSERVED).flatMap(
                identity -> conversations.find(identity.conversation())).map(Conversation::id);
        return theirs.isPresent() && theirs.equals(conversations.find(conversation).map(Conversation::id));
    }
}
