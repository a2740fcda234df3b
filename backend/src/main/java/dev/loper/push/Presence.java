package dev.loper.push;

import dev.loper.access.Viewer;
import dev.loper.channel.Typing;
import dev.loper.message.ConversationId;
import dev.loper.message.CustomerId;
import dev.loper.push.Push.Somebody;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisPublisher;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Who is looking at which conversation, and who is typing, the customer included: told to all nodes, stored nowhere, forgotten in seconds.
@Component
class Presence implements CustomerPresence {

    private static final String TOPIC = "presence";
    private static final Set<String> STATES = Set.of("viewing", "typing", "left");

    private final RedisPublisher publisher;
    private final Watchers watchers;
    private final PushJson json;
    private final Clock clock;
    private final Map<ConversationId, Map<String, Seen>> rooms = new ConcurrentHashMap<>();

    Presence(RedisPublisher publisher, Watchers watchers, PushJson json, Clock clock) {
        this.publisher = publisher;
        this.watchers = watchers;
        this.json = json;
        this.clock = clock;
        publisher.subscribe(TOPIC, message -> heard(RedisJson.read(message, Told.class)));
    }

    record Told(String conversation, String person, String name, String state, boolean customer) {}

    private record Seen(Somebody somebody, Instant until) {}

    /// Tells all nodes what somebody does.
    void say(Viewer viewer, ConversationId conversation, String state) {
        if (STATES.contains(state)) {
            tell(new Told(conversation.value(), viewer.id().value(), viewer.name(), state, false));
        }
    }

    @Override
    public void customerTyping(ConversationId conversation, CustomerId customer, String name, Typing typing) {
        tell(new Told(conversation.value(), customer.value(), name, typing == Typing.STARTED ? "typing" : "left",
                true));
    }

    private void tell(Told told) {
        publisher.publish(TOPIC, RedisJson.write(told));
    }

    /// Tells one screen who is in a conversation.
    void tell(Watcher screen, ConversationId conversation) {
        List<Somebody> others = in(conversation, screen);
        if (!others.isEmpty()) {
            screen.send(List.of(json.write(new Push.PresencePush(conversation.value(), others))));
        }
    }

    private void heard(Told told) {
        ConversationId conversation = new ConversationId(told.conversation());
        rooms.compute(conversation, (key, room) -> {
            Map<String, Seen> people = room == null ? new ConcurrentHashMap<>() : room;
            if (told.state().equals("left")) {
                people.remove(told.person());
            } else {
                people.put(told.person(),
                        new Seen(new Somebody(told.person(), told.name(), told.state(), told.customer()),
                                clock.instant().plus(lasts(told.state()))));
            }
            return people.isEmpty() ? null : people;
        });
        tellAll(conversation);
    }

    private void tellAll(ConversationId conversation) {
        watchers.all().stream().filter(screen -> screen.watch().shows(conversation)).forEach(
                screen -> screen.send(
                        List.of(json.write(new Push.PresencePush(conversation.value(), in(conversation, screen))))));
    }

    private List<Somebody> in(ConversationId conversation, Watcher screen) {
        String self = screen.viewer().id().value();
        return rooms.getOrDefault(conversation, Map.of()).values().stream().map(Seen::somebody).filter(
                somebody -> !somebody.id().equals(self)).sorted(Comparator.comparing(Somebody::name)).toList();
    }

    /// Forgets those who fell silent.
    @Scheduled(fixedDelay = 2000)
    void forget() {
        Instant now = clock.instant();
        List<ConversationId> changed = new ArrayList<>();
        rooms.forEach((conversation, people) -> {
            if (people.values().removeIf(seen -> seen.until().isBefore(now))) {
                changed.add(conversation);
            }
        });
        rooms.values().removeIf(Map::isEmpty);
        changed.forEach(this::tellAll);
    }

    private static Duration lasts(String state) {
        return state.equals("typing") ? Duration.ofSeconds(6) : Duration.ofSeconds(30);
    }
}
