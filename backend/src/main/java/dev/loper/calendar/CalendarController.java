package dev.loper.calendar;

import dev.loper.access.AccessRule;
import dev.loper.access.Audit;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The calendars: everybody here reads them, administrators write them.
@RestController
@Tag(name = "Calendars")
@RequestMapping("/api/v1/calendars")
class CalendarController {

    /// A calendar. @param opensAt the next opening @param closesAt the next closing; each absent if it never comes
    record CalendarView(String id, CalendarForm calendar, long version, boolean open, @Nullable Instant opensAt,
            @Nullable Instant closesAt) {}

    record CalendarViews(List<CalendarView> items) {}

    /// A calendar as it is to be. @param version of the one it replaces, as it was read
    record Replacement(@NotNull @Valid CalendarForm calendar, long version) {}

    private final Calendars calendars;
    private final Audit audit;
    private final Clock clock;

    CalendarController(Calendars calendars, Audit audit, Clock clock) {
        this.calendars = calendars;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping
    @AccessRule(Who.PEOPLE)
    @Operation(summary = "Lists the calendars, and whether each is open now.")
    CalendarViews all() {
        return new CalendarViews(calendars.all().stream().map(this::view).toList());
    }

    @PostMapping
    @AccessRule(Who.ADMINISTRATORS)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Adds a calendar.")
    @Refuses(status = HttpStatus.CONFLICT, type = "name-taken", when = "there is one of this name")
    @Refuses(status = HttpStatus.CONFLICT, type = "too-many", when = "there are as many as there can be")
    CalendarView add(Viewer viewer, @Valid @RequestBody CalendarForm body) {
        CalendarId id = idOf(body.name());
        return switch (calendars.save(body.calendar(id), 0)) {
            case SaveResult.Saved(Kept kept) -> told(viewer, "calendar-added", kept);
            case SaveResult.Stale() -> throw new ProblemException("name-taken", HttpStatus.CONFLICT,
                    "There is a calendar of this name. Choose another name, or change that one.", Map.of("field",
                            "name"));
            case SaveResult.Full(int most) -> throw full(most);
        };
    }

    @PutMapping("/{id}")
    @AccessRule(Who.ADMINISTRATORS)
    @Operation(summary = "Replaces a calendar by another version.")
    @Refuses(status = HttpStatus.CONFLICT, type = "changed-meanwhile", when = "somebody else changed it since `version`")
    CalendarView replace(Viewer viewer, @PathVariable String id, @Valid @RequestBody Replacement body) {
        Kept before = require(id);
        return switch (calendars.save(body.calendar().calendar(before.calendar().id()), body.version())) {
            case SaveResult.Saved(Kept kept) -> told(viewer, "calendar-changed", kept);
            case SaveResult.Stale() -> throw new ProblemException("changed-meanwhile", HttpStatus.CONFLICT,
                    "Somebody else has changed this calendar since you opened it. Open it again and repeat your change.");
            case SaveResult.Full(int most) -> throw full(most);
        };
    }

    /// What used it falls back to the default one.
    @DeleteMapping("/{id}")
    @AccessRule(Who.ADMINISTRATORS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Removes a calendar; what used it falls back to the default one.")
    @Refuses(status = HttpStatus.CONFLICT, type = "default-calendar", when = "the default one stays")
    void remove(Viewer viewer, @PathVariable String id) {
        if (id.equals(CalendarId.DEFAULT.value())) {
            throw new ProblemException("default-calendar", HttpStatus.CONFLICT,
                    "The default calendar stays: whatever has no calendar of its own uses it. You can change its hours.");
        }
        Kept removed = calendars.remove(new CalendarId(id)).orElseThrow(CalendarController::unknown);
        audit.record(viewer.id().value(), "calendar-removed", id, Map.of("name", removed.calendar().name()));
    }

    private Kept require(String id) {
        return calendars.find(new CalendarId(id)).orElseThrow(CalendarController::unknown);
    }

    private CalendarView told(Viewer viewer, String what, Kept kept) {
        audit.record(viewer.id().value(), what, kept.calendar().id().value(), Map.of("name", kept.calendar().name(),
                "version", String.valueOf(kept.version())));
        return view(kept);
    }

    private CalendarView view(Kept kept) {
        BusinessCalendar calendar = kept.calendar();
        Instant now = clock.instant();
        return new CalendarView(calendar.id().value(), CalendarForm.of(calendar), kept.version(), calendar.isOpen(now),
                calendar.nextOpening(now).orElse(null), calendar.nextClosing(now).orElse(null));
    }

    /// “Klantenservice België” is `klantenservice-belgie`.
    private static CalendarId idOf(String name) {
        String plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD).replaceAll("\\p{M}",
                "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        if (plain.isEmpty()) {
            throw ProblemException.field("invalid", "name", "A name needs a letter or a digit.");
        }
        return new CalendarId(plain.substring(0, Math.min(40, plain.length())));
    }

    private static ProblemException full(int most) {
        return new ProblemException("too-many", HttpStatus.CONFLICT, "There are " + most
                + " calendars already. Remove one that nobody uses.");
    }

    static ProblemException unknown() {
        return ProblemException.notFound("There is no such calendar.");
    }
}
