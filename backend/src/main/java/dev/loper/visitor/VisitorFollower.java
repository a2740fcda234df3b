package dev.loper.visitor;

import dev.loper.channel.VisitorNews;
import dev.loper.conversation.Entry;
import dev.loper.conversation.Timeline;
import dev.loper.customer.Customers;
import dev.loper.feed.Change;
import dev.loper.feed.Change.EntryChanged;
import dev.loper.feed.Change.PromiseChanged;
import dev.loper.feed.Cursor;
import dev.loper.feed.FeedFollower;
import dev.loper.message.ChannelAddress;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.Level;
import dev.loper.message.PromiseId;
import dev.loper.promise.PromiseCards;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Follows the feed for visitors: tells their open windows what changed, and gives a new customer what they had typed.
@Component
class VisitorFollower implements FeedFollower {

    private final Timeline timeline;
    private final VisitorNews news;
    private final RedisVisitorDetails details;
    private final Customers customers;
    private final ObjectProvider<PromiseCards> promises;

    VisitorFollower(Timeline timeline, VisitorNews news, RedisVisitorDetails details, Customers customers,
            ObjectProvider<PromiseCards> promises) {
        this.timeline = timeline;
        this.news = news;
        this.details = details;
        this.customers = customers;
        this.promises = promises;
    }

    @Override
    public void changed(List<Change> changes, Cursor head) {
        Map<EntryId, HomeId> chat = new LinkedHashMap<>();
        changes.forEach(change -> {
            if (change instanceof EntryChanged entry && entry.chat()) {
                chat.put(entry.entry(), entry.home());
            }
        });
        chat.putAll(saying(changes));
        if (!chat.isEmpty()) {
            timeline.find(chat).forEach(this::tell);
        }
    }

    /// The card of a promise that has changed changes, too.
    private Map<EntryId, HomeId> saying(List<Change> changes) {
        PromiseCards cards = promises.getIfAvailable();
        List<PromiseId> changed = changes.stream().flatMap(change -> change instanceof PromiseChanged promise
                ? Stream.of(promise.promise())
                : Stream.empty()).distinct().toList();
        return cards == null || changed.isEmpty() ? Map.of() : cards.told(changed);
    }

    @Override
    public void restarted(Cursor head) {
        news.restarted();
    }

    private void tell(Entry entry) {
        String address = entry.body().address();
        if (address == null || !(ChannelAddress.ofKey(address) instanceof ChannelAddress.Visitor visitor)) {
            return;
        }
        if ("new".equals(entry.reason())) {
            customers.identity(visitor, Level.OBSERVED).ifPresent(identity -> details.give(visitor, identity));
        }
        news.entryChanged(visitor, entry.id());
    }
}
