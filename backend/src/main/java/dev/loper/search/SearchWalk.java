package dev.loper.search;

import dev.loper.conversation.Conversation;
import dev.loper.conversation.Conversations;
import dev.loper.conversation.Entry;
import dev.loper.conversation.Timeline;
import dev.loper.conversation.Topic;
import dev.loper.conversation.Topics;
import dev.loper.conversation.View;
import dev.loper.conversation.Views;
import dev.loper.feed.Cursor;
import dev.loper.feed.WorkPace;
import dev.loper.message.ConversationId;
import dev.loper.message.EntryId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Makes the index anew from the threads, by way of the views, which between them hold every topic.
///
/// What was there is searched meanwhile; what came since is put by the feed afterwards, from where it stood when this began.
@Component
class SearchWalk {

    private static final Logger log = LoggerFactory.getLogger(SearchWalk.class);
    private static final List<String> EVERY_TOPIC = List.of("all", "snoozed", "resolved");
    private static final int TOPICS = 200;
    private static final int ENTRIES = 200;

    private final Views views;
    private final Topics topics;
    private final Conversations conversations;
    private final Timeline timeline;
    private final SearchIntake intake;
    private final SearchIndex index;
    private final WorkPace pace;

    SearchWalk(Views views, Topics topics, Conversations conversations, Timeline timeline,
            SearchIntake intake, SearchIndex index, WorkPace pace) {
        this.views = views;
        this.topics = topics;
        this.conversations = conversations;
        this.timeline = timeline;
        this.intake = intake;
        this.index = index;
        this.pace = pace;
    }

    /// One that is ended before it is done begins anew the next time.
    ///
    /// @param head where the feed stands now
    void walk(Cursor head) throws InterruptedException {
        index.beginAnew(head);
        Set<ConversationId> walked = new HashSet<>();
        for (String range : EVERY_TOPIC) {
            walk(new View(range), walked);
        }
        if (!pace.ended()) {
            index.becomeWhole();
            log.info("The search index was made: {} conversations.", walked.size());
        }
    }

    private void walk(View view, Set<ConversationId> walked) throws InterruptedException {
        String cursor = null;
        do {
            Views.Page page = views.page(view, cursor, TOPICS);
            for (Topic topic : topics.find(page.topics())) {
                if (pace.ended()) {
                    return;
                }
                if (walked.add(topic.conversation())) {
                    walk(topic.conversation());
                }
            }
            cursor = page.next();
        } while (cursor != null);
    }

    private void walk(ConversationId id) throws InterruptedException {
        Conversation conversation = conversations.find(id).orElse(null);
        if (conversation == null) {
            return;
        }
        intake.putCustomer(conversation);
        @Nullable
        EntryId before = null;
        List<Entry> page;
        do {
            page = timeline.page(conversation, before, null, ENTRIES);
            intake.put(page);
            pace.spend(page.size());
            before = page.isEmpty() ? null : page.getLast().id();
        } while (page.size() == ENTRIES);
    }
}
