package dev.loper.erasure;

import dev.loper.blob.Uploads;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.Conversations;
import dev.loper.conversation.Entry;
import dev.loper.conversation.Erased;
import dev.loper.conversation.Remains;
import dev.loper.conversation.Timeline;
import dev.loper.conversation.Topics;
import dev.loper.customer.Customers;
import dev.loper.message.CustomerId;
import dev.loper.message.EntryId;
import dev.loper.redis.Removal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Erases customers, and says beforehand what that would be.
@Component
class Erasure {

    private static final int PAGE = 500;
    private static final int TRIES = 20;

    private final Customers customers;
    private final Conversations conversations;
    private final Topics topics;
    private final Timeline timeline;
    private final List<Remains> remains;
    private final RedisErasure store;
    private final ErasedBefore before;
    private final Uploads uploads;
    private final Clock clock;

    Erasure(Customers customers, Conversations conversations, Topics topics, Timeline timeline, List<Remains> remains,
            RedisErasure store, ErasedBefore before, Uploads uploads, Clock clock) {
        this.customers = customers;
        this.conversations = conversations;
        this.topics = topics;
        this.timeline = timeline;
        this.remains = remains;
        this.store = store;
        this.before = before;
        this.uploads = uploads;
        this.clock = clock;
    }

    /// All there is of a customer now; nothing if there is no such customer.
    Optional<Erased> find(CustomerId id) {
        return customers.find(id).flatMap(customer -> conversations.find(customer.conversation()).map(
                conversation -> new Erased(customer, conversation, topics.find(store.topics(conversation.id())),
                        entries(conversation))));
    }

    /// Erases a customer, with everybody who was joined to them.
    ///
    /// What is said while it is collected makes it collect again, so nothing of the kind is left behind. It is remembered
    /// before it is done: who dies in between is followed by a start that does it.
    ///
    /// @return whether there was such a customer
    boolean erase(CustomerId id) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Erased> found = find(id);
            if (found.isEmpty()) {
                return i > 0;
            }
            Erased erased = found.get();
            if (i == 0) {
                before.remember(erased.customer().id(), clock.instant());
            }
            Removal removal = new Removal();
            remains.forEach(one -> one.of(erased, removal));
            if (store.erase(erased, removal)) {
                uploads.remove(removal.blobs());
                store.forgetTheLog();
                return true;
            }
        }
        throw new IllegalStateException("Customer " + id + " is written to all the time; nothing was erased.");
    }

    private List<Entry> entries(Conversation conversation) {
        List<Entry> all = new ArrayList<>();
        List<Entry> page = page(conversation, null);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = page(conversation, page.getLast().id());
        }
        return all;
    }

    private List<Entry> page(Conversation conversation, @Nullable EntryId before) {
        return timeline.page(conversation, before, null, PAGE);
    }
}
