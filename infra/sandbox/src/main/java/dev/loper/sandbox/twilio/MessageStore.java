package dev.loper.sandbox.twilio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.springframework.stereotype.Component;

/// The newest 50,000 messages, in memory; older ones are forgotten so that a load test can run all night.
@Component
class MessageStore {

    private static final int MOST = 50_000;

    private final Map<String, Message> messages = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Message> eldest) {
            return size() > MOST;
        }
    };

    synchronized Message add(Message message) {
        messages.put(message.sid(), message);
        return message;
    }

    /// Changes a message; empty when it was forgotten or deleted meanwhile.
    synchronized Optional<Message> change(String sid, UnaryOperator<Message> change) {
        return Optional.ofNullable(messages.computeIfPresent(sid, (key, message) -> change.apply(message)));
    }

    synchronized Optional<Message> find(String sid) {
        return Optional.ofNullable(messages.get(sid));
    }

    synchronized boolean remove(String sid) {
        return messages.remove(sid) != null;
    }

    synchronized void removeIf(Predicate<Message> which) {
        messages.values().removeIf(which);
    }

    /// Oldest first.
    synchronized List<Message> all(Predicate<Message> which) {
        List<Message> found = new ArrayList<>();
        for (Message message : messages.values()) {
            if (which.test(message)) {
                found.add(message);
            }
        }
        return found;
    }
}
