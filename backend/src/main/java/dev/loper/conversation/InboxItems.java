package dev.loper.conversation;

import dev.loper.access.Access;
import dev.loper.access.Viewer;
import dev.loper.customer.Customers;
import dev.loper.message.CustomerId;
import dev.loper.message.TopicId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes rows of topics, for one person: only what they may see, with what they have not read.
@Component
public class InboxItems {

    private final Topics topics;
    private final Customers customers;
    private final ReadMarks marks;
    private final Access access;

    InboxItems(Topics topics, Customers customers, ReadMarks marks, Access access) {
        this.topics = topics;
        this.customers = customers;
        this.marks = marks;
        this.access = access;
    }

    public List<InboxItem> rows(List<TopicId> ids, Viewer viewer) {
        List<Topic> found = topics.find(ids);
        return rows(found, names(found), viewer);
    }

    /// Rows of topics that are read already.
    public List<InboxItem> rows(List<Topic> found, Map<CustomerId, String> names, Viewer viewer) {
        Set<TopicId> unread = marks.unread(viewer.id(), found);
        return found.stream().filter(topic -> canSee(viewer, topic)).map(
                topic -> row(topic, names.get(topic.customer()), unread.contains(topic.id()))).toList();
    }

    public Map<CustomerId, String> names(List<Topic> found) {
        return customers.names(found.stream().map(Topic::customer).toList());
    }

    /// A row of which all is read already, as the live screens have it; whoever gets it may see the topic.
    public InboxItem row(Topic topic, @Nullable String customerName, boolean unread) {
        return InboxItem.of(topic, customerName, unread);
    }

    public boolean canSee(Viewer viewer, Topic topic) {
        return access.canSee(viewer, topic.queue());
    }
}
