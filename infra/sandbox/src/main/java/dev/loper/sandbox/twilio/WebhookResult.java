package dev.loper.sandbox.twilio;

/// How a webhook ended, after all its attempts.
public sealed interface WebhookResult {

    int attempts();

    /// The product answered; only 2xx means it has the news.
    record Answered(int status, int attempts) implements WebhookResult {}

    /// Nobody answered; `failure` is `ct` (no connection) or `rt` (no answer in time).
    record Unanswered(String failure, int attempts) implements WebhookResult {}

    default boolean arrived() {
        return this instanceof Answered answered && answered.status() / 100 == 2;
    }
}
