package dev.loper.promise;

import dev.loper.access.StaffMail;
import dev.loper.organisation.QuestionMail;
import dev.loper.promise.RequestWriter.Outcome;
import dev.loper.promise.RequestWriter.Verb;
import dev.loper.redis.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Sends the mails of colleague requests: the question, and what reminds of it.
///
/// A mail is taken on in one script, which keeps every other node from it for two minutes, and ticked off in another. If a
/// node dies in between, it is sent again: a second reminder is better than none.
@Component
class RequestMailer {

    private static final Logger log = LoggerFactory.getLogger(RequestMailer.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    /// A mail server is asked by a few at a time, however many are to be reminded at once.
    private static final int AT_A_TIME = 4;
    /// What finds no line free comes again, not all at the same moment.
    private static final Duration LATER = Duration.ofSeconds(5);

    private final Requests requests;
    private final RequestWriter writer;
    private final RequestLetters letters;
    private final ObjectProvider<QuestionMail> mail;
    private final Clock clock;
    private final Semaphore lines = new Semaphore(AT_A_TIME);
    private final AtomicInteger turned = new AtomicInteger();

    RequestMailer(Requests requests, RequestWriter writer, RequestLetters letters, ObjectProvider<QuestionMail> mail,
            Clock clock) {
        this.clock = clock;
        this.requests = requests;
        this.writer = writer;
        this.letters = letters;
        this.mail = mail;
    }

    /// Sends it while the timers go on: a mail server that is slow keeps none from its turn.
    void sendMeanwhile(RequestMatter matter, RequestId id, Timer timer) {
        if (!lines.tryAcquire()) {
            Duration turn = LATER.multipliedBy(1 + Math.floorMod(turned.getAndIncrement(), 2 * AT_A_TIME));
            writer.postpone(timer, clock.instant().plus(turn));
            return;
        }
        Thread.ofVirtual().name("request-mail").start(() -> {
            try {
                send(matter, id, Long.parseLong(timer.version()));
            } finally {
                lines.release();
            }
        });
    }

    /// Sends what is to be sent for a request, unless another node does.
    ///
    /// @param version of the request when that was decided
    void send(RequestMatter matter, RequestId id, long version) {
        Verb takesOn = Verb.of("mailing", "version", version, "leaseMs", LEASE.toMillis());
        if (writer.quietly(matter, id, takesOn) == Outcome.DONE) {
            requests.find(id).ifPresent(request -> writer.quietly(matter, id, ended(request, version)));
        }
    }

    private Verb ended(ColleagueRequest request, long version) {
        QuestionMail sender = mail.getIfAvailable();
        StaffMail.Outcome outcome = sender == null
                ? new StaffMail.Outcome.NoMailbox()
                : sender.ask(letters.of(request));
        return switch (outcome) {
            case StaffMail.Outcome.Sent sent -> Verb.of("mailed", "version", version, "mail", "sent");
            case StaffMail.Outcome.NoMailbox none -> Verb.of("mailed", "version", version, "mail", "no-mailbox");
            case StaffMail.Outcome.Failed(String reason) -> {
                log.warn("The mail of the colleague request {} did not leave: {}", request.id(), reason);
                yield Verb.of("mailed", "version", version, "mail", "failed", "reason", reason);
            }
        };
    }
}
