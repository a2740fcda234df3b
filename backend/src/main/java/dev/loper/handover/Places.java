package dev.loper.handover;

import dev.loper.conversation.Conversations;
import dev.loper.conversation.Topic;
import dev.loper.conversation.Topics;
import dev.loper.customer.Customer;
import dev.loper.customer.Customers;
import dev.loper.message.TopicId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Finds where a topic is now, and whose it is.
@Component
class Places {

    private final Topics topics;
    private final Conversations conversations;
    private final Customers customers;

    Places(Topics topics, Conversations conversations, Customers customers) {
        this.topics = topics;
        this.conversations = conversations;
        this.customers = customers;
    }

    /// What a customer has with us.
    List<Topic> topicsOf(Customer customer) {
        return topics.of(customer.conversation());
    }

    Optional<Place> of(TopicId id) {
        return topics.find(id).flatMap(topic -> conversations.find(topic.conversation()).flatMap(
                conversation -> customers.find(conversation.customer()).map(
                        customer -> new Place(topic, conversation, customer))));
    }
}
