package dev.loper.conversation;

import dev.loper.access.Viewer;
import dev.loper.message.ConversationId;
import dev.loper.message.TopicId;
import dev.loper.web.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds conversations and topics for one person. What they may not see is, for them, not there.
@Component
public class VisibleConversations {

    private final Conversations conversations;
    private final Topics topics;
    private final InboxItems items;

    VisibleConversations(Conversations conversations, Topics topics, InboxItems items) {
        this.conversations = conversations;
        this.topics = topics;
        this.items = items;
    }

    /// A topic with its conversation.
    public record Found(Conversation conversation, Topic topic) {}

    /// @throws ProblemException 404 if there is none, or none for this viewer
    public Conversation conversation(String id, Viewer viewer) {
        Conversation found = conversations.find(new ConversationId(id)).orElseThrow(
                VisibleConversations::noConversation);
        if (topics(found, viewer).isEmpty()) {
            throw noConversation();
        }
        return found;
    }

    /// The topics of a conversation this viewer may see.
    public List<Topic> topics(Conversation conversation, Viewer viewer) {
        return topics.of(conversation.id()).stream().filter(topic -> items.canSee(viewer, topic)).toList();
    }

    /// @throws ProblemException 404 if there is none, or none for this viewer
    public Found topic(String id, Viewer viewer) {
        Topic topic = topics.find(new TopicId(id)).filter(found -> items.canSee(viewer, found)).orElseThrow(
                () -> ProblemException.notFound("There is no such topic. It may have been moved."));
        return new Found(conversations.find(topic.conversation()).orElseThrow(VisibleConversations::noConversation),
                topic);
    }

    /// A topic of a conversation.
    ///
    /// @param wanted none takes the newest open one, else the newest
    /// @throws ProblemException 422 if there is none, or none for this viewer
    public Topic topic(Conversation conversation, @Nullable String wanted, Viewer viewer) {
        List<Topic> all = topics(conversation, viewer);
        Optional<Topic> found = wanted != null
                ? all.stream().filter(topic -> topic.id().value().equals(wanted)).findFirst()
                : all.stream().filter(topic -> topic.status() == Topic.Status.OPEN).findFirst().or(
                        () -> all.stream().findFirst());
        return found.orElseThrow(() -> ProblemException.field("unknown-topic", "topic",
                "There is no such topic in this conversation."));
    }

    /// Leaves out the entries of topics this viewer may not see.
    public List<Entry> visible(List<Entry> entries, Viewer viewer) {
        Set<TopicId> seen = seen(entries, viewer);
        return entries.stream().filter(entry -> seen.contains(entry.topic())).toList();
    }

    /// Entries as this viewer may read them: those of topics they may not see collapse, each run of them into one that
    /// says nothing but that it is there.
    ///
    /// @param entries newest first
    public List<EntryView> readable(List<Entry> entries, Conversation conversation, Viewer viewer) {
        Set<TopicId> seen = seen(entries, viewer);
        List<EntryView> views = new ArrayList<>(entries.size());
        boolean inRun = false;
        for (Entry entry : entries) {
            boolean visible = seen.contains(entry.topic());
            if (visible) {
                views.add(EntryView.of(conversation.id(), entry));
            } else if (!inRun) {
                views.add(EntryView.hidden(entry));
            }
            inRun = !visible;
        }
        return views;
    }

    private Set<TopicId> seen(List<Entry> entries, Viewer viewer) {
        List<TopicId> ids = entries.stream().map(Entry::topic).distinct().toList();
        return topics.find(ids).stream().filter(topic -> items.canSee(viewer, topic)).map(Topic::id).collect(
                Collectors.toSet());
    }

    private static ProblemException noConversation() {
        return ProblemException.notFound("There is no such conversation.");
    }
}
