package dev.loper.visitor;

import dev.loper.conversation.Topic;
import dev.loper.conversation.Topics;
import dev.loper.customer.Customers;
import dev.loper.customer.Identity;
import dev.loper.feed.Change;
import dev.loper.feed.Cursor;
import dev.loper.feed.FeedFollower;
import dev.loper.message.ChannelAddress.Visitor;
import dev.loper.message.ChannelKind;
import dev.loper.message.ConversationId;
import dev.loper.message.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The open matter each visitor last wrote about from their browser, read again only when its conversation changed.
@Component
class VisitorMatters implements FeedFollower {

    /// Of the newest topics of a conversation, how many are looked at.
    private static final int LOOKED_AT = 10;
    /// Beyond so many all are forgotten: most of those windows are closed by then.
    private static final int REMEMBERED = 20_000;

    private final Customers customers;
    private final Topics topics;
    private final Map<Visitor, Matter> known = new HashMap<>();
    private Set<ConversationId> changed = new HashSet<>();
    private boolean forgetAll;

    VisitorMatters(Customers customers, Topics topics) {
        this.customers = customers;
        this.topics = topics;
    }

    /// @param topic none if nothing of theirs is open
    private record Matter(ConversationId conversation, @Nullable Topic topic) {}

    /// Those of several visitors, in three trips at the most; who has none is left out.
    synchronized Map<Visitor, Topic> of(List<Visitor> visitors) {
        forget();
        List<Visitor> unknown = visitors.stream().filter(visitor -> !known.containsKey(visitor)).toList();
        List<Map.Entry<Visitor, Identity>> read = List.copyOf(
                customers.identities(unknown, Level.OBSERVED).entrySet());
        List<List<Topic>> newest = read.isEmpty()
                ? List.of()
                : topics.newest(read.stream().map(entry -> entry.getValue().conversation()).toList(), LOOKED_AT);
        for (int i = 0; i < read.size(); i++) {
            Visitor visitor = read.get(i).getKey();
            known.put(visitor, new Matter(read.get(i).getValue().conversation(), theirs(visitor, newest.get(i))));
        }
        Map<Visitor, Topic> found = new HashMap<>();
        for (Visitor visitor : visitors) {
            Matter matter = known.get(visitor);
            if (matter != null && matter.topic() != null) {
                found.put(visitor, matter.topic());
            }
        }
        return found;
    }

    private static @Nullable Topic theirs(Visitor visitor, List<Topic> newest) {
        return newest.stream().filter(topic -> topic.status() == Topic.Status.OPEN
                && ChannelKind.CHAT.wire().equals(topic.channel())
                && visitor.key().equals(topic.address())).findFirst().orElse(null);
    }

    /// What changed since the last time. It is forgotten before anything is read, so that what changes meanwhile is read again.
    private void forget() {
        Set<ConversationId> stale;
        boolean all;
        synchronized (known) {
            stale = changed;
            all = forgetAll;
            changed = new HashSet<>();
            forgetAll = false;
        }
        if (all || known.size() > REMEMBERED) {
            known.clear();
        } else if (!stale.isEmpty()) {
            known.values().removeIf(matter -> stale.contains(matter.conversation()));
        }
    }

    /// A customer who was joined to another may be found anywhere, so all are read again then.
    @Override
    public void changed(List<Change> changes, Cursor head) {
        List<ConversationId> conversations = new ArrayList<>();
        boolean joined = false;
        for (Change change : changes) {
            if (change instanceof Change.OfConversation of) {
                conversations.add(of.conversation());
            }
            joined |= change instanceof Change.HomesChanged;
        }
        synchronized (known) {
            changed.addAll(conversations);
            forgetAll |= joined || changed.size() > REMEMBERED;
        }
    }

    @Override
    public void restarted(Cursor head) {
        synchronized (known) {
            forgetAll = true;
        }
    }
}
