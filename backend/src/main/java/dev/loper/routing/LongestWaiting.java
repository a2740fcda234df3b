package dev.loper.routing;

import dev.loper.access.Person;
import dev.loper.conversation.Assigned;
import dev.loper.conversation.Assignments;
import dev.loper.conversation.View;
import dev.loper.conversation.WaitingTopic;
import dev.loper.conversation.WaitingTopics;
import dev.loper.message.Author;
import dev.loper.message.TopicId;
import org.springframework.stereotype.Component;

/// Gives somebody who asks for it what waits longest and what they can answer, by the rule by which it is given out.
@Component
class LongestWaiting {

    /// Whoever waits longest is nearly always somebody they can help.
    private static final int FIRST = 20;
    /// Where many wait whom they cannot, all of them are gone through: “nobody waits” has to be true.
    private static final int PAGE = 200;

    private final WaitingTopics waiting;
    private final Assignments assignments;
    private final Speakers speakers;

    LongestWaiting(WaitingTopics waiting, Assignments assignments, Speakers speakers) {
        this.waiting = waiting;
        this.assignments = assignments;
        this.speakers = speakers;
    }

    /// What came of asking for the next one.
    sealed interface Next {

        /// The topic is theirs now.
        record Taken(TopicId topic) implements Next {}

        /// Nobody waits.
        record Nobody() implements Next {}

        /// Customers wait, and they can help none of them: each is to be answered in a language they do not speak.
        record OtherLanguages() implements Next {}
    }

    /// @param unassigned what nobody has, as far as they may see it
    Next take(View unassigned, Person person) {
        WaitingTopics.Page page = waiting.page(unassigned, null, FIRST);
        boolean others = false;
        while (true) {
            for (WaitingTopic topic : page.topics()) {
                if (!speakers.canAnswer(person, topic)) {
                    others = true;
                } else if (taken(topic, person)) {
                    return new Next.Taken(topic.id());
                }
            }
            if (page.next() == null) {
                return others ? new Next.OtherLanguages() : new Next.Nobody();
            }
            page = waiting.page(unassigned, page.next(), PAGE);
        }
    }

    private boolean taken(WaitingTopic topic, Person person) {
        Assignments.To to = new Assignments.To(person.id(), person.name(), null, null, "next", null);
        Author author = new Author(Author.Kind.AGENT, person.id().value(), person.name());
        return assignments.give(topic, to, author) instanceof Assigned.Done;
    }
}
