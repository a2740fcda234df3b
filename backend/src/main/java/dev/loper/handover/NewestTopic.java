package dev.loper.handover;

import dev.loper.conversation.Topic;
import dev.loper.conversation.Topics;
import dev.loper.customer.Identity;
import dev.loper.message.TopicId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Finds what somebody is talking about with us on an address: the newest topic they wrote in from there.
@Component
class NewestTopic {

    private final Topics topics;

    NewestTopic(Topics topics) {
        this.topics = topics;
    }

    Optional<TopicId> of(Identity address) {
        return topics.of(address.conversation()).stream().filter(
                topic -> address.id().equals(topic.address())).map(Topic::id).findFirst();
    }
}
