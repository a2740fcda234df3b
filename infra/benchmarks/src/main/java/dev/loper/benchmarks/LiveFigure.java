package dev.loper.benchmarks;

final class LiveFigure {

    LiveFigure(Options options, Report report) {}

    void measure(Product product) {}
}
