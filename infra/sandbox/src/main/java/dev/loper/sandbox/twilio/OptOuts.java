package dev.loper.sandbox.twilio;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

/// Who has texted STOP to which number; START lets messages through again. SMS only, as at Twilio.
@Component
class OptOuts {

    private static final Set<String> STOP = Set.of("stop", "stopall", "unsubscribe", "cancel", "end", "quit");
    private static final Set<String> START = Set.of("start", "yes", "unstop");

    private final Set<Pair> pairs = ConcurrentHashMap.newKeySet();

    void hear(Message inbound) {
        String word = inbound.body().strip().toLowerCase(Locale.ROOT);
        if (inbound.whatsapp()) {
            return;
        }
        Pair pair = new Pair(inbound.customer(), inbound.business());
        if (STOP.contains(word)) {
            pairs.add(pair);
        } else if (START.contains(word)) {
            pairs.remove(pair);
        }
    }

    boolean holds(String customer, String business) {
        return pairs.contains(new Pair(customer, business));
    }

    void clear() {
        pairs.clear();
    }

    private record Pair(String customer, String business) {}
}
