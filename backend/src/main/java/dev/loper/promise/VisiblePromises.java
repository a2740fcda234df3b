package dev.loper.promise;

import dev.loper.access.Viewer;
import dev.loper.conversation.CallState;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.Entry;
import dev.loper.conversation.InboxItems;
import dev.loper.conversation.Timeline;
import dev.loper.conversation.Topic;
import dev.loper.conversation.VisibleConversations;
import dev.loper.message.Author;
import dev.loper.message.Delivery;
import dev.loper.message.EntryId;
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
    private final Timeline timeline;
    private final PromiseLinks links;

    VisiblePromises(Promises promises, PromiseKeeping keeping, VisibleConversations conversations, InboxItems items,
            Timeline timeline, PromiseLinks links) {
        this.promises = promises;
        this.keeping = keeping;
        this.conversations = conversations;
        this.items = items;
        this.timeline = timeline;
        this.links = links;
    }

    /// @throws ProblemException 404 if there is none, or none for this viewer
    Promise find(String id, Viewer viewer) {
        return promises.find(new PromiseId(id)).filter(
                promise -> keeping.find(promise).filter(
                        place -> items.canSee(viewer, place.topic())).isPresent()).orElseThrow(
                                () -> ProblemException.notFound("There is no such promise."));
    }

    /// What keeps a promise, as somebody says: an answer of ours in its conversation, or a call in which we spoke.
    ///
    /// @throws ProblemException 422 if it is none, or none this viewer may read
    EntryId answer(String id, Promise promise, Viewer viewer) {
        EntryId wanted = new EntryId(id);
        List<Entry> found = keeping.place(promise).conversation().homes().stream().flatMap(
                home -> timeline.find(home, wanted).stream()).toList();
        return conversations.visible(found, viewer).stream().filter(entry -> answers(entry, promise)).map(
                Entry::id).findFirst().orElseThrow(
                        () -> ProblemException.field("no-answer-of-ours", "entry",
                                "Name an answer of ours in this conversation, or a call in which we spoke."));
    }

    /// What tells the promise itself keeps it as little as what was taken back, or what nobody of us said.
    private static boolean answers(Entry entry, Promise promise) {
        CallState call = entry.call();
        if (call != null) {
            return "talking".equals(call.state()) || "answered".equals(call.outcome());
        }
        return "message".equals(entry.body().type()) && "out".equals(entry.body().direction())
                && entry.body().author().kind() != Author.Kind.SYSTEM && entry.delivery() != Delivery.WITHDRAWN
                && !promise.id().value().equals(entry.promise());
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
