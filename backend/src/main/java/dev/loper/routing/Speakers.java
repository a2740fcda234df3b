package dev.loper.routing;

import dev.loper.access.Person;
import dev.loper.access.QueueId;
import dev.loper.conversation.WaitingTopic;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Knows who can answer whom: whoever speaks one of the languages in which a topic's queue answers those who write as its customer
/// does. What is given out, what is taken and which phone rings go by it alike.
@Component
class Speakers {

    private final KnownQueues queues;

    Speakers(KnownQueues queues) {
        this.queues = queues;
    }

    boolean canAnswer(Person person, WaitingTopic topic) {
        return canAnswer(person, topic.queue(), topic.language());
    }

    /// Nothing is asked of whoever has not said what they speak.
    ///
    /// @param language of the customer, as far as that could be told
    boolean canAnswer(Person person, QueueId queue, @Nullable String language) {
        Set<String> oneOf = queues.find(queue).orElseGet(Queue::main).answersTo(language);
        Set<String> spoken = person.work().speaks();
        return oneOf.isEmpty() || spoken.isEmpty() || oneOf.stream().anyMatch(spoken::contains);
    }
}
