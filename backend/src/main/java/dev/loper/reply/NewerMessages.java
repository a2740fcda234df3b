package dev.loper.reply;

import dev.loper.access.Viewer;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.Entry;
import dev.loper.conversation.EntryView;
import dev.loper.conversation.Timeline;
import dev.loper.conversation.VisibleConversations;
import dev.loper.message.EntryId;
import dev.loper.web.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Refuses what was written on an old screen, and says what the screen did not show.
@Component
public class NewerMessages {

    private static final int AT_MOST = 50;
    private static final Set<String> SAID = Set.of("message", "call");

    private final VisibleConversations conversations;
    private final Timeline timeline;

    NewerMessages(VisibleConversations conversations, Timeline timeline) {
        this.conversations = conversations;
        this.timeline = timeline;
    }

    /// The refusal, 409, with what others said since, newest first: fifty at the most.
    ///
    /// @param seen the newest entry on the viewer's screen
    public ProblemException since(Conversation conversation, EntryId seen, Viewer viewer) {
        List<Entry> page = timeline.page(conversation, null, null, AT_MOST);
        List<EntryView> newer = conversations.readable(page.stream().filter(
                entry -> entry.id().value().compareTo(seen.value()) > 0
                        && (SAID.contains(entry.body().type()) || entry.body().heard())
                        && !viewer.id().value().equals(entry.body().author().id())).toList(),
                conversation, viewer);
        return new ProblemException("newer-messages", HttpStatus.CONFLICT,
                "Something was said since you began to write. Read it before you send.", Map.of("newer", newer));
    }
}
