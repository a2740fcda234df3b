package dev.loper.sandbox.twilio;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

/// WhatsApp's customer-service window: free text may be sent until 24 hours after the customer's last message.
@Component
class WhatsAppWindow {

    private static final Duration LENGTH = Duration.ofHours(24);

    private final Clock clock;
    private final Map<String, Instant> ends = new ConcurrentHashMap<>();

    WhatsAppWindow(Clock clock) {
        this.clock = clock;
    }

    void hear(Message inbound) {
        if (inbound.whatsapp()) {
            begin(inbound.customer(), inbound.business());
        }
    }

    boolean open(String customer, String business) {
        return end(customer, business).filter(clock.instant()::isBefore).isPresent();
    }

    /// When it closes or closed; empty when the customer never wrote.
    Optional<Instant> end(String customer, String business) {
        return Optional.ofNullable(ends.get(key(customer, business)));
    }

    /// As if the customer had just written.
    void begin(String customer, String business) {
        ends.put(key(customer, business), clock.instant().plus(LENGTH));
    }

    /// As if 24 hours had gone by.
    void close(String customer, String business) {
        ends.computeIfPresent(key(customer, business), (pair, end) -> clock.instant());
    }

    void clear() {
        ends.clear();
    }

    private static String key(String customer, String business) {
        return customer + " " + business;
    }
}
