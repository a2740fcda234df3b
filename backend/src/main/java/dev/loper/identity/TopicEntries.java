package dev.loper.identity;

import dev.loper.conversation.Conversation;
import dev.loper.conversation.Entry;
import dev.loper.conversation.Timeline;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.TopicId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads all entries of a topic, or of a home, page by page.
@Component
class TopicEntries {

    /// More than this are not taken elsewhere in one step.
    static final int MOST = 5000;
    private static final int PAGE = 200;

    private final Timeline timeline;

    TopicEntries(Timeline timeline) {
        this.timeline = timeline;
    }

    /// The entries of a topic, newest first; one more than [#MOST] at the most.
    List<Entry> of(Whole whole, TopicId topic) {
        return all(whole, whole.homes().keySet(), topic);
    }

    /// Everything in one home, newest first.
    List<Entry> in(Whole whole, HomeId home) {
        return all(whole, List.of(home), null);
    }

    private List<Entry> all(Whole whole, Collection<HomeId> homes, @Nullable TopicId topic) {
        Conversation part = new Conversation(whole.conversation(), whole.id(), List.copyOf(homes));
        List<Entry> all = new ArrayList<>();
        List<Entry> page;
        do {
            EntryId before = all.isEmpty() ? null : all.getLast().id();
            page = timeline.page(part, before, topic, PAGE);
            all.addAll(page);
        } while (page.size() == PAGE && all.size() <= MOST);
        return all;
    }
}
