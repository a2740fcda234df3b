package dev.loper.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What to measure, and for how long.
///
/// @param seconds     how long a round is
/// @param rounds      how many rounds; the median one counts
/// @param warmUp      how many seconds nothing is counted
/// @param only        the figures asked for
/// @param large       the larger number of conversations
/// @param promises    how many promises are open
/// @param product     loper.jar
/// @param harness     this jar
/// @param work        where data and results go
/// @param json        the file the results are written to
/// @param javaOptions for the product's JVM
record Options(double seconds, int rounds, double warmUp, Set<String> only, int large, int promises,
        Path product, Path harness, Path work, Path json, List<String> javaOptions) {

    /// Reads the command line.
    ///
    /// @throws IllegalArgumentException if an argument is not of the form `--name=value`, or a needed one is missing
    static Options parse(String[] args) {
        Map<String, String> given = new HashMap<>(Map.of("seconds", "60", "rounds", "3", "warm-up", "30", "only",
                "webhooks,no-op,append,live,pages,memory,sizes,steps,assignment", "large", "100000", "promises",
                "1000000",
                "java-options",
                "", "work",
                "target/benchmarks"));
        for (String arg : args) {
            String[] parts = arg.split("=", 2);
            if (!arg.startsWith("--") || parts.length != 2) {
                throw new IllegalArgumentException("“" + arg + "” is not of the form --name=value.");
            }
            given.put(parts[0].substring(2), parts[1]);
        }
        Path work = path(given, "work");
        given.putIfAbsent("json", work.resolve("results.json").toString());
        return new Options(Double.parseDouble(value(given, "seconds")), Integer.parseInt(value(given, "rounds")),
                Double.parseDouble(value(given, "warm-up")), Set.of(value(given, "only").split(",")),
                Integer.parseInt(value(given, "large")), Integer.parseInt(value(given, "promises")),
                path(given, "product"), path(given, "harness"), work,
                path(given, "json"),
                Arrays.stream(value(given, "java-options").split(" ")).filter(word -> !word.isBlank()).toList());
    }

    private static Path path(Map<String, String> given, String name) {
        return Path.of(value(given, name)).toAbsolutePath();
    }

    private static String value(Map<String, String> given, String name) {
        String value = given.get(name);
        if (value == null) {
            throw new IllegalArgumentException("--" + name + " is missing.");
        }
        return value;
    }
}
