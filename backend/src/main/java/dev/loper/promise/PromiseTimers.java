package dev.loper.promise;

import dev.loper.conversation.EntryBody;
import dev.loper.message.Author;
import dev.loper.message.PromiseId;
import dev.loper.promise.PromiseKeeping.Place;
import dev.loper.promise.PromiseWriter.Verb;
import dev.loper.redis.Timer;
import dev.loper.redis.TimerEffect;
import dev.loper.web.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the clock does with promises: due soon, the honest notice, late, and who is told then. It never sets a moment, and never closes one.
@Configuration(proxyBeanMethods = false)
class PromiseTimers {

    private final Promises promises;
    private final PromiseKeeping keeping;
    private final PromiseWriter writer;
    private final CustomerTime time;
    private final PromiseProperties settings;
    private final Escalation escalation;

    PromiseTimers(Promises promises, PromiseKeeping keeping, PromiseWriter writer, CustomerTime time,
            PromiseProperties settings, Escalation escalation) {
        this.promises = promises;
        this.keeping = keeping;
        this.writer = writer;
        this.time = time;
        this.settings = settings;
        this.escalation = escalation;
    }

    @FunctionalInterface
    private interface Work {

        void fire(Promise promise, Place place, Timer timer);
    }

    @Bean
    TimerEffect promiseSoon() {
        return effect("promise-soon", (promise, place, timer) -> writer.quietly(promise, place.conversation(),
                body("soon", timer), Verb.of("soon").by(timer)));
    }

    /// The customer hears before the moment that it will be missed, and who has it now.
    @Bean
    TimerEffect promiseNotice() {
        return effect("promise-notice", this::notice);
    }

    @Bean
    TimerEffect promiseLate() {
        return effect("promise-late", (promise, place, timer) -> writer.note(promise, place.conversation(),
                body("late", timer), Verb.of("late").by(timer)));
    }

    /// Somebody else hears that it is late: the next one in the chain.
    @Bean
    TimerEffect promiseEscalate() {
        return effect("promise-escalate", this::escalate);
    }

    private void notice(Promise promise, Place place, Timer timer) {
        Verb verb = Verb.of("notice").by(timer);
        try {
            keeping.tellByItself(promise, place, verb, time.of(promise).notice(promise.due(), promise.ownerName()),
                    clientId(timer));
        } catch (ProblemException unreachable) {
            // Nobody can be told; the promise shows that, and its owner sees it.
            writer.note(promise, place.conversation(), body("untold", timer),
                    Verb.of("notice", "untold", true).by(timer));
        }
    }

    private void escalate(Promise promise, Place place, Timer timer) {
        int level = promise.escalated() + 1;
        Instant next = PromiseMoment.escalation(promise.due(), level, settings);
        List<String> people = escalation.to(promise, place.topic().queue(), level).stream().map(
                person -> person.id().value()).toList();
        Verb told = Verb.of("escalate", "tell", people, "gatherMs", settings.gather().toMillis());
        Verb verb = next == null ? told : told.with(Map.of("next", next.toEpochMilli()));
        writer.note(promise, place.conversation(), EntryBody.promise(Author.SYSTEM, EntryBody.Event.titled(level == 1
                ? "escalated-owner"
                : "escalated", promise.ownerName()), "", clientId(timer) + "|" + level), verb.by(timer));
    }

    private TimerEffect effect(String kind, Work work) {
        return TimerEffect.of(kind, timer -> {
            Optional<Promise> active = promises.find(new PromiseId(timer.id())).filter(
                    promise -> promise.state().active());
            active.flatMap(keeping::find).ifPresentOrElse(place -> work.fire(active.orElseThrow(), place, timer),
                    () -> writer.drop(timer));
        });
    }

    private static EntryBody body(String event, Timer timer) {
        return EntryBody.promise(Author.SYSTEM, PromiseKeeping.event(event, null), "", clientId(timer));
    }

    /// A timer says its words once, whoever fires it.
    private static String clientId(Timer timer) {
        return timer.member();
    }
}
