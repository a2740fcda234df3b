package dev.loper.visitor;

import dev.loper.channel.VisitorNews;
import dev.loper.conversation.Entry;
import dev.loper.conversation.Timeline;
import dev.loper.conversation.TopicRead;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelKind;
import dev.loper.message.EntryId;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisPublisher;
import dev.loper.redis.StoreUnavailableException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells a visitor how far somebody of ours has read, and remembers it for their next visit.
@Component
class AgentReading {

    private static final Logger log = LoggerFactory.getLogger(AgentReading.class);
    private static final String TOPIC = "agent-read";
    private static final int NEWEST = 50;

    private final Timeline timeline;
    private final RedisVisitorMarks marks;
    private final RedisPublisher publisher;

    AgentReading(Timeline timeline, RedisVisitorMarks marks, RedisPublisher publisher, VisitorNews news) {
        this.timeline = timeline;
        this.marks = marks;
        this.publisher = publisher;
        publisher.subscribe(TOPIC, message -> {
            Told told = RedisJson.read(message, Told.class);
            news.agentRead(new ChannelAddress.Visitor(told.visitor()), new EntryId(told.entry()));
        });
    }

    record Told(String visitor, String entry) {}

    @EventListener
    void read(TopicRead read) {
        String address = read.topic().address();
        // An address that is only claimed is no visitor's.
        if (address == null || address.contains("/")
                || !(ChannelAddress.ofKey(address) instanceof ChannelAddress.Visitor visitor)) {
            return;
        }
        try {
            newestOf(address, read).filter(entry -> marks.advance(visitor, entry)).ifPresent(
                    entry -> publisher.publish(TOPIC, RedisJson.write(new Told(visitor.value(), entry.value()))));
        } catch (StoreUnavailableException e) {
            log.debug("Redis is away; reading is not told.", e);
        }
    }

    /// The newest message of this visitor that was on the screen.
    private Optional<EntryId> newestOf(String address, TopicRead read) {
        return timeline.page(read.conversation(), null, read.topic().id(), NEWEST).stream().filter(
                entry -> isFrom(address, entry)).map(Entry::id).filter(
                        id -> id.value().compareTo(read.upTo().value()) <= 0).findFirst();
    }

    private static boolean isFrom(String address, Entry entry) {
        return "in".equals(entry.body().direction()) && ChannelKind.CHAT.wire().equals(entry.body().channel())
                && address.equals(entry.body().address());
    }
}
