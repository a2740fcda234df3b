package dev.loper.sandbox.live;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The open pages, told by server-sent events what has changed.
@Component
public class LiveFeed {

    private final Set<SseEmitter> pages = ConcurrentHashMap.newKeySet();

    public void phoneChanged(String number) {
        tell("phone", Map.of("number", number));
    }

    public void mailboxChanged(String address) {
        tell("mail", Map.of("address", address));
    }

    public void everythingChanged() {
        tell("world", Map.of());
    }

    SseEmitter open() {
        SseEmitter page = new SseEmitter(0L);
        page.onCompletion(() -> pages.remove(page));
        page.onError(broken -> pages.remove(page));
        pages.add(page);
        send(page, "world", Map.of());
        return page;
    }

    private void tell(String event, Map<String, String> data) {
        pages.forEach(page -> send(page, event, data));
    }

    private void send(SseEmitter page, String event, Map<String, String> data) {
        try {
            page.send(SseEmitter.event().name(event).data(data));
        } catch (IOException | IllegalStateException e) {
            // The browser went away; it asks for everything when it comes back.
            pages.remove(page);
        }
    }
}
