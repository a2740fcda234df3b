package dev.loper.identity;

import dev.loper.message.Author;
import dev.loper.message.CustomerId;
import dev.loper.message.TopicId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Gives topics and entries to other customers, and takes them back.
@Component
public class Moves {

    private static final int TRIES = 8;

    private final Giving giving;
    private final Returning returning;
    private final RedisRelocation relocation;
    private final RedisDeeds deeds;
    private final RedisWholes wholes;

    Moves(Giving giving, Returning returning, RedisRelocation relocation, RedisDeeds deeds, RedisWholes wholes) {
        this.giving = giving;
        this.returning = returning;
        this.relocation = relocation;
        this.deeds = deeds;
        this.wholes = wholes;
    }

    Done move(Giving.Gift gift, Author by) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Done> done = carriedOut(giving.plan(gift, by));
            if (done.isPresent()) {
                return done.get();
            }
        }
        throw restless(gift.topic().value());
    }

    /// Takes back what was given, as far as nothing of it has gone on to somebody else.
    Done undo(DeedId id, Author by) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Deed> deed = find(id);
            if (deed.isEmpty()) {
                return new Done.NotFound("move");
            }
            Optional<Done> done = carriedOut(returning.plan(deed.get(), by));
            if (done.isPresent()) {
                return done.get();
            }
        }
        throw restless(id.value());
    }

    /// What holds of what this customer, or anybody who is this customer today, gave away and got, the last first.
    List<Deed> of(CustomerId customer) {
        return wholes.today(customer).stream().flatMap(today -> wholes.below(today.id()).stream()).flatMap(
                id -> wholes.exactly(id).stream()).flatMap(Whole::moved).distinct().flatMap(
                        id -> find(id).stream()).filter(deed -> deed.undone() == null).sorted(
                                Comparator.comparing(Deed::at).reversed()).toList();
    }

    /// Whether a deed took something away from whoever this customer is today.
    boolean took(Deed deed, CustomerId today) {
        return wholes.today(deed.from().id()).filter(whole -> whole.id().equals(today)).isPresent();
    }

    Optional<Deed> find(DeedId id) {
        return deeds.find(id).filter(deed -> deed.kind() == Deed.Kind.MOVE);
    }

    /// How it would be taken back as things are.
    Planned undoing(Deed deed, Author by) {
        return returning.plan(deed, by);
    }

    /// The topics that have what was given now: taking it back changes them.
    List<TopicId> touched(Deed deed) {
        return returning.touched(deed);
    }

    /// @return empty if the plan was overtaken
    private Optional<Done> carriedOut(Planned planned) {
        return switch (planned) {
            case Planned.No(Done done) -> Optional.of(done);
            case Planned.Plan(Relocation plan) -> switch (relocation.carryOut(plan)) {
                case DONE -> Optional.of(new Done.Now(find(plan.deed().id()).orElse(plan.deed())));
                case STALE -> Optional.empty();
                case UNDER_WAY -> Optional.of(new Done.Refused("under-way",
                        "An answer in it is just being sent. Try again in a moment."));
                case ON_THE_PHONE -> Optional.of(new Done.Refused("on-the-phone",
                        "A call in it is still on. Move it when the call is over."));
            };
        };
    }

    private static IllegalStateException restless(String what) {
        return new IllegalStateException("What belongs to " + what + " changed " + TRIES + " times in one move.");
    }
}
