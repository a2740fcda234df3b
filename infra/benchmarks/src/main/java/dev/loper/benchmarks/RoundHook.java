package dev.loper.benchmarks;

import dev.loper.routing.Distribution;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Has the product give out what waits, once, and says how long that took: the work of its own loop, without the loop's pauses.
///
/// It is on the product's class path only when the harness puts it there.
@RestController
@Profile("benchmark")
class RoundHook {

    static final String PATH = "/hooks/benchmark/round";

    private final Distribution distribution;

    RoundHook(Distribution distribution) {
        this.distribution = distribution;
    }

    /// How many topics found somebody, and the nanoseconds it took: `1 3141592`.
    @PostMapping(PATH)
    String round() {
        long begun = System.nanoTime();
        int given = distribution.round();
        return given + " " + (System.nanoTime() - begun);
    }
}
