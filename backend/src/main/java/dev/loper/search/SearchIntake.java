package dev.loper.search;

import dev.loper.conversation.Conversation;
import dev.loper.conversation.Conversations;
import dev.loper.conversation.Entry;
import dev.loper.conversation.Timeline;
import dev.loper.customer.Customers;
import dev.loper.feed.Change;
import dev.loper.message.ConversationId;
import dev.loper.message.Delivery;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Puts into the index what changed, as it is now.
@Component
class SearchIntake {

    /// What people look for; that somebody was assigned is not among it.
    private static final Set<String> SAID = Set.of("message", "call", "note", "promise");

    private final Timeline timeline;
    private final Conversations conversations;
    private final Customers customers;
    private final SearchIndex index;

    SearchIntake(Timeline timeline, Conversations conversations, Customers customers, SearchIndex index) {
        this.timeline = timeline;
        this.conversations = conversations;
        this.customers = customers;
        this.index = index;
    }

    /// @return how many entries and customers that was
    int take(List<Change> changes) {
        Map<EntryId, HomeId> entries = new LinkedHashMap<>();
        Set<ConversationId> whose = new LinkedHashSet<>();
        for (Change change : changes) {
            switch (change) {
                case Change.EntryChanged entry -> entries.put(entry.entry(), entry.home());
                case Change.CustomerChanged customer -> whose.add(customer.conversation());
                case Change.HomesChanged homes -> whose.add(homes.conversation());
                case Change.CustomerErased erased -> index.erase(erased.customer(), erased.homes());
                case Change.CallChanged _,Change.MoreKnown _,Change.OccasionChanged _,Change.PersonChanged _,Change.PromiseChanged _,Change.TopicChanged _ ->
                    {
                    }
            }
        }
        int count = entries.size() + whose.size();
        if (!entries.isEmpty()) {
            List<Entry> found = timeline.find(entries);
            put(found);
            found.forEach(entry -> entries.remove(entry.id()));
            entries.keySet().forEach(index::remove);
        }
        whose.forEach(conversation -> conversations.find(conversation).ifPresent(this::putCustomer));
        return count;
    }

    void put(Collection<Entry> entries) {
        for (Entry entry : entries) {
            if (entry.delivery() == Delivery.WITHDRAWN) {
                index.remove(entry.id());
            } else if (SAID.contains(entry.body().type())) {
                index.put(entry);
            }
        }
    }

    void putCustomer(Conversation conversation) {
        customers.find(conversation.customer()).ifPresent(customer -> index.put(customer, conversation.homes()));
    }
}
