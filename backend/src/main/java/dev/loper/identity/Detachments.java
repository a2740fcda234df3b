package dev.loper.identity;

import dev.loper.conversation.Conversation;
import dev.loper.conversation.Entry;
import dev.loper.conversation.RandomIds;
import dev.loper.conversation.Timeline;
import dev.loper.customer.Customer;
import dev.loper.customer.Customers;
import dev.loper.customer.Identity;
import dev.loper.message.Author;
import dev.loper.message.ConversationId;
import dev.loper.message.CustomerId;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes addresses off a customer: they become a customer of their own, with what was said on them.
@Component
public class Detachments {

    private static final EntryId NO_MARK_YET = new EntryId("");
    private static final int TRIES = 8;
    private static final int LOOK_BACK = 50;

    private final RedisWholes wholes;
    private final RedisDeeds deeds;
    private final RedisRehoming rehoming;
    private final Parting parting;
    private final Customers customers;
    private final Timeline timeline;
    private final Clock clock;

    Detachments(RedisWholes wholes, RedisDeeds deeds, RedisRehoming rehoming, Parting parting, Customers customers,
            Timeline timeline, Clock clock) {
        this.wholes = wholes;
        this.deeds = deeds;
        this.rehoming = rehoming;
        this.parting = parting;
        this.customers = customers;
        this.timeline = timeline;
        this.clock = clock;
    }

    /// @param identities ids of the addresses ([Identity#id()])
    /// @param name       of the new customer; none takes what the last message from there was signed with
    public Done detach(CustomerId customer, List<String> identities, @Nullable String name, Author by) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Whole> whole = wholes.today(customer);
            if (whole.isEmpty()) {
                return new Done.NotFound("customer");
            }
            List<Identity> all = addresses(whole.get());
            List<Identity> go = all.stream().filter(identity -> identities.contains(identity.id())).toList();
            if (go.isEmpty()) {
                return new Done.NotFound("address");
            }
            if (go.size() == all.size()) {
                return new Done.Refused("only-address", "These are all the addresses of this customer: nobody would be"
                        + " left to take them off.");
            }
            Rehoming plan = plan(whole.get(), go, name, by);
            if (rehoming.carryOut(plan)) {
                return new Done.Now(plan.deed());
            }
        }
        throw restless(customer);
    }

    /// Gives the addresses back to whoever they came from.
    public Done undo(DeedId id, Author by) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Deed> deed = find(id);
            if (deed.isEmpty()) {
                return new Done.NotFound("detachment");
            }
            Optional<Rehoming> plan = undoing(deed.get(), by);
            if (plan.isEmpty()) {
                return deed.get().undone() == null ? together() : new Done.Already(deed.get());
            }
            if (rehoming.carryOut(plan.get())) {
                return new Done.Now(plan.get().deed());
            }
        }
        throw restless(new CustomerId(id.value()));
    }

    Optional<Deed> find(DeedId id) {
        return deeds.find(id).filter(deed -> deed.kind() == Deed.Kind.DETACH);
    }

    /// How the addresses would be given back as things are; empty if they were, or if both are one customer again.
    Optional<Rehoming> undoing(Deed deed, Author by) {
        if (deed.undone() != null) {
            return Optional.empty();
        }
        Optional<Whole> has = wholes.today(deed.to().id());
        Optional<Whole> gets = deed.origin().values().stream().findFirst().flatMap(wholes::today);
        return has.isEmpty() || gets.isEmpty() || has.get().id().equals(gets.get().id())
                ? Optional.empty()
                : Optional.of(undoing(deed, has.get(), gets.get(), by));
    }

    private Rehoming undoing(Deed deed, Whole has, Whole gets, Author by) {
        List<HomeId> goes = deed.homes().stream().filter(
                home -> deed.to().id().equals(has.homes().get(home))).toList();
        Map<HomeId, CustomerId> origin = goes.stream().collect(
                Collectors.toMap(Function.identity(), home -> Objects.requireNonNull(deed.origin().get(home))));
        return new Rehoming(deed.undoneBy(by, clock.instant()), has, gets, Rehoming.Link.NONE, has.id(), goes, origin,
                null, Map.of(), Map.of(), parting.twins(has, goes),
                goes.size() == has.homes().size() ? "" : Telling.of("attached", deed, gets.party(), null, by),
                Telling.of("attached", deed, has.party(), null, by));
    }

    private Rehoming plan(Whole from, List<Identity> go, @Nullable String name, Author by) {
        String id = RandomIds.next();
        List<HomeId> goes = go.stream().map(Identity::home).toList();
        String called = name == null || name.isBlank() ? signed(from, goes).orElse("") : name.strip();
        String shown = called.isEmpty() ? Customer.nameless(go.getFirst().address()) : called;
        Instant now = clock.instant();
        Whole to = new Whole(new CustomerId("c" + id), new ConversationId("v" + id), Map.of("name", shown), Map.of(), 0,
                null);
        Map<HomeId, CustomerId> before = goes.stream().collect(
                Collectors.toMap(Function.identity(), home -> Objects.requireNonNull(from.homes().get(home))));
        Deed deed = new Deed(new DeedId("d" + RandomIds.next()), NO_MARK_YET, Deed.Kind.DETACH, from.party(),
                to.party(), goes, before, Map.of(), by, now, null);
        String addresses = go.stream().map(identity -> identity.address().value()).collect(Collectors.joining(", "));
        return new Rehoming(deed, from, to, Rehoming.Link.NONE, from.id(), goes,
                goes.stream().collect(Collectors.toMap(Function.identity(), home -> to.id())),
                Map.of("name", shown, "named", called.isEmpty() ? "0" : "1", "language", from.field("language"),
                        "since",
                        Long.toString(now.toEpochMilli())),
                Map.of(), Map.of(), parting.twins(from, goes),
                Telling.of("detached", deed, to.party(), addresses, by),
                Telling.of("detached-from", deed, from.party(), addresses, by));
    }

    /// The addresses messages come from; what was only typed is none.
    private List<Identity> addresses(Whole whole) {
        return customers.find(whole.id()).stream().flatMap(found -> found.identities().stream()).filter(
                identity -> customers.byField(identity.id()).filter(
                        kept -> kept.home().equals(identity.home())).isPresent()).toList();
    }

    private Optional<String> signed(Whole from, List<HomeId> homes) {
        return timeline.page(new Conversation(from.conversation(), from.id(), homes), null, null,
                LOOK_BACK).stream().map(
                        Entry::body).filter(body -> "in".equals(body.direction())).map(
                                body -> body.author().name()).findFirst();
    }

    private static Done together() {
        return new Done.Refused("together-again",
                "Both are one customer again. Undo the merge that joined them instead.");
    }

    private static IllegalStateException restless(CustomerId customer) {
        return new IllegalStateException(
                "The customer " + customer + " changed " + TRIES + " times in one detachment.");
    }
}
