package dev.loper.routing;

import dev.loper.access.Cover;
import dev.loper.access.Person;
import dev.loper.access.People;
import dev.loper.message.PersonId;
import dev.loper.redis.Timer;
import dev.loper.redis.TimerEffect;
import dev.loper.routing.RedisCovers.Asked;
import dev.loper.routing.Takeover.Why;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Has work taken over when somebody left, when an absence lasts, or when a supervisor asked.
///
/// A timer stands until all is moved, and each time only a few topics are: a node that dies leaves the rest to the next one
/// that looks. During an absence it looks again and again, because customers write to topics that did not wait before.
@Component
class CoverTimer implements TimerEffect {

    private static final Duration LATER = Duration.ofMinutes(1);

    private final RedisCovers covers;
    private final CoverMover mover;
    private final People people;
    private final RedisPresences presences;
    private final Clock clock;
    private final CoverProperties properties;

    CoverTimer(RedisCovers covers, CoverMover mover, People people, RedisPresences presences, Clock clock,
            CoverProperties properties) {
        this.covers = covers;
        this.mover = mover;
        this.people = people;
        this.presences = presences;
        this.clock = clock;
        this.properties = properties;
    }

    @Override
    public String kind() {
        return RedisCovers.TIMER;
    }

    @Override
    public void fire(Timer timer) {
        takeover(timer).ifPresentOrElse(takeover -> go(timer, takeover), () -> covers.done(timer));
    }

    private void go(Timer timer, Takeover takeover) {
        boolean undecided = takeover.cover() instanceof Cover.Undecided;
        CoverMover.Step step = undecided ? CoverMover.Step.DONE : mover.move(takeover);
        switch (step) {
            case MORE -> covers.again(timer, clock.instant());
            case STUCK -> covers.again(timer, clock.instant().plus(LATER));
            case DONE -> done(timer, takeover.why());
        }
    }

    private void done(Timer timer, Why why) {
        switch (why) {
            case AWAY -> covers.again(timer, clock.instant().plus(properties.every()));
            case ASKED -> covers.done(timer);
            case LEFT, QUEUES -> {
                if (RedisCovers.isLast(timer)) {
                    covers.done(timer);
                } else {
                    covers.once(timer, clock.instant().plus(LATER));
                }
            }
        }
    }

    /// What the timer is about; nothing if it is no longer so.
    private Optional<Takeover> takeover(Timer timer) {
        Optional<Person> from = people.byId(new PersonId(timer.id()));
        Optional<Asked> asked = covers.asked(timer);
        if (asked.isPresent()) {
            return from.map(person -> new Takeover(person, Why.ASKED, asked.get().cover(), asked.get().by(),
                    asked.get().within(), null));
        }
        if (timer.version().startsWith("queues")) {
            return from.filter(Person::active).map(Takeover::queues);
        }
        return from.flatMap(person -> person.active() ? away(timer, person) : left(timer, person));
    }

    private static Optional<Takeover> left(Timer timer, Person person) {
        return timer.version().startsWith("left") ? Optional.of(Takeover.left(person)) : Optional.empty();
    }

    /// As long as it is the absence for which the timer was set.
    private Optional<Takeover> away(Timer timer, Person person) {
        return presences.absence(person.id()).filter(
                absence -> timer.version().equals("away-" + absence.since().toEpochMilli())).map(
                        absence -> Takeover.absent(person, absence));
    }
}
