package dev.loper.handover;

import dev.loper.access.AccessRule;
import dev.loper.access.Who;
import dev.loper.message.ChannelKind;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// How handovers go: how many arrive, how soon, and where customers drop off.
@RestController
@Tag(name = "Handovers")
@RequestMapping("/api/v1/handovers/figures")
@AccessRule(Who.PEOPLE)
class HandoverFiguresController {

    private static final int LATEST = 30;
    private static final int MOST = 400;
    private static final int POWERS = 24;

    private final RedisRoutes routes;
    private final RedisFigures figures;
    private final Clock clock;

    HandoverFiguresController(RedisRoutes routes, RedisFigures figures, Clock clock) {
        this.routes = routes;
        this.figures = figures;
        this.clock = clock;
    }

    /// @param from the first day, and `to` the last one, in UTC
    record HandoverFigures(LocalDate from, LocalDate to, List<RouteFigures> items) {}

    /// What became of the handovers offered on one route.
    ///
    /// @param open           neither taken nor over
    /// @param success        of those that are over, the part that arrived; null if none is
    /// @param averageSeconds from offered to arrived; null if nobody arrived
    /// @param medianSeconds  in less than this half of them arrived, rounded up to a power of two
    record RouteFigures(ChannelKind from, ChannelKind to, long offered, long arrived, long declined, long expired,
            long revoked, long open, @Nullable Double success, @Nullable Long averageSeconds,
            @Nullable Long medianSeconds) {}

    @GetMapping
    @Operation(summary = "Tells of each route how many handovers arrived, how soon, and how many did not.")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unfit-days", when = "more days than can be summed up, or none")
    HandoverFigures figures(@RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        LocalDate last = Optional.ofNullable(to).orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        LocalDate first = Optional.ofNullable(from).orElseGet(() -> last.minusDays(LATEST - 1L));
        if (first.isAfter(last) || first.isBefore(last.minusDays(MOST))) {
            throw ProblemException.field("unfit-days", "from", "Choose up to " + MOST + " days, the first one first.");
        }
        Map<String, Long> sums = figures.of(first, last);
        return new HandoverFigures(first, last, routes.all().stream().filter(
                route -> sums.containsKey(route.key() + "|offered")).map(route -> figures(route, sums)).toList());
    }

    private static RouteFigures figures(Route route, Map<String, Long> sums) {
        long offered = sum(route, "offered", sums);
        long arrived = sum(route, "arrived", sums);
        long declined = sum(route, "declined", sums);
        long expired = sum(route, "expired", sums);
        long revoked = sum(route, "revoked", sums);
        long over = arrived + declined + expired;
        return new RouteFigures(route.from(), route.to(), offered, arrived, declined, expired, revoked,
                Math.max(0, offered - over - revoked), over == 0 ? null : (double) arrived / over,
                arrived == 0 ? null : sum(route, "seconds", sums) / arrived,
                arrived == 0 ? null : median(route, arrived, sums));
    }

    private static long median(Route route, long arrived, Map<String, Long> sums) {
        long seen = 0;
        int power = 0;
        while (power < POWERS && (seen += sum(route, "took" + power, sums)) * 2 < arrived) {
            power++;
        }
        return 1L << power;
    }

    private static long sum(Route route, String what, Map<String, Long> sums) {
        return sums.getOrDefault(route.key() + "|" + what, 0L);
    }
}
