package dev.loper.promise;

import dev.loper.message.Delivery;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.PersonId;
import dev.loper.message.PromiseId;
import dev.loper.message.TopicId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A promise as it stands.
///
/// @param version  raised whenever its moment changes or it closes: its timers are those of one version
/// @param due      by when
/// @param moments  every moment it had, the first one first; the last one is `due`
/// @param told     how far the newest message about it got; the customer knows of it from `sent` on
/// @param entry    that message
/// @param home     the home thread that keeps it
/// @param channel  the channel of the answer, its wire name
/// @param address  the identity the answer goes to, as [dev.loper.customer.Identity#id()] names it
/// @param waitsFor whom its owner waits for
/// @param noticed  when the customer was told that the moment will be missed; none if that could not be told
/// @param keptBy   the answer that kept it
/// @param escalated how many in the chain were told that it is late
/// @param added    what the customer added on its page, oldest first: entries that may be gone by now
/// @param order    its place in a list, ascending
public record Promise(PromiseId id, TopicId topic, PromiseState state, long version, Instant due, List<Moment> moments,
        Delivery told, EntryId entry, HomeId home, PersonId owner, String ownerName, @Nullable String queue,
        String channel, String account, String address, @Nullable String waitsFor, Instant made,
        @Nullable Instant noticed, @Nullable Instant wasLate, @Nullable Instant closed, @Nullable String reason,
        @Nullable EntryId keptBy, int escalated, List<EntryId> added, String order, Text text) {

    /// When they were told that the moment will be missed; of what did not arrive nobody says that it was told.
    @Nullable
    Instant toldOfDelay() {
        return told == Delivery.FAILED ? null : noticed;
    }

    /// Whether they were told that the moment will be missed, and it is still ahead: nothing we show them names it then.
    boolean goingToBeMissed() {
        return (state == PromiseState.OPEN || state == PromiseState.DUE_SOON) && toldOfDelay() != null;
    }

    /// A moment it was promised for.
    ///
    /// @param reason why it is another one than before; none for the first
    /// @param entry  that named it to the customer
    public record Moment(Instant due, Instant at, @Nullable String by, @Nullable String byName,
            @Nullable String reason, @Nullable EntryId entry) {}

    /// What never changes about it, in words.
    ///
    /// @param heard    what the customer told us, in their words
    /// @param action   what we will do
    /// @param sentence what the customer read
    /// @param language of the customer: `en` or `nl`
    /// @param zone     an IANA zone, in which the customer reads its moment
    public record Text(String heard, String action, String sentence, String language, String zone) {}

    static Promise of(PromiseId id, Stored stored, Text text) {
        return new Promise(id, new TopicId(stored.topic()),
                PromiseState.of(stored.state()).orElseThrow(() -> new IllegalStateException(stored.state())),
                stored.version(), Instant.ofEpochMilli(stored.due()),
                stored.moments().stream().map(StoredMoment::moment).toList(), Delivery.of(stored.told()),
                new EntryId(stored.entry()), new HomeId(stored.home()), new PersonId(stored.owner()),
                stored.ownerName(), stored.queue(), stored.channel(), stored.account(), stored.address(),
                stored.waitsFor(), Instant.ofEpochMilli(stored.made()), instant(stored.noticed()),
                instant(stored.wasLate()), instant(stored.closed()), stored.reason(),
                Optional.ofNullable(stored.keptBy()).map(EntryId::new).orElse(null),
                Optional.ofNullable(stored.escalated()).orElse(0), Optional.ofNullable(stored.added()).orElse(
                        List.of()).stream().map(EntryId::new).toList(),
                stored.order(), text);
    }

    private static @Nullable Instant instant(@Nullable Long ms) {
        return ms == null ? null : Instant.ofEpochMilli(ms);
    }

    /// A promise as it lies in the store; the scripts write it.
    record Stored(String topic, String state, long version, long due, List<StoredMoment> moments, String told,
            String entry, String home, String owner, String ownerName, @Nullable String queue, String channel,
            String account, String address, @Nullable String waitsFor, long made, @Nullable Long noticed,
            @Nullable Long wasLate, @Nullable Long closed, @Nullable String reason, @Nullable String keptBy,
            @Nullable Integer escalated, @Nullable List<String> added, String order) {}

    record StoredMoment(long due, long at, @Nullable String by, @Nullable String byName, @Nullable String reason,
            @Nullable String entry) {

        Moment moment() {
            return new Moment(Instant.ofEpochMilli(due), Instant.ofEpochMilli(at), by, byName, reason,
                    entry == null ? null : new EntryId(entry));
        }
    }
}
