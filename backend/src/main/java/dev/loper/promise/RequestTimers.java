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
    private final RequestAsking asking;
    private final RequestWriter writer;
    private final RequestMailer mailer;

    RequestTimers(Requests requests, RequestAsking asking, RequestWriter writer, RequestMailer mailer) {
        this.requests = requests;
        this.asking = asking;
        this.writer = writer;
        this.mailer = mailer;
    }

    @FunctionalInterface
    private interface Work {

        void fire(RequestMatter matter, ColleagueRequest request, Timer timer);
    }

    @Bean
    TimerEffect requestRemind() {
        return effect("request-remind", (matter, request, timer) -> writer.quietly(matter, request.id(), Verb.of(
                "remind").by(timer)));
    }

    @Bean
    TimerEffect requestDue() {
        return effect("request-due", (matter, request, timer) -> writer.tell(matter, request.id(), "system",
                Verb.of("overdue").by(timer), EntryBody.promise(Author.SYSTEM, EntryBody.Event.titled(
                        "request-overdue", request.name()), "", timer.member())));
    }

    @Bean
    TimerEffect requestMail() {
        return effect("request-mail", (matter, request, timer) -> mailer.sendMeanwhile(matter, request.id(), timer));
    }

    private TimerEffect effect(String kind, Work work) {
        return TimerEffect.of(kind,
                timer -> requests.find(new RequestId(timer.id())).flatMap(request -> asking.matter(request).map(
                        matter -> new Found(request, matter))).ifPresentOrElse(found -> work.fire(found.matter(),
                                found.request(), timer), () -> writer.drop(timer)));
    }

    private record Found(ColleagueRequest request, RequestMatter matter) {}
}
