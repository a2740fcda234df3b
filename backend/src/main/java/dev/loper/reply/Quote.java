package dev.loper.reply;

import dev.loper.conversation.Entry;
import dev.loper.customer.Customer;
import dev.loper.message.Delivery;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The history quoted below a letter, as mail programs quote it: the newest first, each older one a level deeper, in the
/// customer's language and time zone.
final class Quote {

    private static final int LETTERS = 5;
    private static final int LINES = 300;
    private static final Set<Delivery> NEVER_LEFT = Set.of(Delivery.WITHDRAWN, Delivery.FAILED);

    private final Locale language;
    private final @Nullable ZoneId zone;

    private Quote(Customer whose) {
        this.language = "nl".equals(whose.language()) ? Locale.of("nl") : Locale.ENGLISH;
        this.zone = zone(whose.zone());
    }

    /// @param newestFirst the topic's newest entries
    /// @return what this channel carried of them, other channels and notes left out; none if it carried nothing
    static @Nullable String of(Customer whose, ReplyOption way, List<Entry> newestFirst) {
        String channel = way.account().channel().wire();
        List<Entry> letters = newestFirst.stream().filter(
                entry -> channel.equals(entry.body().channel()) && left(entry)).limit(LETTERS).toList();
        return letters.isEmpty() ? null : shortened(new Quote(whose).of(letters));
    }

    /// An answer that is still queued leaves before this one does.
    private static boolean left(Entry entry) {
        return entry.delivery() == null || !NEVER_LEFT.contains(entry.delivery());
    }

    private String of(List<Entry> letters) {
        Entry newest = letters.getFirst();
        List<Entry> older = letters.subList(1, letters.size());
        String words = newest.body().text().strip() + (older.isEmpty() ? "" : "\n\n" + of(older));
        return attribution(newest) + "\n" + words.lines().map(Quote::deeper).collect(Collectors.joining("\n"));
    }

    private static String deeper(String line) {
        return line.isEmpty() || line.startsWith(">") ? ">" + line : "> " + line;
    }

    private String attribution(Entry entry) {
        String from = entry.body().from() == null ? "" : " <" + entry.body().from() + ">";
        String who = entry.body().author().name() + from;
        String when = DateTimeFormatter.ofPattern(zone == null ? "d MMM uuuu HH:mm 'UTC'" : "d MMM uuuu HH:mm",
                language).withZone(zone == null ? ZoneOffset.UTC : zone).format(entry.at());
        return language.getLanguage().equals("nl")
                ? "Op " + when + " schreef " + who + ":"
                : "On " + when + ", " + who
                        + " wrote:";
    }

    private static String shortened(String quote) {
        List<String> lines = quote.lines().toList();
        return lines.size() <= LINES ? quote : String.join("\n", lines.subList(0, LINES)) + "\n> …";
    }

    private static @Nullable ZoneId zone(@Nullable String id) {
        try {
            return id == null ? null : ZoneId.of(id);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
