package dev.loper.routing;

import dev.loper.access.Person;
import dev.loper.conversation.Assigned;
import dev.loper.conversation.Assignments;
import dev.loper.conversation.View;
import dev.loper.conversation.WaitingTopic;
import dev.loper.conversation.WaitingTopics;
import dev.loper.message.Author;
import dev.loper.message.TopicId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gives somebody who asks for it what waits longest and what they can answer, by the rule by which it is given out.
@Component
class LongestWaiting {

    /// Whoever waits longest is nearly always somebody they can help.
    private static final int FIRST = 20;
    private static final int PAGE = 200;
    /// Where many wait whom they cannot help, so many pages are gone through at a time; “nobody waits” has to be true, so whoever asks
    /// is told where to look further.
    private static final int PAGES = 10;

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
        ///
        /// @param next the cursor of those who were not looked at; none if all were
        record OtherLanguages(@Nullable String next) implements Next {}
    }

    /// @param unassigned what nobody has, as far as they may see it
    /// @param cursor     where an answer before left off; null to begin with whoever waits longest
    Next take(View unassigned, Person person, @Nullable String cursor) {
        WaitingTopics.Page page = waiting.page(unassigned, cursor, FIRST);
        boolean others = cursor != null;
        for (int i = 0;; i++) {
            for (WaitingTopic topic : page.topics()) {
                if (!speakers.canAnswer(person, topic)) {
                    others = true;
                } else if (taken(topic, person)) {
                    return new Next.Taken(topic.id());
                }
            }
            if (page.next() == null || i == PAGES) {
                return others ? new Next.OtherLanguages(page.next()) : new Next.Nobody();
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
