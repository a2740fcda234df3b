package dev.loper.identity;

import dev.loper.access.Access;
import dev.loper.access.Viewer;
import dev.loper.conversation.Topics;
import dev.loper.customer.Customer;
import org.springframework.stereotype.Component;

/// Whom a person may see and answer: the customers with a topic of whose queue they may.
@Component
class CustomerAccess {

    private final Topics topics;
    private final Access access;

    CustomerAccess(Topics topics, Access access) {
        this.topics = topics;
        this.access = access;
    }

    boolean maySee(Customer customer, Viewer viewer) {
        return topics.of(customer.conversation()).stream().anyMatch(topic -> access.canSee(viewer, topic.queue()));
    }

    boolean mayAnswer(Customer customer, Viewer viewer) {
        return topics.of(customer.conversation()).stream().anyMatch(topic -> access.canAnswer(viewer, topic.queue()));
    }
}
