package dev.loper.promise;

import dev.loper.access.Viewer;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.InboxItems;
import dev.loper.conversation.Topic;
import dev.loper.conversation.VisibleConversations;
import dev.loper.message.PromiseId;
import dev.loper.web.ProblemException;
import java.util.List;
import org.springframework.stereotype.Component;

/// Finds promises for one person: those of topics they may see. Others are, for them, not there.
@Component
class VisiblePromises {

    private final Promises promises;
    private final PromiseKeeping keeping;
    private final VisibleConversations conversations;
    private final InboxItems items;
    private final PromiseLinks links;

    VisiblePromises(Promises promises, PromiseKeeping keeping, VisibleConversations conversations, InboxItems items,
            PromiseLinks links) {
        this.promises = promises;
        this.keeping = keeping;
        this.conversations = conversations;
        this.items = items;
        this.links = links;
    }

    /// @throws ProblemException 404 if there is none, or none for this viewer
    Promise find(String id, Viewer viewer) {
        return promises.find(new PromiseId(id)).filter(
                promise -> keeping.find(promise).filter(
                        place -> items.canSee(viewer, place.topic())).isPresent()).orElseThrow(
                                () -> ProblemException.notFound("There is no such promise."));
    }

    /// The promises of a conversation: open ones by their moment, then closed ones.
    List<Promise> of(Conversation conversation, Viewer viewer) {
        return promises.of(conversations.topics(conversation, viewer).stream().map(Topic::id).toList());
    }

    /// Leaves out those the viewer may not see, and whose topic is gone.
    List<PromiseView> views(List<Promise> found, Viewer viewer) {
        return found.stream().flatMap(promise -> keeping.find(promise).filter(
                place -> items.canSee(viewer, place.topic())).map(place -> view(promise, place)).stream()).toList();
    }

    PromiseView view(Promise promise) {
        return view(promise, keeping.place(promise));
    }

    private PromiseView view(Promise promise, PromiseKeeping.Place place) {
        return PromiseView.of(promise, place, links.urlOf(promise.id()));
    }
}
