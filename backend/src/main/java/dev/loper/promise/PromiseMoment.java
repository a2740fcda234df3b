package dev.loper.promise;

import dev.loper.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The moment of a promise, and the two moments that go with it.
///
/// @param due    by when it is to be kept
/// @param soon   from when its owner is reminded
/// @param notice when the customer is told that it will be missed, if nobody has set another moment by then
/// @param escalate when somebody else is told that it is late; none if nobody is
record PromiseMoment(Instant due, Instant soon, Instant notice, @Nullable Instant escalate) {

    /// A short promise is not due soon from its first minute on: half of its time passes before the reminder, and three
    /// quarters before the notice. Whoever is to be reminded is there then: where we are closed before the moment, they are reminded
    /// before we close. And where everybody has gone home before the moment, the customer hears that it will be missed while somebody
    /// is there to have said otherwise, not at night; unless so little open time was left to begin with that whoever promised it meant
    /// to do it after hours.
    ///
    /// @param hours when we are there
    static PromiseMoment of(Instant due, Instant now, PromiseProperties settings, BusinessCalendar hours) {
        Duration left = Duration.between(now, due);
        Instant soon = due.minus(shorter(settings.soon(), left.dividedBy(2)));
        Instant notice = due.minus(shorter(settings.notice(), left.dividedBy(4)));
        Duration working = hours.workingTime(now, due);
        return new PromiseMoment(due,
                earlier(soon, hours.plus(now, working.minus(shorter(settings.soon(), working.dividedBy(2))))),
                working.compareTo(settings.soon()) < 0
                        ? notice
                        : earlier(notice, hours.plus(now, working.minus(shorter(settings.notice(), working.dividedBy(
                                4))))),
                escalation(due, 0, settings));
    }

    /// When the next one in the chain is told.
    ///
    /// @param told how many have been
    static @Nullable Instant escalation(Instant due, int told, PromiseProperties settings) {
        return told < settings.escalate().size() ? due.plus(settings.escalate().get(told)) : null;
    }

    private static Instant earlier(Instant one, Optional<Instant> other) {
        return other.filter(one::isAfter).orElse(one);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>(Map.of("due", due.toEpochMilli(), "soon", soon.toEpochMilli(),
                "notice", notice.toEpochMilli()));
        if (escalate != null) {
            facts.put("escalate", escalate.toEpochMilli());
        }
        return facts;
    }
}
