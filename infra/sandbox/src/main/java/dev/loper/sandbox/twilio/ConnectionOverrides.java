package dev.loper.sandbox.twilio;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// How a webhook is tried: what stands in the fragment of its URL, else Twilio's defaults.
///
/// `rc` retries (0–5, default 1), `rp` what is retried (`ct`, `rt`, `4xx`, `5xx`, `all`; default `ct`), `ct` connect
/// time-out (100–10000 ms, default 5000), `rt` read time-out and `tt` the total of all attempts (100–15000 ms,
/// default 15000). Source: https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
record ConnectionOverrides(int retries, Set<String> policy, Duration connect, Duration read, Duration total) {

    static ConnectionOverrides in(String url) {
        int hash = url.indexOf('#');
        Map<String, String> given = new HashMap<>();
        if (hash >= 0) {
            for (String pair : url.substring(hash + 1).split("&")) {
                String[] halves = pair.split("=", 2);
                given.put(halves[0], halves.length > 1 ? halves[1] : "");
            }
        }
        return new ConnectionOverrides(number(given, "rc", 1, 0, 5), policy(given.getOrDefault("rp", "ct")),
                Duration.ofMillis(number(given, "ct", 5_000, 100, 10_000)),
                Duration.ofMillis(number(given, "rt", 15_000, 100, 15_000)),
                Duration.ofMillis(number(given, "tt", 15_000, 100, 15_000)));
    }

    /// Whether an attempt that ended so is tried again; `failure` is a word of `rp`.
    boolean retries(String failure) {
        return policy.contains("all") || policy.contains(failure);
    }

    private static Set<String> policy(String words) {
        return Arrays.stream(words.split(",")).map(String::strip).collect(Collectors.toUnmodifiableSet());
    }

    private static int number(Map<String, String> given, String key, int otherwise, int least, int most) {
        try {
            return Math.clamp(Integer.parseInt(given.getOrDefault(key, String.valueOf(otherwise))), least, most);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
