package dev.loper.fact;

import com.google.re2j.Pattern;
import java.util.ArrayDeque;
import java.util.Deque;

/// How large a pattern becomes once its repetitions are written out, before anything writes them out: `(?:a{1000}){1000}` is
/// short to type and fills the memory when compiled. Pure, and an estimate: what it cannot read, the engine refuses.
final class PatternSize {

    private static final Pattern TIMES = Pattern.compile("\\{([0-9]{1,9})(?:,([0-9]{0,9}))?\\}");

    private final String pattern;
    private final Deque<Double> around = new ArrayDeque<>();
    private double sum;
    private double last;
    private int at;

    private PatternSize(String pattern) {
        this.pattern = pattern;
    }

    /// Signs, classes and anchors, each as often as it would be written out.
    static double of(String pattern) {
        PatternSize size = new PatternSize(pattern);
        while (size.at < pattern.length()) {
            size.next();
        }
        return size.around.stream().mapToDouble(Double::doubleValue).sum() + size.sum;
    }

    private void next() {
        switch (pattern.charAt(at)) {
            case '\\' -> atom(at + 2);
            case '[' -> atom(classEnd());
            case '(' -> {
                around.push(sum);
                sum = 0;
                at++;
            }
            case ')' -> close();
            case '{' -> times();
            default -> atom(at + 1);
        }
    }

    private void atom(int end) {
        last = 1;
        sum += 1;
        at = end;
    }

    private void close() {
        last = sum + 2;
        sum = last + (around.isEmpty() ? 0 : around.pop());
        at++;
    }

    private void times() {
        var times = TIMES.matcher(pattern.substring(at));
        if (!times.lookingAt()) {
            atom(at + 1);
            return;
        }
        String most = times.group(2);
        double many = Double.parseDouble(most == null || most.isEmpty() ? times.group(1) : most);
        sum += last * Math.max(0, many - 1);
        last *= Math.max(1, many);
        at += times.end();
    }

    /// Behind a class: its first sign may be `]`, and `[:alpha:]` and escapes may stand in it.
    private int classEnd() {
        int end = at + 1;
        if (end < pattern.length() && pattern.charAt(end) == '^') {
            end++;
        }
        for (boolean first = true; end < pattern.length(); first = false) {
            char sign = pattern.charAt(end);
            if (sign == ']' && !first) {
                return end + 1;
            }
            if (sign == '\\') {
                end++;
            } else if (pattern.startsWith("[:", end)) {
                int close = pattern.indexOf(":]", end);
                end = close < 0 ? end : close + 1;
            }
            end++;
        }
        return end;
    }
}
