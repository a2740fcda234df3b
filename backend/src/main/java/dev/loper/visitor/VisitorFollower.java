package dev.loper.visitor;

import dev.loper.channel.VisitorHandovers;
import dev.loper.channel.VisitorNews;
import dev.loper.conversation.Conversations;
import dev.loper.conversation.Entry;
import dev.loper.conversation.EntryBody;
import dev.loper.conversation.Timeline;
import dev.loper.customer.Customers;
import dev.loper.customer.Identity;
import dev.loper.feed.Change;
import dev.loper.feed.Change.EntryChanged;
import dev.loper.feed.Change.PromiseChanged;
import dev.loper.feed.Cursor;
import dev.loper.feed.FeedFollower;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ConversationId;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.Level;
import dev.loper.message.PromiseId;
import dev.loper.promise.PromiseCards;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Follows the feed for visitors: tells their open windows what changed, and gives a new customer what they had typed.
@Component
class VisitorFollower implements FeedFollower {

    private final Timeline timeline;
    private final VisitorNews news;
    private final RedisVisitorDetails details;
    private final Customers customers;
    private final Conversations conversations;
    private final ObjectProvider<VisitorHandovers> handovers;
    private final ObjectProvider<PromiseCards> promises;

    VisitorFollower(Timeline timeline, VisitorNews news, RedisVisitorDetails details, Customers customers,
            Conversations conversations, ObjectProvider<VisitorHandovers> handovers,
            ObjectProvider<PromiseCards> promises) {
        this.timeline = timeline;
        this.news = news;
        this.details = details;
        this.customers = customers;
        this.conversations = conversations;
        this.handovers = handovers;
        this.promises = promises;
    }

    @Override
    public void changed(List<Change> changes, Cursor head) {
        Map<EntryId, HomeId> chat = new LinkedHashMap<>();
        Map<EntryId, ConversationId> where = new HashMap<>();
        changes.forEach(change -> {
            if (change instanceof EntryChanged entry && entry.chat()) {
                chat.put(entry.entry(), entry.home());
                where.put(entry.entry(), entry.conversation());
            }
        });
        chat.putAll(saying(changes));
        if (!chat.isEmpty()) {
            timeline.find(chat).forEach(entry -> {
                tell(entry);
                asked(entry).ifPresent(offer -> over(offer, where.get(entry.id()), chat.get(entry.id())));
            });
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

    /// The offer that a line tells of which nobody wrote to a visitor: they asked for it, and are shown it.
    private static Optional<String> asked(Entry entry) {
        EntryBody.Event event = entry.body().event();
        return event == null || entry.body().address() != null || event.handover() == null
                || !event.kind().equals("handover-offered") ? Optional.empty() : Optional.of(event.handover().id());
    }

    private void over(String offer, @Nullable ConversationId conversation, @Nullable HomeId home) {
        VisitorHandovers known = handovers.getIfAvailable();
        if (known == null || conversation == null || known.open(List.of(offer)).containsKey(offer)) {
            return;
        }
        conversations.find(conversation).flatMap(found -> customers.find(found.customer())).stream().flatMap(
                customer -> customer.identities().stream()).filter(identity -> identity.home().equals(home)).map(
                        Identity::address).distinct().forEach(address -> {
                            if (address instanceof ChannelAddress.Visitor visitor) {
                                news.offerEnded(visitor, offer);
                            }
                        });
    }

    @Override
    public void restarted(Cursor head) {
        news.restarted();
    }

    private void tell(Entry entry) {
        String address = entry.body().address();
        // A claimed address is no visitor's.
        if (address == null || address.contains("/")
                || !(ChannelAddress.ofKey(address) instanceof ChannelAddress.Visitor visitor)) {
            return;
        }
        if ("new".equals(entry.reason())) {
            customers.identity(visitor, Level.OBSERVED).ifPresent(identity -> details.give(visitor, identity));
        }
        news.entryChanged(visitor, entry.id());
    }
}
