package dev.loper.benchmarks;

import java.util.Collections;
import java.util.Set;

/// The benchmarks' one command: measures every figure, prints a table, writes JSON.
public final class Benchmarks {

    private Benchmarks() {}

    /// One figure's work on a running product.
    @FunctionalInterface
    private interface Figure {

        void measure(Product product) throws Exception;
    }

    public static void main(String[] args) throws Exception {
        Options options = Options.parse(args);
        Report report = new Report();
        Machine.describe(options, report);
        try {
            measure(options, report);
        } finally {
            // What was measured is worth keeping even if the figure after it fails.
            report.print();
            report.write(options.json());
            System.out.println("\nAs JSON: " + options.json());
        }
    }

    private static void measure(Options options, Report report) throws Exception {
        Set<String> only = options.only();
        if (only.contains("sizes")) {
            new SizesFigure(report).measure(options.product());
        }
        if (!Collections.disjoint(only, Set.of("webhooks", "no-op", "append"))) {
            with(options, new SmsFigure(options, report)::measure);
        }
        if (only.contains("live")) {
            with(options, new LiveFigure(options, report)::measure);
        }
        if (only.contains("pages") || only.contains("memory")) {
            with(options, new PagesFigure(options, report)::measure);
        }
        if (only.contains("assignment")) {
            with(options, new AssignmentFigure(report)::measure);
        }
        if (only.contains("promises")) {
            with(options, new PromisesFigure(options, report)::measure);
        }
        if (only.contains("steps")) {
            with(options, new StepsFigure(options, report)::measure);
        }
    }

    private static void with(Options options, Figure figure) throws Exception {
        Product product = Product.start(options);
        Thread ending = new Thread(() -> closeQuietly(product));
        Runtime.getRuntime().addShutdownHook(ending);
        try {
            figure.measure(product);
            product.troubles().forEach(line -> System.out.println("The product's log: " + line));
        } finally {
            Runtime.getRuntime().removeShutdownHook(ending);
            product.close();
        }
    }

    private static void closeQuietly(Product product) {
        try {
            product.close();
        } catch (java.io.IOException e) {
            System.err.println("The product's folder could not be removed: " + e.getMessage());
        }
    }
}
