package dev.loper.identity;

import dev.loper.access.Access;
import dev.loper.access.Queues;
import dev.loper.access.Viewer;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.Conversations;
import dev.loper.conversation.Entry;
import dev.loper.conversation.Timeline;
import dev.loper.conversation.VisibleConversations;
import dev.loper.customer.Clues;
import dev.loper.customer.Customer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Leaves out of suggestions what was said in topics a person may not see. Clues are kept by address and not by topic, so for
/// whoever does not see every queue it is looked up whether both said it where this person may read it: in the newest
/// entries, and what was said before those is taken for hidden.
@Component
class VisibleClues {

    private static final int LOOK_BACK = 200;

    private final Conversations conversations;
    private final VisibleConversations visible;
    private final Timeline timeline;
    private final Access access;

    VisibleClues(Conversations conversations, VisibleConversations visible, Timeline timeline, Access access) {
        this.conversations = conversations;
        this.visible = visible;
        this.timeline = timeline;
        this.access = access;
    }

    /// The suggestions of which this person may know something that speaks for them, with only that.
    List<Suggestion> of(Customer customer, List<Suggestion> suggestions, Viewer viewer) {
        boolean nothingWasSaid = suggestions.stream().flatMap(one -> one.evidence().stream()).allMatch(
                evidence -> evidence.said().isEmpty());
        if (nothingWasSaid || access.visible(viewer) instanceof Queues.All) {
            return suggestions;
        }
        Set<String> own = said(customer, viewer);
        return suggestions.stream().map(one -> new Suggestion(one.customer(), readable(one, own, viewer))).filter(
                one -> !one.evidence().isEmpty()).toList();
    }

    private List<Suggestion.Evidence> readable(Suggestion suggestion, Set<String> own, Viewer viewer) {
        boolean asked = suggestion.evidence().stream().flatMap(one -> one.said().stream()).anyMatch(own::contains);
        Set<String> theirs = asked ? said(suggestion.customer(), viewer) : Set.of();
        return suggestion.evidence().stream().filter(one -> one.said().map(
                clue -> own.contains(clue) && theirs.contains(clue)).orElse(true)).toList();
    }

    /// What a customer said that tells who they are, as far as this person may read it.
    private Set<String> said(Customer customer, Viewer viewer) {
        Optional<Conversation> conversation = conversations.find(customer.conversation());
        return conversation.stream().flatMap(
                found -> visible.visible(timeline.page(found, null, null, LOOK_BACK), viewer).stream()).map(
                        Entry::body).filter(body -> "in".equals(body.direction())).flatMap(
                                body -> Clues.in(body.subject(), body.text()).stream()).collect(Collectors.toSet());
    }
}
