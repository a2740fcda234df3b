package dev.loper.visitor;

import dev.loper.channel.ChatTyping;
import dev.loper.channel.Typing;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisPublisher;
import dev.loper.redis.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Tells all nodes that a visitor types.
@Component
class VisitorTyping implements ChatTyping {

    /// The pub/sub topic.
    static final String TOPIC = "visitor-typing";
    private static final Logger log = LoggerFactory.getLogger(VisitorTyping.class);

    private final RedisPublisher publisher;

    VisitorTyping(RedisPublisher publisher) {
        this.publisher = publisher;
    }

    record Told(String visitor, String state) {}

    @Override
    public void visitorTyping(AccountId account, ChannelAddress.Visitor visitor, Typing typing) {
        try {
            publisher.publish(TOPIC, RedisJson.write(new Told(visitor.value(), typing.name())));
        } catch (StoreUnavailableException e) {
            log.debug("Redis is away; typing is not told.", e);
        }
    }
}
