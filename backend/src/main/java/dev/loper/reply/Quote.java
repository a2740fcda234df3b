package dev.loper.reply;

import dev.loper.conversation.Entry;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The history quoted below a mail: the customer's last message, as mail programs quote it.
final class Quote {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'",
            Locale.ENGLISH).withZone(java.time.ZoneOffset.UTC);

    private Quote() {}

    /// @param newestFirst the topic's newest entries
    /// @return none if the customer has not written in it
    static @Nullable String of(List<Entry> newestFirst) {
        return newestFirst.stream().filter(entry -> "in".equals(entry.body().direction())).findFirst().map(
                Quote::of).orElse(null);
    }

    private static String of(Entry entry) {
        String words = entry.body().text().lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
        return entry.body().author().name() + ", " + WHEN.format(entry.at()) + ":\n" + words;
    }
}
