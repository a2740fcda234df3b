package dev.loper.promise;

import dev.loper.conversation.EntryBody;
import dev.loper.message.Author;
import dev.loper.promise.RequestWriter.Verb;
import dev.loper.redis.Timer;
import dev.loper.redis.TimerEffect;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the clock does with colleague requests: reminds, tells that one is overdue, and sends what could not be sent at once.
@Configuration(proxyBeanMethods = false)
class RequestTimers {

    private final Requests requests;
    private final Promises promises;
    private final PromiseKeeping keeping;
    private final RequestWriter writer;
    private final RequestMailer mailer;

    RequestTimers(Requests requests, Promises promises, PromiseKeeping keeping, RequestWriter writer,
            RequestMailer mailer) {
        this.requests = requests;
        this.promises = promises;
        this.keeping = keeping;
        this.writer = writer;
        this.mailer = mailer;
    }

    @FunctionalInterface
    private interface Work {

        void fire(Promise promise, PromiseKeeping.Place place, ColleagueRequest request, Timer timer);
    }

    @Bean
    TimerEffect requestRemind() {
        return effect("request-remind", (promise, place, request, timer) -> writer.quietly(promise, place,
                request.id(), Verb.of("remind").by(timer)));
    }

    @Bean
    TimerEffect requestDue() {
        return effect("request-due", (promise, place, request, timer) -> writer.tell(promise, place, request.id(),
                "system", Verb.of("overdue").by(timer), EntryBody.promise(Author.SYSTEM, EntryBody.Event.titled(
                        "request-overdue", request.name()), "", timer.member())));
    }

    @Bean
    TimerEffect requestMail() {
        return effect("request-mail", (promise, place, request, timer) -> mailer.sendMeanwhile(promise, place,
                request.id(), timer));
    }

    private TimerEffect effect(String kind, Work work) {
        return new TimerEffect() {

            @Override
            public String kind() {
                return kind;
            }

            @Override
            public void fire(Timer timer) {
                requests.find(new RequestId(timer.id())).flatMap(request -> promises.find(request.promise()).flatMap(
                        promise -> keeping.find(promise).map(place -> new Found(request, promise,
                                place)))).ifPresentOrElse(found -> work.fire(found.promise(), found.place(),
                                        found.request(), timer), () -> writer.drop(timer));
            }
        };
    }

    private record Found(ColleagueRequest request, Promise promise, PromiseKeeping.Place place) {}
}
