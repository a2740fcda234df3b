package dev.loper.identity;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A deed as the API gives it.
///
/// @param kind   `merge`, `detach` or `move`
/// @param from   whose addresses, topic or entry went
/// @param to     who got it
/// @param undone by whom and when it was undone, if it was
record DeedView(String id, String kind, Party from, Party to, String by, Instant at, @Nullable Undone undone) {

    record Party(String id, String name) {

        static Party of(Deed.Party party) {
            return new Party(party.id().value(), party.name());
        }
    }

    record Undone(String by, Instant at) {}

    static DeedView of(Deed deed) {
        Deed.Undone undone = deed.undone();
        return new DeedView(deed.id().value(), deed.kind().name().toLowerCase(Locale.ROOT), Party.of(deed.from()),
                Party.of(deed.to()), deed.by().name(), deed.at(),
                undone == null ? null : new Undone(undone.by().name(), undone.at()));
    }
}
