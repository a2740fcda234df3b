package dev.loper.promise;

import dev.loper.conversation.EntryBody;
import dev.loper.message.Author;
import dev.loper.message.PromiseId;
import dev.loper.promise.PromiseKeeping.Place;
import dev.loper.promise.PromiseWriter.Verb;
import dev.loper.redis.Timer;
import dev.loper.redis.TimerEffect;
import dev.loper.web.ProblemException;
import java.util.function.BiConsumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the clock does with promises: due soon, the honest notice, late. It never sets a moment, and never closes one.
@Configuration(proxyBeanMethods = false)
class PromiseTimers {

    private final Promises promises;
    private final PromiseKeeping keeping;
    private final PromiseWriter writer;
    private final CustomerTime time;

    PromiseTimers(Promises promises, PromiseKeeping keeping, PromiseWriter writer, CustomerTime time) {
        this.promises = promises;
        this.keeping = keeping;
        this.writer = writer;
        this.time = time;
    }

    @Bean
    TimerEffect promiseSoon() {
        return effect("promise-soon", (promise, timer) -> writer.quietly(promise, keeping.place(promise).conversation(),
                body("soon", timer), Verb.of("soon").by(timer)));
    }

    /// The customer hears before the moment that it will be missed, and who has it now.
    @Bean
    TimerEffect promiseNotice() {
        return effect("promise-notice", this::notice);
    }

    @Bean
    TimerEffect promiseLate() {
        return effect("promise-late", (promise, timer) -> writer.note(promise, keeping.place(promise).conversation(),
                body("late", timer), Verb.of("late").by(timer)));
    }

    private void notice(Promise promise, Timer timer) {
        Verb verb = Verb.of("notice").by(timer);
        try {
            keeping.tell(promise, verb, time.of(promise).notice(promise.due(), promise.ownerName()), clientId(timer),
                    Author.SYSTEM, null);
        } catch (ProblemException unreachable) {
            // Nobody can be told; the promise shows that, and its owner sees it.
            Place place = keeping.place(promise);
            writer.note(promise, place.conversation(), body("untold", timer),
                    Verb.of("notice", "untold", true).by(timer));
        }
    }

    private TimerEffect effect(String kind, BiConsumer<Promise, Timer> work) {
        return new TimerEffect() {

            @Override
            public String kind() {
                return kind;
            }

            @Override
            public void fire(Timer timer) {
                promises.find(new PromiseId(timer.id())).filter(
                        promise -> promise.state().active() && keeping.find(promise).isPresent()).ifPresentOrElse(
                                promise -> work.accept(promise, timer), () -> writer.drop(timer));
            }
        };
    }

    private static EntryBody body(String event, Timer timer) {
        return EntryBody.promise(Author.SYSTEM, PromiseKeeping.event(event, null), "", clientId(timer));
    }

    /// A timer says its words once, whoever fires it.
    private static String clientId(Timer timer) {
        return timer.member();
    }
}
