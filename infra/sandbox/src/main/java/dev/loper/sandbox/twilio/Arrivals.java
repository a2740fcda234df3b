package dev.loper.sandbox.twilio;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// How the newest 10,000 webhooks of phones' messages ended, for the page to show.
final class Arrivals {

    private static final int MOST = 10_000;

    private final Map<String, WebhookResult> results = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, WebhookResult> eldest) {
            return size() > MOST;
        }
    };

    synchronized void note(String sid, WebhookResult result) {
        results.put(sid, result);
    }

    synchronized Optional<WebhookResult> of(String sid) {
        return Optional.ofNullable(results.get(sid));
    }
}
