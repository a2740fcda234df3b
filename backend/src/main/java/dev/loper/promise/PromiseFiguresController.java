package dev.loper.promise;

import dev.loper.access.Access;
import dev.loper.access.AccessRule;
import dev.loper.access.People;
import dev.loper.access.Person;
import dev.loper.access.QueueId;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.calendar.Calendars;
import dev.loper.message.PersonId;
import dev.loper.web.CsvFile;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// How promises were kept, for those who look after others: of the queues they look after.
@RestController
@Tag(name = "Promises")
@RequestMapping("/api/v1/promises")
@AccessRule(Who.SUPERVISORS)
class PromiseFiguresController {

    private static final List<String> HEADS = List.of("day", "channel", "queue", "person", "kept", "kept late", "late",
            "renegotiated", "released", "untold", "mean lateness in seconds");
    private static final LocalDate FIRST = LocalDate.EPOCH;

    private final PromiseTallies counts;
    private final Access access;
    private final People people;
    private final Calendars calendars;

    PromiseFiguresController(PromiseTallies counts, Access access, People people, Calendars calendars) {
        this.counts = counts;
        this.access = access;
        this.people = people;
        this.calendars = calendars;
    }

    /// @param from      the first day
    /// @param until     the last one
    /// @param zone      the IANA zone of the default calendar, by which days begin and end
    /// @param days      each day there is something of, the first one first
    /// @param byPerson  by person's id
    record FiguresView(LocalDate from, LocalDate until, String zone, PromiseFigures.Sums total, List<Day> days,
            List<Part> byChannel,
            List<Part> byQueue, List<Part> byPerson) {}

    @io.swagger.v3.oas.annotations.media.Schema(name = "PromiseFiguresDay")
    record Day(LocalDate day, PromiseFigures.Sums sums) {}

    /// @param name of a person; null where the key says it all
    @io.swagger.v3.oas.annotations.media.Schema(name = "PromiseFiguresPart")
    record Part(String key, @Nullable String name, PromiseFigures.Sums sums) {}

    @GetMapping("/figures")
    @Operation(summary = "Says how promises were kept between two days, in total, by day, channel, queue and person.")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unfit-range", when = "the days are the wrong way round, more than a year apart, or too far away")
    FiguresView figures(@RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String queue,
            @RequestParam(required = false) @Nullable String owner, Viewer viewer) {
        LocalDate last = last(until);
        LocalDate first = Objects.requireNonNullElseGet(from, () -> last.minusDays(29));
        checkFirst(first, last);
        PromiseFigures found = counts.between(first, last, wanted(channel, queue, owner).and(
                count -> access.canSupervise(viewer, new QueueId(count.queue()))));
        return new FiguresView(first, last, calendars.defaultCalendar().zone().getId(), found.total(),
                found.by(count -> count.day().toString()).entrySet().stream().map(
                        day -> new Day(LocalDate.parse(day.getKey()), day.getValue())).toList(),
                parts(found.by(
                        PromiseFigures.Count::channel), key -> null),
                parts(found.by(PromiseFigures.Count::queue),
                        key -> null),
                persons(found.by(PromiseFigures.Count::owner)));
    }

    /// The same, a line a day, channel, queue and person: for a spreadsheet.
    @GetMapping(value = "/figures.csv", produces = "text/csv")
    @Operation(summary = "Gives how promises were kept as CSV, a line for each day, channel, queue and person.")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unfit-range", when = "the days are the wrong way round, more than a year apart, or too far away")
    ResponseEntity<byte[]> csv(@RequestParam LocalDate from, @RequestParam LocalDate until, Viewer viewer) {
        checkFirst(from, last(until));
        PromiseFigures found = counts.between(from, until, count -> access.canSupervise(viewer, new QueueId(
                count.queue())));
        Map<String, String> names = names(found.counts().stream().map(PromiseFigures.Count::owner));
        return CsvFile.of("promises-" + from + "-" + until + ".csv", HEADS, found.by(count -> String.join("\u0000",
                count.day().toString(), count.channel(), count.queue(), count.owner())).entrySet().stream().map(
                        line -> line(line.getKey().split("\u0000", -1), line.getValue(), names)));
    }

    /// The last day asked for, or today. Nothing was counted on days so far away, and not every date can be reckoned with.
    private LocalDate last(@Nullable LocalDate until) {
        LocalDate today = calendars.today();
        LocalDate last = Objects.requireNonNullElse(until, today);
        if (last.isBefore(FIRST) || last.isAfter(today.plusYears(1))) {
            throw ProblemException.field("unfit-range", "until",
                    "Choose a last day that is not before 1970, and no more than a year from now.");
        }
        return last;
    }

    private static void checkFirst(LocalDate first, LocalDate last) {
        if (first.isAfter(last) || ChronoUnit.DAYS.between(first, last) >= PromiseTallies.DAYS) {
            throw ProblemException.field("unfit-range", "from",
                    "Choose a first day before the last one, within a year.");
        }
    }

    private static List<String> line(String[] key, PromiseFigures.Sums sums, Map<String, String> names) {
        return Stream.concat(Stream.of(key[0], key[1], key[2], names.getOrDefault(key[3], key[3])),
                Stream.of(sums.kept(), sums.keptLate(), sums.late(), sums.renegotiated(), sums.released(),
                        sums.untold(), sums.meanLatenessSeconds()).map(String::valueOf)).toList();
    }

    private static Predicate<PromiseFigures.Count> wanted(@Nullable String channel, @Nullable String queue,
            @Nullable String owner) {
        return count -> (channel == null || channel.equals(count.channel())) && (queue == null || queue.equals(
                count.queue())) && (owner == null || owner.equals(count.owner()));
    }

    private static List<Part> parts(Map<String, PromiseFigures.Sums> sums, Function<String, @Nullable String> name) {
        return sums.entrySet().stream().map(part -> new Part(part.getKey(), name.apply(part.getKey()),
                part.getValue())).toList();
    }

    private List<Part> persons(Map<String, PromiseFigures.Sums> sums) {
        Map<String, String> names = names(sums.keySet().stream());
        return parts(sums, names::get);
    }

    private Map<String, String> names(Stream<String> ids) {
        return people.byIds(ids.distinct().map(PersonId::new).toList()).stream().collect(Collectors.toMap(
                person -> person.id().value(), Person::name));
    }
}
