package dev.loper.channel.webchat;

import dev.loper.channel.Typing;
import dev.loper.channel.VisitorNews;
import org.springframework.web.socket.CloseStatus;
import dev.loper.channel.webchat.ChatFrames.AgentTyping;
import dev.loper.channel.webchat.ChatFrames.Entry;
import dev.loper.channel.webchat.ChatFrames.Over;
import dev.loper.channel.webchat.ChatFrames.Seen;
import dev.loper.message.ChannelAddress.Visitor;
import dev.loper.message.EntryId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The chat windows open on this node.
@Component
class ChatSessions implements VisitorNews {

    private final ChatHistory history;
    private final Map<String, ChatSession> byId = new ConcurrentHashMap<>();
    private final Map<String, Integer> countByAddress = new ConcurrentHashMap<>();
    private final Map<Visitor, List<ChatSession>> byVisitor = new ConcurrentHashMap<>();

    ChatSessions(ChatHistory history) {
        this.history = history;
    }

    /// Whether one more window from this address fits; if so it is counted until it leaves.
    boolean enter(ChatSession session) {
        int most = session.site().limits().connectionsPerAddress();
        int open = countByAddress.merge(session.address(), 1, Integer::sum);
        byId.put(session.id(), session);
        return open <= most;
    }

    /// Whether one more window of this visitor fits; if so it hears the visitor's news from now on.
    boolean join(ChatSession session, Visitor visitor) {
        int most = session.site().limits().connectionsPerVisitor();
        List<ChatSession> now = byVisitor.compute(visitor,
                (key, old) -> old != null && old.size() >= most ? old : with(old, session));
        return now.contains(session);
    }

    void leave(ChatSession session) {
        if (byId.remove(session.id()) == null) {
            return;
        }
        countByAddress.computeIfPresent(session.address(), (key, count) -> count == 1 ? null : count - 1);
        ChatSession.Guest guest = session.guest();
        if (guest != null) {
            byVisitor.computeIfPresent(guest.visitor(), (key, old) -> without(old, session));
        }
    }

    Collection<ChatSession> all() {
        return byId.values();
    }

    @Override
    public void entryChanged(Visitor visitor, EntryId entry) {
        each(visitor, session -> session.push("entry:" + entry,
                () -> history.one(session.site(), visitor, entry).ifPresent(
                        shown -> session.send(new Entry(shown)))));
    }

    @Override
    public void agentTyping(Visitor visitor, String name, Typing typing) {
        each(visitor, session -> session.push("typing:" + name,
                () -> session.send(new AgentTyping(name, typing == Typing.STARTED))));
    }

    @Override
    public void agentRead(Visitor visitor, EntryId upTo) {
        each(visitor, session -> session.push("seen", () -> {
            if (history.one(session.site(), visitor, upTo).isPresent()) {
                session.send(new Seen(upTo));
            }
        }));
    }

    @Override
    public void offerEnded(Visitor visitor, String offer) {
        each(visitor, session -> session.push("over:" + offer, () -> session.send(new Over(offer))));
    }

    /// A window that is closed comes back by itself, and asks for its newest page.
    @Override
    public void restarted() {
        all().forEach(session -> session.close(CloseStatus.SERVICE_RESTARTED));
    }

    private void each(Visitor visitor, Consumer<ChatSession> work) {
        byVisitor.getOrDefault(visitor, List.of()).forEach(work);
    }

    private static List<ChatSession> with(@Nullable List<ChatSession> old,
            ChatSession session) {
        List<ChatSession> grown = old == null ? new ArrayList<>() : new ArrayList<>(old);
        grown.add(session);
        return List.copyOf(grown);
    }

    private static @Nullable List<ChatSession> without(List<ChatSession> old,
            ChatSession session) {
        List<ChatSession> rest = old.stream().filter(one -> one != session).toList();
        return rest.isEmpty() ? null : rest;
    }
}
