package dev.loper.identity;

import dev.loper.conversation.Entry;
import dev.loper.conversation.Topic;
import dev.loper.conversation.TopicRows;
import dev.loper.conversation.Topics;
import dev.loper.customer.Customers;
import dev.loper.customer.Identity;
import dev.loper.identity.Relocation.Begin;
import dev.loper.identity.Relocation.Matter;
import dev.loper.identity.Relocation.Step;
import dev.loper.identity.Relocation.Tell;
import dev.loper.message.Author;
import dev.loper.message.HomeId;
import dev.loper.message.TopicId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Works out how a move is taken back as things are.
///
/// Every entry that went returns to the home it left, whoever has that now. What was written since follows its address;
/// notes, events and promises follow the topic, and a topic that has both becomes two.
@Component
class Returning {

    private static final Comparator<Entry> NEWEST_FIRST = Comparator.comparing(
            (Entry entry) -> entry.id().value()).reversed();

    private final RedisWholes wholes;
    private final TopicEntries entries;
    private final Topics topics;
    private final Customers customers;
    private final Clock clock;

    Returning(RedisWholes wholes, TopicEntries entries, Topics topics, Customers customers, Clock clock) {
        this.wholes = wholes;
        this.entries = entries;
        this.topics = topics;
        this.customers = customers;
        this.clock = clock;
    }

    Planned plan(Deed deed, Author by) {
        Deed.Move move = Objects.requireNonNull(deed.move());
        if (deed.undone() != null) {
            return new Planned.No(new Done.Already(deed));
        }
        HomeId lent = deed.homes().getFirst();
        Optional<Whole> has = wholes.today(deed.to().id()).filter(whole -> whole.homes().containsKey(lent));
        List<Entry> there = has.map(whole -> entries.in(whole, lent)).orElse(List.of());
        Optional<Topic> moved = move.topic().flatMap(topics::find);
        boolean stayed = has.isPresent() && moved.isPresent()
                && moved.get().conversation().equals(has.get().conversation())
                && there.stream().map(Entry::id).collect(Collectors.toSet()).containsAll(move.entries().keySet());
        if (!stayed) {
            return Planned.refused("moved-on",
                    "Something of it has gone on to another customer since. Take that back first.");
        }
        List<Entry> returning = there.stream().filter(entry -> move.entries().containsKey(entry.id())).toList();
        Map<HomeId, Whole> owners = owners(deed, move, returning);
        if (owners.size() < left(move).size()) {
            return Planned.refused("moved-on",
                    "An address it came from belongs to nobody any more. Move it to the right customer instead.");
        }
        if (owners.values().stream().anyMatch(owner -> owner.conversation().equals(has.get().conversation()))) {
            return Planned.refused("together-again",
                    "Both are one customer now. Undo the merge that joined them first.");
        }
        return new Planned.Plan(new Way(deed, move, by, has.get(), moved.get(), there, returning, owners).relocation());
    }

    /// The topics that have what went, and the one that went: who takes it back must be allowed to see them.
    List<TopicId> touched(Deed deed) {
        Deed.Move move = Objects.requireNonNull(deed.move());
        HomeId lent = deed.homes().getFirst();
        Stream<TopicId> now = wholes.today(deed.to().id()).filter(
                whole -> whole.homes().containsKey(lent)).stream().flatMap(
                        whole -> entries.in(whole, lent).stream()).filter(
                                entry -> move.entries().containsKey(entry.id())).map(Entry::topic);
        return Stream.concat(now, move.topic().stream()).distinct().toList();
    }

    private static Set<HomeId> left(Deed.Move move) {
        Set<HomeId> homes = new LinkedHashSet<>(Set.of(move.home()));
        homes.addAll(move.entries().values());
        return homes;
    }

    /// Whose the homes are today that something left.
    private Map<HomeId, Whole> owners(Deed deed, Deed.Move move, List<Entry> returning) {
        Map<HomeId, Whole> owners = new LinkedHashMap<>();
        for (HomeId home : left(move)) {
            Optional.ofNullable(deed.origin().get(home)).flatMap(wholes::today).filter(
                    whole -> whole.homes().containsKey(home)).or(() -> ofAddress(home, move, returning)).ifPresent(
                            whole -> owners.put(home, whole));
        }
        return owners;
    }

    /// A home that was taken off goes with its address.
    private Optional<Whole> ofAddress(HomeId home, Deed.Move move, List<Entry> returning) {
        return returning.stream().filter(entry -> home.equals(move.entries().get(entry.id()))).flatMap(
                entry -> identity(entry).stream()).filter(identity -> identity.home().equals(home)).findFirst().flatMap(
                        identity -> wholes.today(identity.customer())).filter(
                                whole -> whole.homes().containsKey(home));
    }

    private Optional<Identity> identity(Entry entry) {
        return Optional.ofNullable(entry.body().address()).flatMap(customers::byField);
    }

    private static boolean speaks(Entry entry) {
        return !entry.body().type().equals("system");
    }

    /// One way back.
    private final class Way {

        private final Deed deed;
        private final Deed.Move move;
        private final Author by;
        private final Whole has;
        private final Topic moved;
        private final List<Entry> there;
        private final List<Entry> returning;
        private final Map<HomeId, Whole> owners;
        private final List<Whole> sides = new ArrayList<>();
        private final List<Step> steps = new ArrayList<>();
        private final Map<String, Matter> matters = new LinkedHashMap<>();
        private final Map<String, List<Entry>> finals = new HashMap<>();
        private final String key;

        Way(Deed deed, Deed.Move move, Author by, Whole has, Topic moved, List<Entry> there, List<Entry> returning,
                Map<HomeId, Whole> owners) {
            this.deed = deed;
            this.move = move;
            this.by = by;
            this.has = has;
            this.moved = moved;
            this.there = there;
            this.returning = returning;
            this.owners = owners;
            key = moved.id().value();
            sides.add(has);
            Stream.concat(Stream.of(owner(move.home())), owners.values().stream()).forEach(owner -> {
                if (sides.stream().noneMatch(side -> side.conversation().equals(owner.conversation()))) {
                    sides.add(owner);
                }
            });
        }

        Relocation relocation() {
            List<Entry> all = entries.of(has, moved.id());
            List<Entry> rest = all.stream().filter(entry -> !move.entries().containsKey(entry.id())).toList();
            List<Entry> here = rest.stream().filter(entry -> entry.home().equals(deed.homes().getFirst())).toList();
            List<Entry> own = rest.stream().filter(entry -> !here.contains(entry)).toList();
            Optional<Topic> old = move.whole()
                    ? Optional.empty()
                    : topics.find(move.source()).filter(
                            topic -> topic.conversation().equals(owner(move.home()).conversation()));
            lose(all);
            String told;
            if (old.isPresent()) {
                told = old.get().id().value();
                returnTo(old.get(), all, here, own);
            } else {
                told = key;
                goBack(all, here, own);
            }
            forgetTrace();
            settle();
            Deed undone = deed.undoneBy(by, clock.instant());
            return new Relocation(undone, sides, null, steps, List.copyOf(matters.values()), List.of(), null,
                    List.of(new Tell(null, 0, Telling.of("moved-back", undone, owner(move.home()).party(), move.title(),
                            by)),
                            new Tell(told, 1, Telling.of("moved-back", undone, has.party(), move.title(), by))),
                    true);
        }

        /// Topics of the receiver's into which something was put since lose it.
        private void lose(List<Entry> all) {
            returning.stream().map(Entry::topic).filter(topic -> !topic.equals(moved.id())).distinct().forEach(
                    topic -> topics.find(topic).ifPresent(found -> {
                        List<Entry> has = entries.of(this.has, topic);
                        List<Entry> left = has.stream().filter(
                                entry -> !move.entries().containsKey(entry.id())).toList();
                        Matter matter = Matter.of(topic.value(), 0, 0,
                                left.isEmpty() ? found.home() : left.getFirst().home(), has);
                        matters.put(topic.value(), left.isEmpty() ? matter.ends() : matter.with(left));
                    }));
        }

        /// The whole topic goes back, with what was written in it since. The receiver's own messages stay, as a half.
        private void goBack(List<Entry> all, List<Entry> here, List<Entry> own) {
            Matter goes = Matter.of(key, 0, 1, move.home(), all);
            boolean changed = !own.isEmpty() || here.stream().anyMatch(Returning::speaks) || sides.size() > 2
                    || returning.stream().anyMatch(entry -> !entry.topic().equals(moved.id())) || !move.whole();
            returning.forEach(entry -> step(entry, home(entry), topicOf(home(entry))));
            here.forEach(entry -> {
                HomeId home = since(entry);
                step(entry, home, topicOf(home));
            });
            own.forEach(entry -> step(entry, entry.home(), "#own"));
            matters.put(key, changed ? goes.with(List.of()) : goes);
        }

        /// The entry goes back to the topic it was in; its own ends, unless something was said there since.
        private void returnTo(Topic old, List<Entry> all, List<Entry> here, List<Entry> own) {
            String back = old.id().value();
            List<Entry> before = entries.of(owner(move.home()), old.id());
            matters.put(back, Matter.of(back, 1, 1, old.home(), before).with(List.of()));
            finals.computeIfAbsent(back, topic -> new ArrayList<>()).addAll(before);
            returning.forEach(entry -> step(entry, home(entry), back));
            if (here.stream().anyMatch(Returning::speaks)) {
                matters.put(key, Matter.of(key, 0, 1, old.home(), all).with(List.of()));
                here.forEach(entry -> {
                    HomeId home = since(entry);
                    step(entry, home, topicOf(home));
                });
                own.forEach(entry -> step(entry, entry.home(), "#own"));
            } else if (own.isEmpty()) {
                matters.put(key, Matter.of(key, 0, 1, old.home(), all).ends());
                here.forEach(entry -> step(entry, old.home(), back));
            } else {
                matters.put(key, Matter.of(key, 0, 0, own.getFirst().home(), all).with(List.of()));
                finals.computeIfAbsent(key, topic -> new ArrayList<>()).addAll(rest(here, own));
            }
        }

        /// The topic that told that a customer's last one went has nothing to tell any more.
        private void forgetTrace() {
            TopicId began = move.began();
            if (!move.whole() || began == null) {
                return;
            }
            Whole owner = owner(move.home());
            topics.find(began).filter(trace -> trace.conversation().equals(owner.conversation())).ifPresent(trace -> {
                List<Entry> told = entries.of(owner, began);
                if (told.stream().noneMatch(Returning::speaks)) {
                    matters.put(began.value(), Matter.of(began.value(), 1, 1, trace.home(), told).ends());
                    told.forEach(entry -> steps.add(new Step(entry, entry.home(), began.value(), key)));
                }
            });
        }

        /// Every row says what its topic has in the end.
        private void settle() {
            steps.forEach(step -> finals.computeIfAbsent(step.topic(), topic -> new ArrayList<>()).add(step.entry()));
            matters.replaceAll((topic, matter) -> matter.settled() && finals.containsKey(topic)
                    ? matter.with(newest(topic))
                    : matter);
            steps.stream().filter(step -> !matters.containsKey(step.topic())).toList().forEach(
                    step -> matters.computeIfAbsent(step.topic(), topic -> half(topic, step)));
        }

        private Matter half(String topic, Step step) {
            List<Entry> newest = newest(topic);
            HomeId home = steps.stream().filter(
                    other -> other.topic().equals(topic) && other.entry().equals(newest.getFirst())).map(
                            Step::to).findFirst().orElse(step.to());
            return Matter.begins(topic, side(home), home, TopicRows.of(newest).orElse(null),
                    new Begin(key, Begin.As.TWIN, "", 0));
        }

        private List<Entry> newest(String topic) {
            return Objects.requireNonNull(finals.get(topic)).stream().sorted(NEWEST_FIRST).toList();
        }

        private void step(Entry entry, HomeId to, String topic) {
            steps.add(new Step(entry, to, entry.topic().value(), topic));
        }

        private HomeId home(Entry returned) {
            return Objects.requireNonNull(move.entries().get(returned.id()));
        }

        /// Where something goes that was written since: to the home of its address, or else along with the topic.
        private HomeId since(Entry entry) {
            HomeId topics = home(matters.get(key));
            return speaks(entry)
                    ? identity(entry).map(Identity::home).filter(
                            home -> sides.stream().skip(1).anyMatch(side -> side.homes().containsKey(home))).orElse(
                                    topics)
                    : topics;
        }

        private HomeId home(@Nullable Matter matter) {
            return matter == null ? move.home() : matter.home();
        }

        /// The topic as whoever has this home gets it.
        private String topicOf(HomeId home) {
            int side = side(home);
            return side == 1 ? key : "#" + side;
        }

        private int side(HomeId home) {
            for (int i = 0; i < sides.size(); i++) {
                if (sides.get(i).homes().containsKey(home)) {
                    return i;
                }
            }
            throw new IllegalStateException("Nobody has the home " + home.value() + ".");
        }

        private Whole owner(HomeId home) {
            return Objects.requireNonNull(owners.get(home));
        }

        private static List<Entry> rest(List<Entry> one, List<Entry> other) {
            return Stream.concat(one.stream(), other.stream()).toList();
        }
    }
}
