package dev.loper.benchmarks;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLongArray;

/// When each message left, and when each screen first showed it: as an entry of its thread, and as its row.
///
/// Messages are numbered; number `n` is of conversation `n % conversations`, and only the screen of that number has the
/// thread open, while all have the row. A row shows current state, so a later message of a conversation stands for the
/// earlier ones.
final class Sightings {

    private static final int DIGITS = 7;
    private static final byte[] ENTRY = "\"type\":\"entry\"".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final byte[] TOPIC = "\"type\":\"topic\"".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final byte[] RELOAD = "\"reload\":true".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private final int conversations;
    private final AtomicLongArray sent;
    private final AtomicLongArray entries;
    private final Screen[] screens;

    Sightings(int conversations, int messages) {
        this.conversations = conversations;
        this.sent = new AtomicLongArray(messages);
        this.entries = new AtomicLongArray(messages);
        this.screens = new Screen[conversations];
        for (int i = 0; i < conversations; i++) {
            screens[i] = new Screen(i);
        }
    }

    /// What marks a message's number in its text: digits as letters, because the product takes a number for one of an order.
    static String mark(int message) {
        StringBuilder mark = new StringBuilder("#");
        String.format(Locale.ROOT, "%07d", message).chars().forEach(digit -> mark.append((char) (digit - '0' + 'a')));
        return mark.append('#').toString();
    }

    void leaves(int message, long at) {
        sent.set(message, at);
    }

    Screen screen(int number) {
        return screens[number];
    }

    /// What one screen saw; used by its reading thread only, until all is over.
    final class Screen {

        private final int number;
        private final int[] newest = new int[conversations];
        private final Latencies rows = new Latencies();
        private volatile int reloads;
        private volatile int frames;

        private Screen(int number) {
            this.number = number;
            for (int i = 0; i < conversations; i++) {
                newest[i] = i - conversations;
            }
        }

        void arrived(byte[] frame, int length, long at) {
            frames++;
            boolean entry = false;
            for (int i = 0; i < length - DIGITS - 1; i++) {
                if (frame[i] == '"') {
                    if (matches(frame, length, i, ENTRY)) {
                        entry = true;
                    } else if (matches(frame, length, i, TOPIC)) {
                        entry = false;
                    } else if (matches(frame, length, i, RELOAD)) {
                        reloads++;
                    }
                } else if (frame[i] == '#' && frame[i + DIGITS + 1] == '#') {
                    shows(number(frame, i + 1), entry, at);
                }
            }
        }

        /// What has not left in this round is of an earlier one: a row is pushed again when its answer is nearly due.
        private void shows(int message, boolean entry, long at) {
            if (message >= sent.length() || sent.get(message) == 0) {
                return;
            }
            if (entry) {
                if (message % conversations == number) {
                    entries.compareAndSet(message, 0, at);
                }
                return;
            }
            int conversation = message % conversations;
            for (int older = newest[conversation] + conversations; older <= message; older += conversations) {
                rows.add(at - sent.get(older));
                newest[conversation] = older;
            }
        }
    }

    private static boolean matches(byte[] frame, int length, int at, byte[] word) {
        if (at + word.length > length) {
            return false;
        }
        for (int i = 1; i < word.length; i++) {
            if (frame[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    private static int number(byte[] frame, int at) {
        int number = 0;
        for (int i = at; i < at + DIGITS; i++) {
            number = number * 10 + frame[i] - 'a';
        }
        return number;
    }

    /// Whether all screens have shown everything.
    boolean complete(int messages) {
        return missing(messages) == 0;
    }

    /// Entries their thread's screen never showed, and rows that any screen never brought up to date.
    int missing(int messages) {
        int missing = 0;
        for (int i = 0; i < messages; i++) {
            missing += entries.get(i) == 0 ? 1 : 0;
        }
        for (Screen screen : screens) {
            missing += messages - screen.rows.count();
        }
        return missing;
    }

    Latencies entryLatencies(int messages) {
        Latencies all = new Latencies();
        for (int i = 0; i < messages; i++) {
            if (entries.get(i) != 0) {
                all.add(entries.get(i) - sent.get(i));
            }
        }
        return Latencies.of(java.util.List.of(all));
    }

    Latencies rowLatencies() {
        return Latencies.of(java.util.Arrays.stream(screens).map(screen -> screen.rows).toList());
    }

    int reloads() {
        return java.util.Arrays.stream(screens).mapToInt(screen -> screen.reloads).sum();
    }

    int frames() {
        return java.util.Arrays.stream(screens).mapToInt(screen -> screen.frames).sum();
    }
}
