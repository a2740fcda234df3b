package dev.loper.fact;

import dev.loper.access.Access;
import dev.loper.access.AccessRule;
import dev.loper.access.QueueId;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.web.CsvFile;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// How often somebody was asked what they had told already: everybody may read it, of queues those who see them.
@RestController
@Tag(name = "Facts")
@RequestMapping("/api/v1/facts")
@AccessRule(Who.PEOPLE)
class FactFiguresController {

    private static final int MOST_DAYS = 100;

    private final FactFigures figures;
    private final Access access;
    private final Clock clock;

    FactFiguresController(FactFigures figures, Access access, Clock clock) {
        this.figures = figures;
        this.access = access;
        this.clock = clock;
    }

    record RepeatDays(List<RepeatDay> days) {}

    /// @param day in UTC
    record RepeatDay(LocalDate day, List<RepeatFigure> figures) {}

    /// @param dimension `channel`, `queue` or `team`
    /// @param asked     questions that asked for a fact
    /// @param repeated  those of them whose answer was known
    record RepeatFigure(String dimension, String id, long asked, long repeated) {}

    @GetMapping("/figures")
    @Operation(summary = "Reads, day by day, how many questions asked for what was known, by channel, queue and team.")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unfit-days", when = "`to` lies before `from`, or more than 100 days after it")
    RepeatDays figures(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            Viewer viewer) {
        return new RepeatDays(days(from, to, viewer));
    }

    /// The same, a line a day and channel, queue or team: for a spreadsheet.
    @GetMapping(value = "/figures.csv", produces = "text/csv")
    @Operation(summary = "Gives how many questions asked for what was known as CSV, a line for each day and channel, queue or team.")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unfit-days", when = "`to` lies before `from`, or more than 100 days after it")
    ResponseEntity<byte[]> csv(@RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to, Viewer viewer) {
        return CsvFile.of("asked-again-" + from + "-" + to + ".csv",
                List.of("day", "by", "id", "asked", "asked again"),
                days(from, to, viewer).stream().flatMap(day -> day.figures().stream().map(
                        figure -> List.of(day.day().toString(), figure.dimension(), figure.id(),
                                String.valueOf(figure.asked()), String.valueOf(figure.repeated())))));
    }

    private List<RepeatDay> days(@Nullable LocalDate from, @Nullable LocalDate to, Viewer viewer) {
        LocalDate last = to == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : to;
        LocalDate first = from == null ? last.minusDays(29) : from;
        long days = ChronoUnit.DAYS.between(first, last);
        if (days < 0 || days >= MOST_DAYS) {
            throw ProblemException.field("unfit-days", "to",
                    "Ask for 1 to " + MOST_DAYS + " days, the first one first.");
        }
        return first.datesUntil(last.plusDays(1)).map(day -> day(day, viewer)).toList();
    }

    private RepeatDay day(LocalDate day, Viewer viewer) {
        return new RepeatDay(day, figures.of(day).stream().filter(figure -> readable(figure.under(), viewer)).map(
                figure -> new RepeatFigure(figure.under().dimension(), figure.under().id(), figure.asked(),
                        figure.repeated())).toList());
    }

    private boolean readable(FactFigures.Under under, Viewer viewer) {
        return !"queue".equals(under.dimension()) || access.canSee(viewer, new QueueId(under.id()));
    }
}
