package dev.loper.push;

import dev.loper.conversation.View;
import dev.loper.feed.Change;
import dev.loper.feed.Change.CallChanged;
import dev.loper.feed.Change.CustomerChanged;
import dev.loper.feed.Change.CustomerErased;
import dev.loper.feed.Change.EntryChanged;
import dev.loper.feed.Change.HomesChanged;
import dev.loper.feed.Change.MoreKnown;
import dev.loper.feed.Change.OfConversation;
import dev.loper.feed.Change.OccasionChanged;
import dev.loper.feed.Change.PersonChanged;
import dev.loper.feed.Change.PromiseChanged;
import dev.loper.feed.Change.TopicChanged;
import dev.loper.message.ConversationId;
import dev.loper.message.TopicId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// What one screen looks at.
///
/// @param view   the view whose list it shows
/// @param rows   the topics of that list that are on the screen; what enters it joins them
/// @param thread the conversation it shows
/// @param counts whether it shows the counts
/// @param people whether it shows colleagues
/// @param calls  whether it shows the calls that concern its person, whatever else it shows
/// @param board  whether it shows the supervisors' board
/// @param promises whether it shows how many promises there are, or which
/// @param occasions whether it shows whose birthday or jubilee comes
/// @param lost   whether its person may see no topic of the conversation any more, as far as changes told
record Watch(@Nullable View view, Set<TopicId> rows, @Nullable ConversationId thread, boolean counts,
        boolean people, boolean calls, boolean board, boolean promises, boolean occasions, AtomicBoolean lost) {

    static final Watch NOTHING = new Watch(null, Set.of(), null, false, false, false, false, false,
            false);

    Watch {
        Set<TopicId> shown = ConcurrentHashMap.newKeySet();
        shown.addAll(rows);
        rows = shown;
    }

    Watch(@Nullable View view, Set<TopicId> rows, @Nullable ConversationId thread, boolean counts,
            boolean people, boolean calls, boolean board, boolean promises, boolean occasions) {
        this(view, rows, thread, counts, people, calls, board, promises, occasions, new AtomicBoolean());
    }

    /// Whether it shows a conversation, and its person may see something of it.
    boolean shows(ConversationId conversation) {
        return conversation.equals(thread) && !lost.get();
    }

    /// Whether a change is of the conversation it shows.
    boolean isOfThread(Change change) {
        return change instanceof OfConversation told && told.conversation().equals(thread);
    }

    /// Whether the screen has to hear of a change.
    boolean concerns(Change change) {
        return shows(change) || countsPromise(change) || movesOccasion(change);
    }

    /// Whether it changes how many promises there are, which is told without saying which.
    boolean countsPromise(Change change) {
        return promises && change instanceof PromiseChanged;
    }

    /// Whether it may change which occasions there are or what holds them back, which is told without saying of whom.
    boolean movesOccasion(Change change) {
        return occasions && switch (change) {
            case OccasionChanged occasion -> true;
            case TopicChanged topic -> true;
            case PromiseChanged promise -> true;
            case HomesChanged homes -> true;
            case CustomerErased erased -> true;
            case EntryChanged entry -> false;
            case CustomerChanged customer -> false;
            case MoreKnown more -> false;
            case PersonChanged person -> false;
            case CallChanged call -> false;
        };
    }

    /// Whether the screen shows what changed.
    boolean shows(Change change) {
        return isOfThread(change) || switch (change) {
            case EntryChanged entry -> rows.contains(entry.topic()) || enters(entry.topic(), entry.entered());
            case TopicChanged topic -> rows.contains(topic.topic()) || enters(topic.topic(), topic.entered());
            case PromiseChanged promise -> rows.contains(promise.topic());
            case CustomerChanged customer -> false;
            case HomesChanged homes -> false;
            case MoreKnown more -> false;
            case OccasionChanged occasion -> false;
            case CustomerErased erased -> false;
            case PersonChanged person -> people;
            case CallChanged call -> calls;
        };
    }

    /// What enters the view is on the screen from then on, until the screen says what it shows: nothing that follows at
    /// once is missed.
    private boolean enters(TopicId topic, List<String> entered) {
        if (view == null || !view.hasAny(entered)) {
            return false;
        }
        rows.add(topic);
        return true;
    }
}
