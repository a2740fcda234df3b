package dev.loper.promise;

import dev.loper.access.Access;
import dev.loper.access.People;
import dev.loper.access.Person;
import dev.loper.access.QueueId;
import dev.loper.access.StaffMail;
import dev.loper.promise.PromiseSentence.Language;
import dev.loper.web.PublicUrl;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Tells somebody else by mail that a promise is late: first its owner, then those who look after its queue.
///
/// The timeline and every list say it too, in the same step as the timer; the mail comes after, and a node that dies in between
/// does not send it again.
@Component
class Escalation {

    private static final Logger log = LoggerFactory.getLogger(Escalation.class);
    /// Thousands may be late at once: a mail server is asked by a few at a time.
    private static final int AT_A_TIME = 4;

    private final People people;
    private final Access access;
    private final ObjectProvider<StaffMail> mail;
    private final PromiseProperties settings;
    private final PublicUrl url;
    private final Clock clock;
    private final Semaphore lines = new Semaphore(AT_A_TIME);

    Escalation(People people, Access access, ObjectProvider<StaffMail> mail, PromiseProperties settings,
            PublicUrl url, Clock clock) {
        this.people = people;
        this.access = access;
        this.mail = mail;
        this.settings = settings;
        this.url = url;
        this.clock = clock;
    }

    /// @param level 1 for the owner
    void tell(Promise promise, PromiseKeeping.Place place, int level) {
        StaffMail sender = mail.getIfAvailable();
        if (sender != null) {
            Thread.ofVirtual().name("escalation").start(() -> inTurn(() -> to(promise, place,
                    level).forEach(person -> send(sender, person, promise, place))));
        }
    }

    private void inTurn(Runnable work) {
        lines.acquireUninterruptibly();
        try {
            work.run();
        } finally {
            lines.release();
        }
    }

    /// Whom it is told to. Whoever has left is told nothing; then it goes on at once.
    List<Person> to(Promise promise, PromiseKeeping.Place place, int level) {
        if (level == 1) {
            List<Person> owner = people.byId(promise.owner()).filter(Person::active).stream().toList();
            if (!owner.isEmpty()) {
                return owner;
            }
        }
        QueueId queue = place.topic().queue();
        return people.all().stream().filter(person -> access.canSupervise(person, queue)).toList();
    }

    private void send(StaffMail sender, Person person, Promise promise, PromiseKeeping.Place place) {
        Language language = Language.of(person.language());
        PageWords words = PageWords.ofEscalation(language);
        String since = new PromiseSentence(language, settings.zone(), clock.instant()).moment(promise.due());
        String text = words.say("text", promise.ownerName(), place.customer().name(), since, promise.text().action(),
                url.at("/inbox/promises:late/" + place.conversation().id() + "/" + promise.topic()));
        StaffMail.Outcome outcome = sender.send(person.email(), person.name(), words.say("subject",
                place.customer().name()), text);
        if (!(outcome instanceof StaffMail.Outcome.Sent)) {
            log.warn("{} could not be told by mail that the promise {} is late: {}", person.id(), promise.id(),
                    outcome);
        }
    }
}
