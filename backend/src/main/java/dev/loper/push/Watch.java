package dev.loper.push;

import dev.loper.conversation.Views.View;
import dev.loper.message.ConversationId;
import dev.loper.message.TopicId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one screen looks at.
///
/// @param view   the view whose list it shows
/// @param rows   the topics of that list that are on the screen
/// @param thread the conversation it shows
/// @param counts whether it shows the counts
/// @param people whether it shows colleagues
record Watch(@Nullable View view, Set<TopicId> rows, @Nullable ConversationId thread, boolean counts,
        boolean people) {

    static final Watch NOTHING = new Watch(null, Set.of(), null, false, false);

    boolean shows(ConversationId conversation) {
        return conversation.equals(thread);
    }
}
