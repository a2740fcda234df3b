package dev.loper.routing;

import dev.loper.access.Person;
import dev.loper.conversation.Assigned;
import dev.loper.conversation.Assignments;
import dev.loper.conversation.View;
import dev.loper.conversation.WaitingTopic;
import dev.loper.conversation.WaitingTopics;
import dev.loper.message.Author;
import dev.loper.message.TopicId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Gives somebody who asks for it what waits longest, in a language they speak.
@Component
class LongestWaiting {

    /// Whoever waits longest is nearly always somebody they can help.
    private static final int FIRST = 20;
    /// Where many wait whom they cannot, all of them are gone through: “nobody waits” has to be true.
    private static final int PAGE = 200;

    private final WaitingTopics waiting;
    private final Assignments assignments;

    LongestWaiting(WaitingTopics waiting, Assignments assignments) {
        this.waiting = waiting;
        this.assignments = assignments;
    }

    /// @param unassigned what nobody has, as far as they may see it
    /// @return the topic, which is theirs now; none if nobody waits whom they can help
    Optional<TopicId> take(View unassigned, Person person) {
        WaitingTopics.Page page = waiting.page(unassigned, null, FIRST);
        while (true) {
            Optional<WaitingTopic> taken = page.topics().stream().filter(topic -> understood(topic, person)).filter(
                    topic -> taken(topic, person)).findFirst();
            if (taken.isPresent() || page.next() == null) {
                return taken.map(WaitingTopic::id);
            }
            page = waiting.page(unassigned, page.next(), PAGE);
        }
    }

    private static boolean understood(WaitingTopic topic, Person person) {
        return topic.language() == null || person.work().speaks().isEmpty()
                || person.work().speaks().contains(topic.language());
    }

    private boolean taken(WaitingTopic topic, Person person) {
        Assignments.To to = new Assignments.To(person.id(), person.name(), null, null, "next", null);
        Author author = new Author(Author.Kind.AGENT, person.id().value(), person.name());
        return assignments.give(topic, to, author) instanceof Assigned.Done;
    }
}
