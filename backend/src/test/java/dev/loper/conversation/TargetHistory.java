package dev.loper.conversation;

import dev.loper.access.QueueId;
import dev.loper.conversation.Target.Kind;
import dev.loper.conversation.Target.State;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// The plain truth about a topic's target: everything that was said, looked through from the beginning each time.
final class TargetHistory {

    /// A message or an answer, in order.
    private static final class Said {

        final boolean in;
        final Instant at;
        /// Whether the customer opened a resolved topic by it.
        final boolean opens;
        /// Which answer it waits for, if a wait begins with it.
        final Kind kind;
        final @Nullable Entry answer;
        boolean withdrawn;
        @Nullable
        QueueId toldIn;
        @Nullable
        State told;

        Said(boolean in, Instant at, boolean opens, Kind kind, @Nullable Entry answer) {
            this.in = in;
            this.at = at;
            this.opens = opens;
            this.kind = kind;
            this.answer = answer;
        }
    }

    private final Clock clock;
    private final List<Said> said = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private QueueId queue = TargetRig.ORDERS;
    private boolean resolved;

    TargetHistory(Clock clock) {
        this.clock = clock;
    }

    void says() {
        boolean answered = said.stream().anyMatch(one -> !one.in && !one.withdrawn);
        said.add(new Said(true, clock.instant(), resolved, answered ? Kind.NEXT : Kind.FIRST, null));
        resolved = false;
    }

    void answers(Entry answer) {
        said.add(new Said(false, clock.instant(), false, Kind.NEXT, answer));
    }

    /// One of the last three answers that stand.
    Optional<Entry> answerToTakeBack(Random random) {
        List<Said> standing = said.stream().filter(one -> !one.in && !one.withdrawn).toList();
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        Said one = standing.get(standing.size() - 1 - random.nextInt(Math.min(3, standing.size())));
        one.withdrawn = true;
        return Optional.ofNullable(one.answer);
    }

    void resolves() {
        resolved = true;
    }

    void reopens() {
        resolved = false;
    }

    void moves(QueueId to) {
        Said wait = unanswered();
        if (wait != null && !resolved && !to.equals(queue)) {
            wait.told = null;
        }
        queue = to;
    }

    boolean waits() {
        return !resolved && unanswered() != null;
    }

    /// The timers are looked at.
    void look() {
        Said wait = resolved ? null : unanswered();
        if (wait == null) {
            return;
        }
        if (!queue.equals(wait.toldIn)) {
            wait.told = null;
            wait.toldIn = queue;
        }
        AnswerTargets.Due due = due(wait);
        if (due != null && !clock.instant().isBefore(due.due())) {
            tell(wait, State.LATE, "target-late");
        } else if (due != null && !clock.instant().isBefore(due.warn()) && wait.told == null) {
            tell(wait, State.SOON, "target-soon");
        }
    }

    Optional<Target> target() {
        Said wait = resolved ? null : unanswered();
        AnswerTargets.Due due = wait == null ? null : due(wait);
        return wait == null || due == null
                ? Optional.empty()
                : Optional.of(new Target(wait.kind, due.due(), wait.told == null ? State.RUNNING : wait.told));
    }

    List<String> told() {
        return told;
    }

    private void tell(Said wait, State state, String event) {
        if (wait.told != state) {
            wait.told = state;
            told.add(event);
        }
    }

    private AnswerTargets.@Nullable Due due(Said wait) {
        AnswerTargets.Moments moments = TargetRig.targets(wait.at).get(queue);
        return moments == null ? null : wait.kind == Kind.FIRST ? moments.first() : moments.next();
    }

    /// The message the customer waits since: the first after the last answer that stands, or after they opened the topic.
    private @Nullable Said unanswered() {
        Said wait = null;
        for (Said one : said) {
            if (!one.in) {
                wait = one.withdrawn ? wait : null;
            } else if (wait == null || one.opens) {
                wait = one;
            }
        }
        return wait;
    }
}
