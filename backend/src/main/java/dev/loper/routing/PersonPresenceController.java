package dev.loper.routing;

import dev.loper.access.Access;
import dev.loper.access.AccessRule;
import dev.loper.access.Audit;
import dev.loper.access.Person;
import dev.loper.access.People;
import dev.loper.access.Presence;
import dev.loper.access.Presence.Reason;
import dev.loper.access.Presence.State;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.message.PersonId;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Says how a person stands: they themselves do, or a supervisor for somebody who called in ill.
@RestController
@Tag(name = "People")
@RequestMapping("/api/v1/people/{id}/presence")
@AccessRule(Who.PEOPLE)
class PersonPresenceController {

    private static final Duration LONGEST = Duration.ofDays(366);

    /// @param reason of being away; `other` if none is given
    /// @param until  when they expect to be back
    record Wish(@NotNull State state, @Nullable Reason reason, @Nullable @Size(max = 80) String note,
            @Nullable Instant until) {}

    private final RedisPresences presences;
    private final People people;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    PersonPresenceController(RedisPresences presences, People people, Access access, Audit audit, Clock clock) {
        this.presences = presences;
        this.people = people;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    @PostMapping
    @Operation(summary = "Says how somebody stands: they themselves do, or a supervisor.")
    @Refuses(status = HttpStatus.FORBIDDEN, type = "forbidden", when = "only a supervisor may say it of somebody else")
    Presence say(Viewer viewer, @PathVariable String id, @Valid @RequestBody Wish wish) {
        Person person = people.byId(new PersonId(id)).filter(Person::active).orElseThrow(
                () -> ProblemException.notFound("There is no such person, or they do not work here any more."));
        boolean self = person.id().equals(viewer.id());
        if (!self && !access.canSupervise(viewer, person)) {
            throw new ProblemException("forbidden", HttpStatus.FORBIDDEN,
                    "Only a supervisor of one of their queues can say this of somebody else.");
        }
        presences.say(person.id(), said(wish));
        if (!self) {
            audit.record(viewer.id().value(), "presence-set", id, Map.of("state", wish.state().word()));
        }
        return Objects.requireNonNull(presences.of(List.of(person.id())).get(person.id()));
    }

    private Said said(Wish wish) {
        long now = clock.millis();
        return switch (wish.state()) {
            case ONLINE, BUSY -> new Said(wish.state(), null, null, null, now);
            case AWAY -> new Said(State.AWAY, reason(wish), note(wish), until(wish), now);
            case OFFLINE -> throw ProblemException.field("invalid", "state",
                    "Nobody says that they are offline: it is so when their last screen is closed. Say away instead.");
        };
    }

    private static Reason reason(Wish wish) {
        if (wish.reason() == Reason.IDLE) {
            throw ProblemException.field("invalid", "reason", "Only Loper itself says that somebody is idle.");
        }
        return Objects.requireNonNullElse(wish.reason(), Reason.OTHER);
    }

    private static @Nullable String note(Wish wish) {
        String note = wish.note();
        return note == null || note.isBlank() ? null : note.strip();
    }

    private @Nullable Long until(Wish wish) {
        Instant until = wish.until();
        if (until == null) {
            return null;
        }
        Instant now = clock.instant();
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
            throw ProblemException.field("unfit-moment", "until", "Give a moment from now on, within a year.");
        }
        return until.toEpochMilli();
    }
}
