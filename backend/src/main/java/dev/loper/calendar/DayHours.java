package dev.loper.calendar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The opening hours of one day: spans in order, those that touch or overlap made one. None: closed.
public record DayHours(List<Span> spans) {

    public static final DayHours CLOSED = new DayHours(List.of());

    public DayHours {
        spans = joined(spans);
    }

    public static DayHours of(Span... spans) {
        return new DayHours(List.of(spans));
    }

    boolean closed() {
        return spans.isEmpty();
    }

    private static List<Span> joined(List<Span> spans) {
        List<Span> joined = new ArrayList<>();
        for (Span span : spans.stream().sorted(Comparator.comparing(Span::from)).toList()) {
            Span last = joined.isEmpty() ? null : joined.getLast();
            if (last == null || span.from().toSecondOfDay() > last.end()) {
                joined.add(span);
            } else if (span.end() > last.end()) {
                joined.set(joined.size() - 1, new Span(last.from(), span.until()));
            }
        }
        return List.copyOf(joined);
    }
}
