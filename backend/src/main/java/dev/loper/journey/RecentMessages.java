package dev.loper.journey;

import dev.loper.conversation.Conversation;
import dev.loper.conversation.Entry;
import dev.loper.conversation.Timeline;
import dev.loper.message.EntryId;
import dev.loper.message.TopicId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a customer wrote in the months before the last word in their conversation. One contact by chat may be a hundred entries, so pages
/// are read until enough time is seen.
@Component
class RecentMessages {

    private static final int PAGE = 200;
    /// However much was said, it is looked for no further than this.
    private static final int PAGES = 10;
    /// As long as a change of behaviour takes to be one: a month of weekly contact, and the silence after.
    private static final Duration MONTHS = Duration.ofDays(90);

    private final Timeline timeline;

    RecentMessages(Timeline timeline) {
        this.timeline = timeline;
    }

    /// @param topics the matters that count
    List<Signals.Wrote> of(Conversation conversation, Set<TopicId> topics) {
        List<Entry> seen = new ArrayList<>();
        for (int i = 0; i < PAGES; i++) {
            List<Entry> page = timeline.page(conversation, last(seen), null, PAGE);
            seen.addAll(page);
            if (page.size() < PAGE
                    || Duration.between(page.getLast().at(), seen.getFirst().at()).compareTo(MONTHS) > 0) {
                break;
            }
        }
        return seen.stream().filter(
                entry -> "in".equals(entry.body().direction()) && topics.contains(entry.topic())).map(
                        entry -> new Signals.Wrote(entry.topic().value(), entry.at())).toList();
    }

    private static @Nullable EntryId last(List<Entry> seen) {
        return seen.isEmpty() ? null : seen.getLast().id();
    }
}
