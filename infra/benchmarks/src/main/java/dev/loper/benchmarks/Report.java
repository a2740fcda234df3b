package dev.loper.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The figures, as a table for people and JSON for programs.
final class Report {

    private record Figure(String name, double value, String unit) {}

    private final Map<String, Figure> figures = new LinkedHashMap<>();
    private final Map<String, Object> about = new LinkedHashMap<>();

    /// Notes something about the machine or the run.
    void about(String key, Object value) {
        about.put(key, value);
        System.out.printf(Locale.ROOT, "%-12s %s%n", key, value);
    }

    /// Notes a figure and prints it at once.
    void add(String key, String name, double value, String unit) {
        figures.put(key, new Figure(name, value, unit));
        System.out.println(row(name, value, unit));
    }

    double value(String key) {
        Figure figure = figures.get(key);
        return figure == null ? Double.NaN : figure.value();
    }

    private static String row(String name, double value, String unit) {
        return "| %-72s | %s |".formatted(name, text(value, unit));
    }

    private static String text(double value, String unit) {
        return String.format(Locale.ROOT, value == Math.rint(value) || value >= 1000 ? "%,.0f %s" : "%.2f %s", value,
                unit).strip();
    }

    void print() {
        System.out.printf("%n| figure | measured |%n|---|---|%n");
        figures.values().forEach(figure -> System.out.println("| " + figure.name() + " | " + text(figure.value(),
                figure.unit()) + " |"));
    }

    void write(Path file) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("about", about);
        all.put("figures", figures);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(all));
    }
}
