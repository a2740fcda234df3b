package dev.loper.promise;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What happened to promises between two days: counted when it happened, never from the promises themselves.
///
/// @param counts every count there is in these days, of those who were asked for
record PromiseFigures(List<Count> counts) {

    /// How often something happened on a day.
    ///
    /// @param what  `kept`, `kept-late`, `late`, `renegotiated`, `released` or `untold`; `lateness`: of those kept late, in
    ///     milliseconds
    /// @param queue empty where a promise had none
    record Count(LocalDate day, String what, String channel, String queue, String owner, long times) {}

    /// What is said of some of them together.
    ///
    /// @param meanLatenessSeconds of those kept late; zero if none was
    record Sums(long kept, long keptLate, long late, long renegotiated, long released, long untold,
            long meanLatenessSeconds) {

        static Sums of(List<Count> counts) {
            Map<String, Long> sums = counts.stream().collect(Collectors.groupingBy(Count::what, Collectors.summingLong(
                    Count::times)));
            Function<String, Long> sum = what -> Math.max(0, sums.getOrDefault(what, 0L));
            long keptLate = sum.apply("kept-late");
            return new Sums(sum.apply("kept"), keptLate, sum.apply("late"), sum.apply("renegotiated"), sum.apply(
                    "released"), sum.apply("untold"),
                    keptLate == 0 ? 0 : sum.apply("lateness") / 1000 / keptLate);
        }
    }

    Sums total() {
        return Sums.of(counts);
    }

    /// The same by something: a day, a channel, a queue, a person.
    Map<String, Sums> by(Function<Count, String> key) {
        return counts.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.collectingAndThen(
                Collectors.toList(), Sums::of)));
    }
}
