package dev.loper.identity;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.Set;
import dev.loper.conversation.Added;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.conversation.Appended;
import dev.loper.conversation.Entry;
import dev.loper.conversation.Rig;
import dev.loper.conversation.Topic;
import dev.loper.customer.Identity;
import dev.loper.message.ChannelAddress;
import dev.loper.message.CustomerId;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.Level;
import dev.loper.message.PersonId;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// One generated history: what it does next is decided by its seed alone.
final class History {

    private static final List<ChannelAddress> ADDRESSES = IntStream.range(0, 7).<ChannelAddress>mapToObj(
            i -> i % 3 == 2
                    ? new ChannelAddress.Email("p" + i + "@example.com")
                    : new ChannelAddress.Phone("+3161234560" + i)).toList();

    private final Together together;
    private final Rig rig;
    private final Random random;
    private final Model model = new Model();
    private final Recomputed recomputed;
    private final List<String> log = new ArrayList<>();
    private final List<Given.Message> sent = new ArrayList<>();
    private final Map<DeedId, Runnable> undoings = new HashMap<>();
    private final List<Deed> deeds = new ArrayList<>();
    private final Hanging hanging;
    private final List<String> promised = new ArrayList<>();
    private int words;

    History(RedisServer.Fresh fresh, long seed) {
        together = new Together(fresh);
        rig = together.rig;
        random = new Random(seed);
        hanging = new Hanging(fresh);
        recomputed = new Recomputed(rig);
        model.exists = this::exists;
    }

    /// Whoever gave everything back leads to whom they gave it.
    private boolean exists(CustomerId begun) {
        CustomerId today = model.today(begun);
        return rig.customer(today).id().equals(today) && !rig.topicsOf(today).isEmpty();
    }

    List<String> log() {
        return log;
    }

    /// Does the next thing, and says what it was.
    String step() {
        int dice = random.nextInt(100);
        String did = model.origin.size() < 3 || dice < 30
                ? says()
                : dice < 36
                        ? repeats()
                        : dice < 46
                                ? answers()
                                : dice < 52
                                        ? notes()
                                        : dice < 60
                                                ? changesTopic()
                                                : dice < 66
                                                        ? movesEntry()
                                                        : dice < 72 ? gives() : later(dice);
        log.add(log.size() + ": " + did);
        return did;
    }

    private String later(int dice) {
        return dice < 75
                ? answersWhereItWasGiven()
                : dice < 83
                        ? merges()
                        : dice < 86 ? mergesAndUndoesAtOnce() : dice < 90 ? detaches() : undoes();
    }

    private String says() {
        ChannelAddress address = one(ADDRESSES);
        String text = "w" + words++;
        Given.Message message = (address instanceof ChannelAddress.Email ? Given.mail() : Given.sms()).from(
                address).saying(text);
        if (random.nextInt(8) == 0) {
            message.automatic();
        }
        sent.add(message);
        Appended.Stored stored = rig.says(message);
        model.says(address, rig.customerOf(address), text);
        return address + " says " + text + " in " + stored.topic();
    }

    private String repeats() {
        Given.Message message = one(sent);
        assertThat(rig.inbound.append(message.build())).isInstanceOf(Appended.Repeat.class);
        return "a webhook comes again";
    }

    private String answers() {
        ChannelAddress address = one(model.origin.keySet());
        Topic topic = one(rig.topicsOf(model.owner(address)));
        String text = "w" + words++;
        Added.Stored said = (Added.Stored) rig.answers(topic.id(), address, text);
        model.says(address, model.originOf(address), text);
        if (random.nextInt(3) == 0) {
            promised.add("p" + promised.size());
            hanging.promise(promised.getLast(), topic.id(), said);
        }
        return "we answer " + text + " to " + address + " in " + topic.id();
    }

    private String notes() {
        Topic topic = one(rig.topicsOf(one(model.everybody())));
        rig.notes(topic.id(), "note " + words++);
        return "a note in " + topic.id();
    }

    private String changesTopic() {
        CustomerId customer = one(model.everybody());
        Topic topic = one(rig.topicsOf(customer));
        var conversation = rig.conversationOf(customer);
        switch (random.nextInt(4)) {
            case 0 -> rig.commands.resolve(conversation, topic.id(), Rig.LOTTE);
            case 1 -> rig.commands.reopen(conversation, topic.id(), Rig.LOTTE);
            case 2 -> rig.commands.assign(conversation, topic, new PersonId("p-lotte"), "Lotte", Rig.LOTTE);
            default -> rig.commands.snooze(conversation, topic.id(), Instant.parse("2100-01-01T00:00:00Z"), Rig.LOTTE);
        }
        return "the topic " + topic.id() + " changes";
    }

    private String movesEntry() {
        CustomerId customer = one(model.everybody());
        // What was promised in it goes along.
        List<Entry> messages = messagesOf(customer);
        if (messages.isEmpty()) {
            return customer + " has said nothing that could move";
        }
        Entry entry = one(messages);
        List<Topic> topics = rig.topicsOf(customer);
        Topic to = random.nextInt(4) == 0 ? null : one(topics);
        rig.mover.move(rig.conversationOf(customer), entry.id(), to == null ? null : to.id(), null);
        return "the entry " + entry.id() + " moves to " + (to == null ? "a new topic" : to.id());
    }

    /// A promise is where its sentence is, and nowhere else, whoever was joined or taken apart meanwhile.
    private void promisesAreWhereTheyWereTold(Map<EntryId, TopicId> topics) {
        Map<String, TopicId> expected = promised.stream().collect(Collectors.toMap(Function.identity(),
                promise -> Objects.requireNonNull(topics.get(hanging.sentence(promise)))));
        assertThat(promised.stream().collect(Collectors.toMap(Function.identity(), hanging::topicOfPromise))).as(
                "what promises say").isEqualTo(expected);
        Map<String, TopicId> listed = new HashMap<>();
        topics.values().stream().distinct().forEach(topic -> hanging.promisesIn(topic).forEach(
                promise -> assertThat(listed.put(promise, topic)).as("%s is in two topics", promise).isNull()));
        assertThat(listed).as("what topics list").isEqualTo(expected);
    }

    /// Messages that may go to somebody else alone: no promise hangs on them.
    private List<Entry> freeMessagesOf(CustomerId customer) {
        Set<EntryId> bound = promised.stream().map(hanging::sentence).collect(Collectors.toSet());
        return messagesOf(customer).stream().filter(message -> !bound.contains(message.id())).toList();
    }

    private List<Entry> messagesOf(CustomerId customer) {
        return rig.entriesOf(customer).stream().filter(found -> found.body().type().equals("message")).toList();
    }

    /// A topic or a message goes to somebody else, or to somebody new.
    private String gives() {
        CustomerId customer = one(model.everybody());
        CustomerId to = random.nextInt(3) == 0 ? null : one(model.everybody());
        List<Entry> messages = messagesOf(customer);
        List<Entry> free = freeMessagesOf(customer);
        boolean whole = free.isEmpty() || random.nextBoolean();
        Entry entry = whole ? null : one(free);
        TopicId topic = entry == null ? one(rig.topicsOf(customer)).id() : entry.topic();
        Done done = together.give(topic, entry == null ? null : entry.id(), to);
        if (customer.equals(to)) {
            assertThat(done).isInstanceOf(Done.Refused.class);
            return customer + " has it already";
        }
        Deed deed = ((Done.Now) done).deed();
        Map<EntryId, HomeId> gone = Objects.requireNonNull(deed.move()).entries();
        if (to == null) {
            model.begun.add(deed.to().id());
        }
        messages.stream().filter(message -> gone.containsKey(message.id())).forEach(
                message -> model.gives(message.body().text(), deed.id(), deed.to().id()));
        remember(deed, () -> {});
        return (whole ? "the topic " : "an entry of ") + topic + " goes from " + customer + " to " + deed.to().id()
                + " by " + deed.id();
    }

    /// We answer on an address that is another customer's.
    private String answersWhereItWasGiven() {
        List<Deed> given = deeds.stream().filter(deed -> deed.kind() == Deed.Kind.MOVE
                && undoings.containsKey(deed.id())).toList();
        for (Deed deed : given) {
            HomeId home = deed.homes().getFirst();
            CustomerId has = model.today(deed.to().id());
            Optional<Identity> lent = rig.customer(has).identities().stream().filter(
                    identity -> identity.home().equals(home)).findFirst();
            Optional<Topic> topic = Objects.requireNonNull(deed.move()).topic().flatMap(rig.topics::find).filter(
                    found -> found.customer().equals(has));
            if (lent.isPresent() && topic.isPresent()) {
                String text = "w" + words++;
                rig.answersIn(rig.conversationOf(has), topic.get().id(), lent.get(), text);
                ChannelAddress address = lent.get().address();
                model.says(address, model.originOf(address), text);
                model.gives(text, deed.id(), deed.to().id());
                return "we answer " + text + " to " + address + " in " + topic.get().id() + ", which was given";
            }
        }
        return "nothing was given";
    }

    /// What had gone returns, with what was said since in the topic that went; what was put into another topic stays.
    private void returned(Deed deed, Map<String, TopicId> before) {
        Deed.Move move = Objects.requireNonNull(deed.move());
        Map<String, EntryId> ids = new HashMap<>();
        model.everybody().forEach(customer -> messagesOf(customer).forEach(
                message -> ids.put(message.body().text(), message.id())));
        model.given.forEach((text, moves) -> {
            boolean inIt = move.entries().containsKey(ids.get(text))
                    || move.topic().filter(topic -> topic.equals(before.get(text))).isPresent();
            if (!moves.isEmpty() && moves.getLast().move().equals(deed.id()) && inIt) {
                moves.removeLast();
            }
        });
    }

    private String merges() {
        CustomerId into = one(model.everybody());
        CustomerId with = one(model.everybody());
        Done done = together.merges.merge(into, with, Map.of(), Rig.LOTTE);
        if (into.equals(with)) {
            assertThat(done).isInstanceOf(Done.Already.class);
            return into + " is joined to themselves";
        }
        Deed deed = ((Done.Now) done).deed();
        model.into.put(with, into);
        remember(deed, () -> model.into.remove(with));
        return with + " is joined to " + into + " by " + deed.id();
    }

    private String mergesAndUndoesAtOnce() {
        List<CustomerId> two = new ArrayList<>(model.everybody());
        if (two.size() < 2) {
            return "nobody is left to be joined";
        }
        Collections.shuffle(two, random);
        Snapshot before = Snapshot.of(rig, two);
        together.undo(together.merge(two.get(0), two.get(1)));
        assertThat(Snapshot.of(rig, two)).isEqualTo(before);
        return two.get(1) + " is joined to " + two.get(0) + " and taken apart at once";
    }

    private String detaches() {
        CustomerId customer = one(model.everybody());
        List<ChannelAddress> addresses = model.addressesOf(customer);
        if (addresses.isEmpty()) {
            return customer + " has no address";
        }
        ChannelAddress address = one(addresses);
        Done done = together.detachments.detach(customer, List.of(address.key()), null, Rig.LOTTE);
        if (addresses.size() == 1) {
            assertThat(done).isInstanceOf(Done.Refused.class);
            return address + " stays, it is the only one";
        }
        Deed deed = ((Done.Now) done).deed();
        CustomerId before = model.originOf(address);
        model.origin.put(address, deed.to().id());
        remember(deed, () -> model.origin.replace(address, deed.to().id(), before));
        return address + " is detached from " + customer + " by " + deed.id();
    }

    private String undoes() {
        if (deeds.isEmpty()) {
            return "there is nothing to undo";
        }
        Deed deed = one(deeds);
        Map<String, TopicId> before = new HashMap<>();
        model.everybody().forEach(customer -> messagesOf(customer).forEach(
                message -> before.put(message.body().text(), message.topic())));
        Done done = together.undo(deed);
        Runnable undoing = undoings.get(deed.id());
        if (undoing == null) {
            assertThat(done).isInstanceOf(Done.Already.class);
            return deed.id() + " was undone already";
        }
        if (deed.kind() == Deed.Kind.DETACH && model.today(deed.to().id()).equals(model.today(
                deed.origin().values().iterator().next()))) {
            assertThat(done).isInstanceOf(Done.Refused.class);
            return deed.id() + " cannot be undone: both are one again";
        }
        if (deed.kind() == Deed.Kind.MOVE && done instanceof Done.Refused refused) {
            assertThat(refused.reason()).isIn("moved-on", "together-again");
            return deed.id() + " cannot be undone: " + refused.reason();
        }
        assertThat(done).isInstanceOf(Done.Now.class);
        if (deed.kind() == Deed.Kind.MOVE) {
            returned(deed, before);
        }
        undoings.remove(deed.id());
        undoing.run();
        return deed.id() + " is undone";
    }

    private void remember(Deed deed, Runnable undoing) {
        deeds.add(deed);
        undoings.put(deed.id(), undoing);
    }

    /// Compares the store with the model, and what is kept with what it would be computed anew.
    void check() {
        Map<String, CustomerId> readable = new HashMap<>();
        Map<EntryId, TopicId> topics = new HashMap<>();
        for (CustomerId customer : model.everybody()) {
            List<Entry> timeline = rig.entriesOf(customer);
            timeline.forEach(entry -> topics.put(entry.id(), entry.topic()));
            assertThat(timeline.stream().map(Entry::id).map(EntryId::value)).isSorted().doesNotHaveDuplicates();
            timeline.stream().filter(entry -> entry.body().type().equals("message")).forEach(
                    entry -> assertThat(readable.put(entry.body().text(), customer)).as("twice readable").isNull());
            timeline.forEach(entry -> assertThat(rig.topics.find(entry.topic())).map(Topic::customer).as(
                    "the topic of %s", entry.id()).contains(customer));
        }
        Map<String, CustomerId> expected = new HashMap<>();
        model.said.forEach((address, texts) -> texts.forEach(
                text -> expected.put(text, model.today(model.originOf(address, text)))));
        assertThat(readable).isEqualTo(expected);
        model.origin.keySet().forEach(address -> {
            assertThat(rig.customers.identity(address, Level.OBSERVED).orElseThrow().customer()).isEqualTo(
                    model.owner(address));
            assertThat(rig.customer(model.originOf(address)).id()).as("an old id of %s", address).isEqualTo(
                    model.owner(address));
        });
        model.everybody().forEach(customer -> assertThat(rig.customer(customer).identities()).filteredOn(
                this::isTheirOwn).extracting(
                        identity -> identity.address()).containsExactlyInAnyOrderElementsOf(
                                model.addressesOf(customer)));
        recomputed.check(model.everybody());
        promisesAreWhereTheyWereTold(topics);
    }

    /// Not lent to them with something that was given.
    private boolean isTheirOwn(Identity identity) {
        return rig.customers.byField(identity.id()).filter(
                kept -> kept.home().equals(identity.home())).isPresent();
    }

    private <T> T one(java.util.Collection<T> all) {
        List<T> list = List.copyOf(all);
        return list.get(random.nextInt(list.size()));
    }
}
