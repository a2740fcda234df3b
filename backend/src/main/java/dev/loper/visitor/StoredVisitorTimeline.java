package dev.loper.visitor;

import dev.loper.channel.IntakeUnavailableException;
import dev.loper.channel.VisitorTimeline;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.Entry;
import dev.loper.conversation.EntryBody;
import dev.loper.conversation.Timeline;
import dev.loper.customer.Customers;
import dev.loper.customer.Identity;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelKind;
import dev.loper.message.EntryId;
import dev.loper.message.Level;
import dev.loper.redis.StoreUnavailableException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A visitor's home thread, and nothing but that: not what merged with it, not what others wrote to the same customer.
@Component
class StoredVisitorTimeline implements VisitorTimeline {

    private final Customers customers;
    private final Timeline timeline;
    private final RedisVisitorMarks marks;

    StoredVisitorTimeline(Customers customers, Timeline timeline, RedisVisitorMarks marks) {
        this.customers = customers;
        this.timeline = timeline;
        this.marks = marks;
    }

    @Override
    public Page page(ChannelAddress.Visitor visitor, @Nullable EntryId before, int limit) {
        return asked(() -> identity(visitor).map(identity -> {
            Conversation own = new Conversation(identity.conversation(), identity.customer(),
                    List.of(identity.home()));
            List<Entry> found = timeline.page(own, before, null, limit + 1);
            return new Page(found.stream().limit(limit).map(StoredVisitorTimeline::item).toList(),
                    found.size() > limit);
        }).orElse(new Page(List.of(), false)));
    }

    @Override
    public Optional<Item> entry(ChannelAddress.Visitor visitor, EntryId entry) {
        return asked(() -> identity(visitor).flatMap(identity -> timeline.find(identity.home(), entry)).map(
                StoredVisitorTimeline::item));
    }

    @Override
    public Optional<EntryId> readUpTo(ChannelAddress.Visitor visitor) {
        return asked(() -> marks.of(visitor));
    }

    private Optional<Identity> identity(ChannelAddress.Visitor visitor) {
        return customers.identity(visitor, Level.OBSERVED);
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (StoreUnavailableException e) {
            throw new IntakeUnavailableException("The store is away.", e);
        }
    }

    private static Item item(Entry entry) {
        EntryBody body = entry.body();
        return new Item(entry.id(), Type.valueOf(body.type().toUpperCase(Locale.ROOT)),
                body.channel() == null ? null : ChannelKind.of(body.channel()),
                body.account() == null ? null : new AccountId(body.account()), address(body.address()),
                body.providerId(), body.author(), body.text(), entry.at(), body.attachments(), entry.delivery());
    }

    /// A claimed address is no visitor's.
    private static @Nullable ChannelAddress address(@Nullable String identity) {
        return identity == null || identity.contains("/") ? null : ChannelAddress.ofKey(identity);
    }
}
