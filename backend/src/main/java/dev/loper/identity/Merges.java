package dev.loper.identity;

import dev.loper.conversation.RandomIds;
import dev.loper.message.Author;
import dev.loper.message.CustomerId;
import dev.loper.message.EntryId;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Joins customers, and takes what was joined apart again.
@Component
public class Merges {

    private static final EntryId NO_MARK_YET = new EntryId("");
    private static final int TRIES = 8;

    private final RedisWholes wholes;
    private final RedisDeeds deeds;
    private final RedisRehoming rehoming;
    private final Parting parting;
    private final Clock clock;

    Merges(RedisWholes wholes, RedisDeeds deeds, RedisRehoming rehoming, Parting parting, Clock clock) {
        this.wholes = wholes;
        this.deeds = deeds;
        this.rehoming = rehoming;
        this.parting = parting;
        this.clock = clock;
    }

    /// Joins one customer to another. Doing it again finds it done.
    ///
    /// @param chosen field → the customer whose value is kept where both have one
    public Done merge(CustomerId into, CustomerId with, Map<String, CustomerId> chosen, Author by) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Whole> stays = wholes.today(into);
            Optional<Whole> joins = wholes.today(with);
            if (stays.isEmpty() || joins.isEmpty()) {
                return new Done.NotFound("customer");
            }
            if (stays.get().id().equals(joins.get().id())) {
                return new Done.Already(joint(with).or(() -> joint(into)).orElse(null));
            }
            Rehoming plan = plan(stays.get(), joins.get(), chosen, by);
            if (rehoming.carryOut(plan)) {
                return new Done.Now(plan.deed());
            }
        }
        throw restless(into);
    }

    /// Takes a customer apart from whoever they were joined to by this deed.
    public Done undo(DeedId id, Author by) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Deed> deed = deeds.find(id).filter(found -> found.kind() == Deed.Kind.MERGE);
            if (deed.isEmpty()) {
                return new Done.NotFound("merge");
            }
            Optional<Rehoming> plan = undoing(deed.get(), by);
            if (plan.isEmpty()) {
                return new Done.Already(deed.get());
            }
            if (rehoming.carryOut(plan.get())) {
                return new Done.Now(plan.get().deed());
            }
        }
        throw new IllegalStateException("What the merge " + id + " joined changed " + TRIES + " times in one undoing.");
    }

    /// The merges that hold now, of everybody who is this customer today.
    List<Deed> of(CustomerId customer) {
        return wholes.today(customer).stream().flatMap(today -> wholes.below(today.id()).stream()).flatMap(
                id -> wholes.exactly(id).stream()).flatMap(whole -> whole.joined().values().stream()).flatMap(
                        id -> deeds.find(id).stream()).sorted(Comparator.comparing(Deed::at).reversed()).toList();
    }

    Optional<Deed> find(DeedId id) {
        return deeds.find(id);
    }

    /// Whether a deed is about somebody who is this customer today.
    boolean concerns(Deed deed, CustomerId today) {
        return java.util.stream.Stream.of(deed.from(), deed.to()).flatMap(
                party -> wholes.today(party.id()).stream()).anyMatch(whole -> whole.id().equals(today));
    }

    /// How a merge would be undone as things are; empty if it is undone already.
    Optional<Rehoming> undoing(Deed deed, Author by) {
        Optional<Whole> joined = wholes.exactly(deed.from().id());
        CustomerId parent = joined.map(Whole::into).orElse(null);
        if (deed.undone() != null || parent == null) {
            return Optional.empty();
        }
        Optional<Whole> holder = wholes.exactly(parent).filter(
                found -> deed.id().equals(found.joined().get(deed.from().id())));
        Optional<Whole> today = wholes.today(deed.from().id());
        return holder.isEmpty() || today.isEmpty()
                ? Optional.empty()
                : Optional.of(undoing(deed, joined.get(), holder.get().id(), today.get(), by));
    }

    private Rehoming undoing(Deed deed, Whole joined, CustomerId holder, Whole today, Author by) {
        var goes = today.homesOf(wholes.below(joined.id()));
        return new Rehoming(deed.undoneBy(by, clock.instant()), today, joined, Rehoming.Link.PART, holder, goes,
                Map.of(),
                null, Map.of(), deed.fields(), parting.twins(today, goes),
                Telling.of("unmerged", deed, joined.party(), null, by),
                Telling.of("unmerged", deed, today.party(), null, by));
    }

    private Rehoming plan(Whole stays, Whole joins, Map<String, CustomerId> chosen, Author by) {
        Map<String, Deed.Chosen> fields = new Choices(stays, joins, chosen).changes();
        var goes = List.copyOf(joins.homes().keySet());
        Deed deed = new Deed(new DeedId("m" + RandomIds.next()), NO_MARK_YET, Deed.Kind.MERGE, joins.party(),
                stays.party(), goes, Map.of(), fields, by, clock.instant(), null);
        return new Rehoming(deed, joins, stays, Rehoming.Link.JOIN, stays.id(), goes, Map.of(), null,
                fields.entrySet().stream().collect(
                        Collectors.toMap(Map.Entry::getKey, field -> field.getValue().now())),
                Map.of(), Map.of(), "", Telling.of("merged", deed, joins.party(), null, by));
    }

    /// The deed by which a customer was joined to another, if they were.
    private Optional<Deed> joint(CustomerId customer) {
        return wholes.exactly(customer).map(Whole::into).flatMap(wholes::exactly).map(
                holder -> holder.joined().get(customer)).flatMap(deeds::find);
    }

    private static IllegalStateException restless(CustomerId customer) {
        return new IllegalStateException("The customer " + customer + " changed " + TRIES + " times in one merge.");
    }
}
