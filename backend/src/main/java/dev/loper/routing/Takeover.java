package dev.loper.routing;

import dev.loper.access.Queues;
import dev.loper.access.Cover;
import dev.loper.access.Person;
import dev.loper.message.Author;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody's work that others take over: whose, why, by whom, and on whose word.
///
/// @param within the queues whose topics go
/// @param until  when they expect to be back, if they are away
/// @param unseen since when nobody has seen them, who never said that they are away
record Takeover(Person from, Why why, Cover cover, Author by, Queues within, @Nullable Instant until,
        @Nullable Instant unseen) {

    Takeover(Person from, Why why, Cover cover, Author by, Queues within, @Nullable Instant until) {
        this(from, why, cover, by, within, until, null);
    }

    /// Why it is taken over.
    enum Why {
        /// They do not work here any more: everything goes.
        LEFT,
        /// They are absent: topics in which somebody waits, or something promised falls due meanwhile, go, as long as it lasts.
        AWAY,
        /// A supervisor asked: everything goes that is in queues they look after.
        ASKED,
        /// They do not work in some queue any more: what they have there goes back to it.
        QUEUES;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// Somebody left: everything goes to their cover, or to the queues.
    static Takeover left(Person from) {
        return new Takeover(from, Why.LEFT, decided(from), Author.SYSTEM, Queues.all(), null);
    }

    /// Somebody lost a queue, and what they have there goes back to it.
    static Takeover queues(Person from) {
        return new Takeover(from, Why.QUEUES, new Cover.Queue(), Author.SYSTEM, Queues.all(), null);
    }

    /// Somebody is not here: what needs somebody goes to their cover, or to the queues.
    static Takeover away(Person from, @Nullable Instant until) {
        return new Takeover(from, Why.AWAY, decided(from), Author.SYSTEM, Queues.all(), until);
    }

    /// Somebody is not here for a while, and their work goes where they, or their supervisor, decided.
    static Takeover absent(Person from, Said.Absence absence) {
        return new Takeover(from, Why.AWAY, from.work().cover(), Author.SYSTEM, Queues.all(), absence.until(),
                absence.said() ? null : absence.since());
    }

    private static Cover decided(Person from) {
        return from.work().cover() instanceof Cover.Undecided ? new Cover.Queue() : from.work().cover();
    }
}
