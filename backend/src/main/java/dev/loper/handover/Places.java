package dev.loper.handover;

import dev.loper.conversation.Conversations;
import dev.loper.conversation.Entry;
import dev.loper.conversation.Timeline;
import dev.loper.conversation.Topic;
import dev.loper.conversation.Topics;
import dev.loper.customer.Customer;
import dev.loper.customer.Customers;
import dev.loper.message.TopicId;
import dev.loper.routing.WrittenLanguage;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Finds where a topic is now, and whose it is.
@Component
class Places {

    private static final int FEW = 20;

    private final Topics topics;
    private final Conversations conversations;
    private final Customers customers;
    private final Timeline timeline;

    Places(Topics topics, Conversations conversations, Customers customers, Timeline timeline) {
        this.topics = topics;
        this.conversations = conversations;
        this.customers = customers;
        this.timeline = timeline;
    }

    /// Whether one call is all a customer has with us.
    boolean calledOnce(Customer customer) {
        List<Topic> all = topics.of(customer.conversation());
        return all.size() == 1 && conversations.find(customer.conversation()).filter(
                conversation -> isOneCall(timeline.page(conversation, null, null, FEW))).isPresent();
    }

    /// What we note beside it, such as whose it is, counts for nothing.
    private static boolean isOneCall(List<Entry> entries) {
        List<String> said = entries.stream().map(entry -> entry.body().type()).filter(
                type -> !type.equals("system")).toList();
        return entries.size() < FEW && said.equals(List.of("call"));
    }

    /// In which the customer reads what we say there. What we said ourselves tells nothing of it.
    Language language(Place place) {
        return Language.of(place.customer(), () -> WrittenLanguage.of(timeline.heard(place.conversation(),
                place.topic().id()), place.topic().title()));
    }

    Optional<Place> of(TopicId id) {
        return topics.find(id).flatMap(topic -> conversations.find(topic.conversation()).flatMap(
                conversation -> customers.find(conversation.customer()).map(
                        customer -> new Place(topic, conversation, customer))));
    }
}
