package dev.loper.identity;

import dev.loper.conversation.Entry;
import dev.loper.conversation.EntryBody;
import dev.loper.conversation.RandomIds;
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
import dev.loper.message.ConversationId;
import dev.loper.message.CustomerId;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.TopicId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Works out how a topic, or an entry of one, is given to another customer.
///
/// What goes gets a home of its own there, so that merging, detaching and undoing treat it like everything else the
/// receiver has. The addresses it came from stay where they are; they are lent to the receiver, who can be answered on them.
@Component
class Giving {

    private static final EntryId NO_MARK_YET = new EntryId("");
    private static final Set<String> SAID = Set.of("message", "call", "note");
    private static final String OWN = "#own";
    private static final String TRACE = "#trace";

    private final RedisWholes wholes;
    private final TopicEntries entries;
    private final Topics topics;
    private final Customers customers;
    private final Clock clock;

    Giving(RedisWholes wholes, TopicEntries entries, Topics topics, Customers customers, Clock clock) {
        this.wholes = wholes;
        this.entries = entries;
        this.topics = topics;
        this.customers = customers;
        this.clock = clock;
    }

    /// What is to be given, and to whom.
    ///
    /// @param entry none gives the whole topic
    /// @param to    none gives it to a customer who begins with it
    /// @param name  of a customer who begins with it
    /// @param why   in words of whoever does it; empty for none
    record Gift(TopicId topic, @Nullable EntryId entry, @Nullable CustomerId to, @Nullable String name, String why) {}

    Planned plan(Gift gift, Author by) {
        Optional<Topic> topic = topics.find(gift.topic());
        Optional<Whole> from = topic.flatMap(found -> wholes.today(found.customer()));
        CustomerId asked = gift.to();
        Optional<Whole> receiver = asked == null ? Optional.empty() : wholes.today(asked);
        if (topic.isEmpty() || from.isEmpty() || asked != null && receiver.isEmpty()) {
            return new Planned.No(new Done.NotFound(topic.isEmpty() ? "topic" : "customer"));
        }
        if (receiver.isPresent() && receiver.get().id().equals(from.get().id())) {
            return Planned.refused("same-customer", "It is this customer’s already. Choose another one.");
        }
        List<Entry> all = entries.of(from.get(), topic.get().id());
        if (all.size() > TopicEntries.MOST) {
            return Planned.refused("too-long", "This topic has more than " + TopicEntries.MOST
                    + " entries, which is more than can be moved in one step. Move single messages instead.");
        }
        Optional<Entry> one = all.stream().filter(entry -> entry.id().equals(gift.entry())).findFirst();
        if (gift.entry() != null && one.isEmpty()) {
            return new Planned.No(new Done.NotFound("entry"));
        }
        if (one.isPresent() && !SAID.contains(one.get().body().type())) {
            return Planned.refused("not-said",
                    "This line only tells what happened in its topic. Move the topic, and it goes along.");
        }
        if (one.isPresent() && isBound(one.get())) {
            return Planned.refused("bound", "A promise or a handover hangs on this message. Move its topic, and they go"
                    + " along.");
        }
        Whole to = receiver.orElseGet(() -> begins(from.get(), gift.name()));
        return new Planned.Plan(one.isEmpty() || all.size() == 1
                ? topic(gift, topic.get(), from.get(), to, all, by)
                : entry(gift, topic.get(), from.get(), to, all, one.get(), by));
    }

    private Relocation topic(Gift gift, Topic topic, Whole from, Whole to, List<Entry> all, Author by) {
        HomeId home = new HomeId("h" + RandomIds.next());
        String key = topic.id().value();
        Deed deed = deed(gift, topic, from, to, home, topic.title(), all, true, by);
        Matter goes = Matter.of(key, 0, 1, home, all);
        boolean last = topics.of(from.conversation()).stream().allMatch(other -> other.id().equals(topic.id()));
        Matter trace = Matter.begins(TRACE, 0, topic.home(), null,
                new Begin(key, Begin.As.TRACE, topic.title(), clock.millis()));
        return new Relocation(deed, List.of(from, to), home,
                all.stream().map(entry -> new Step(entry, home, key, key)).toList(),
                last ? List.of(goes, trace) : List.of(goes), lent(from, all), gift.to() == null ? to.fields() : null,
                List.of(new Tell(last ? TRACE : null, 0, Telling.of("moved-away", deed, to.party(), topic.title(), by,
                        gift.why())),
                        new Tell(key, 1, Telling.of("moved-here", deed, from.party(), topic.title(), by,
                                gift.why()))),
                false);
    }

    private Relocation entry(Gift gift, Topic topic, Whole from, Whole to, List<Entry> all, Entry entry, Author by) {
        HomeId home = new HomeId("h" + RandomIds.next());
        String key = topic.id().value();
        String title = TopicRows.title(entry);
        Deed deed = deed(gift, topic, from, to, home, title, List.of(entry), false, by);
        return new Relocation(deed, List.of(from, to), home, List.of(new Step(entry, home, key, OWN)),
                List.of(Matter.of(key, 0, 0, topic.home(), all).with(
                        all.stream().filter(other -> !other.equals(entry)).toList()),
                        Matter.begins(OWN, 1, home, TopicRows.of(List.of(entry)).orElse(null),
                                new Begin(key, Begin.As.PART, title, entry.at().toEpochMilli()))),
                lent(from, List.of(entry)), gift.to() == null ? to.fields() : null,
                List.of(new Tell(key, 0, Telling.of("moved-away", deed, to.party(), title, by, gift.why())),
                        new Tell(OWN, 1, Telling.of("moved-here", deed, from.party(), title, by, gift.why()))),
                false);
    }

    private Deed deed(Gift gift, Topic topic, Whole from, Whole to, HomeId home, String title, List<Entry> going,
            boolean whole, Author by) {
        return new Deed(new DeedId("g" + RandomIds.next()), NO_MARK_YET, Deed.Kind.MOVE, from.party(), to.party(),
                List.of(home), origin(from, going, topic.home()), Map.of(), by, clock.instant(), null,
                new Deed.Move(topic.id(), whole, topic.home(), null, gift.to() == null, title,
                        going.stream().collect(Collectors.toMap(Entry::id, Entry::home))));
    }

    /// Whom the homes are of that something leaves.
    private static Map<HomeId, CustomerId> origin(Whole from, List<Entry> going, HomeId home) {
        return Stream.concat(going.stream().map(Entry::home), Stream.of(home)).distinct().filter(
                from.homes()::containsKey).collect(
                        Collectors.toMap(Function.identity(), left -> Objects.requireNonNull(from.homes().get(left))));
    }

    /// What a promise or a handover refers to stays with it.
    private static boolean isBound(Entry entry) {
        EntryBody body = entry.body();
        return entry.promise() != null || body.event() != null || entry.carried() != null;
    }

    /// The addresses of the giver on which it was said.
    private List<String> lent(Whole from, List<Entry> going) {
        Set<String> theirs = customers.find(from.id()).stream().flatMap(found -> found.identities().stream()).map(
                Identity::id).collect(Collectors.toSet());
        return going.stream().flatMap(entry -> Stream.ofNullable(entry.body().address())).filter(
                theirs::contains).distinct().toList();
    }

    /// A customer who begins with what is given.
    private Whole begins(Whole from, @Nullable String name) {
        String id = RandomIds.next();
        boolean named = name != null && !name.isBlank();
        String called = named && name != null ? name.strip() : from.field("name");
        Instant now = clock.instant();
        return new Whole(new CustomerId("c" + id), new ConversationId("v" + id),
                Map.of("name", called, "named", named ? "1" : "0", "language", from.field("language"), "since",
                        Long.toString(now.toEpochMilli())),
                Map.of(), 0, null);
    }
}
