package dev.loper.sandbox.twilio;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The troubles that are switched on, for tests: refusals, failures, delays, lost and repeated webhooks.
@Component
public class Faults {

    private Plan plan = Plan.none();

    /// What goes wrong, and how often still. Zero, false or absent: nothing.
    ///
    /// - `refuse`: the next sends are refused with this code
    /// - `fail`: the next sends are accepted and then fail with this code
    /// - `hang`: the next sends are accepted, but the answer never comes
    /// - `answerError`: the next sends are accepted, but answered with 500
    /// - `answerDelayMillis`: every answer to a send waits so long
    /// - `slow`: an account's name → every answer to its sends waits so many milliseconds
    /// - `dropStatusCallbacks`: no news of messages is posted
    /// - `duplicateWebhooks`: every webhook is posted twice
    public record Plan(@Nullable Refuse refuse, @Nullable Fail fail, int hang, int answerError, long answerDelayMillis,
            @Nullable Map<String, Long> slow, boolean dropStatusCallbacks, boolean duplicateWebhooks) {

        static Plan none() {
            return new Plan(null, null, 0, 0, 0, null, false, false);
        }

        Plan refusing(@Nullable Refuse next) {
            return new Plan(next, fail, hang, answerError, answerDelayMillis, slow, dropStatusCallbacks,
                    duplicateWebhooks);
        }

        Plan failing(@Nullable Fail next) {
            return new Plan(refuse, next, hang, answerError, answerDelayMillis, slow, dropStatusCallbacks,
                    duplicateWebhooks);
        }

        Plan erring(int next) {
            return new Plan(refuse, fail, hang, next, answerDelayMillis, slow, dropStatusCallbacks, duplicateWebhooks);
        }

        Plan hanging(int next) {
            return new Plan(refuse, fail, next, answerError, answerDelayMillis, slow, dropStatusCallbacks,
                    duplicateWebhooks);
        }
    }

    /// Refuse so many sends.
    public record Refuse(int code, int times) {}

    /// Let so many sends fail; `status` is `failed` (default) or `undelivered`.
    public record Fail(int code, @Nullable String status, int times) {

        Status outcome() {
            return "undelivered".equals(status) ? Status.UNDELIVERED : Status.FAILED;
        }
    }

    public synchronized void set(Plan next) {
        plan = next;
    }

    public synchronized Plan plan() {
        return plan;
    }

    public void clear() {
        set(Plan.none());
    }

    synchronized Optional<TwilioError> nextRefusal() {
        Refuse refuse = plan.refuse();
        if (refuse == null || refuse.times() < 1) {
            return Optional.empty();
        }
        plan = plan.refusing(new Refuse(refuse.code(), refuse.times() - 1));
        return Optional.of(TwilioError.ofCode(refuse.code()));
    }

    synchronized Optional<Fail> nextFailure() {
        Fail fail = plan.fail();
        if (fail == null || fail.times() < 1) {
            return Optional.empty();
        }
        plan = plan.failing(new Fail(fail.code(), fail.status(), fail.times() - 1));
        return Optional.of(fail);
    }

    synchronized boolean nextHangs() {
        if (plan.hang() < 1) {
            return false;
        }
        plan = plan.hanging(plan.hang() - 1);
        return true;
    }

    synchronized boolean nextErrs() {
        if (plan.answerError() < 1) {
            return false;
        }
        plan = plan.erring(plan.answerError() - 1);
        return true;
    }

    synchronized Duration delayOf(String account) {
        Map<String, Long> slow = plan.slow() == null ? Map.of() : plan.slow();
        return Duration.ofMillis(Math.max(plan.answerDelayMillis(), slow.getOrDefault(account, 0L)));
    }
}
