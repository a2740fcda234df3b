package dev.loper.visitor;

import dev.loper.channel.IntakeUnavailableException;
import dev.loper.channel.VisitorHandovers;
import dev.loper.channel.VisitorTimeline;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.Conversations;
import dev.loper.conversation.Entry;
import dev.loper.conversation.EntryBody;
import dev.loper.conversation.Timeline;
import dev.loper.customer.Customers;
import dev.loper.customer.Identity;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelKind;
import dev.loper.message.EntryId;
import dev.loper.message.Level;
import dev.loper.message.PromiseId;
import dev.loper.promise.PromiseCards;
import dev.loper.message.TopicId;
import dev.loper.redis.StoreUnavailableException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// A visitor's home thread, and nothing but that: not what merged with it, not what others wrote to the same customer.
/// Only a topic that its owner proved to be theirs, by a handover, is seen as a whole. What was said on this address and given
/// to another customer since is still seen here.
@Component
class StoredVisitorTimeline implements VisitorTimeline {

    private static final Comparator<EntryId> NEWEST_FIRST = Comparator.comparing(EntryId::value).reversed();

    private final Customers customers;
    private final Timeline timeline;
    private final Conversations conversations;
    private final RedisVisitorMarks marks;
    private final ObjectProvider<PromiseCards> promises;
    private final ObjectProvider<VisitorHandovers> handovers;

    StoredVisitorTimeline(Customers customers, Timeline timeline, Conversations conversations,
            RedisVisitorMarks marks, ObjectProvider<PromiseCards> promises,
            ObjectProvider<VisitorHandovers> handovers) {
        this.handovers = handovers;
        this.conversations = conversations;
        this.customers = customers;
        this.timeline = timeline;
        this.marks = marks;
        this.promises = promises;
    }

    @Override
    public Page page(ChannelAddress.Visitor visitor, @Nullable EntryId before, int limit) {
        return asked(() -> identity(visitor).map(identity -> {
            Conversation own = new Conversation(identity.conversation(), identity.customer(),
                    List.of(identity.home()));
            Map<EntryId, Entry> found = new TreeMap<>(NEWEST_FIRST);
            timeline.page(own, before, null, limit + 1).forEach(entry -> found.put(entry.id(), entry));
            followed(identity).ifPresent(given -> timeline.page(given, before, null, limit + 1).stream().filter(
                    entry -> isOwn(identity, entry)).forEach(entry -> found.put(entry.id(), entry)));
            Set<String> shown = shown(identity);
            seen(identity).forEach(topic -> whole(identity).ifPresent(
                    conversation -> timeline.page(conversation, before, topic, limit + 1).stream().filter(
                            entry -> isOpen(entry, shown)).forEach(entry -> found.put(entry.id(), entry))));
            return new Page(items(identity, found.values().stream().limit(limit).toList()), found.size() > limit);
        }).orElse(new Page(List.of(), false)));
    }

    @Override
    public Optional<Item> entry(ChannelAddress.Visitor visitor, EntryId entry) {
        return asked(() -> identity(visitor).flatMap(identity -> timeline.find(identity.home(), entry).or(
                () -> given(identity, entry)).or(() -> elsewhere(identity, entry)).map(
                        found -> items(identity, List.of(found)).getFirst())));
    }

    @Override
    public Optional<EntryId> readUpTo(ChannelAddress.Visitor visitor) {
        return asked(() -> marks.of(visitor));
    }

    private Optional<Identity> identity(ChannelAddress.Visitor visitor) {
        return customers.identity(visitor, Level.OBSERVED);
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (StoreUnavailableException e) {
            throw new IntakeUnavailableException("The store is away.", e);
        }
    }

    /// The topics this visitor may read as a whole. A proof is one of the address as it is known now.
    private static List<TopicId> seen(Identity identity) {
        return identity.level() == Level.VERIFIED ? identity.sees() : List.of();
    }

    /// What was said on a number that was only shown is nobody's to read elsewhere.
    private static boolean isOpen(Entry entry, Set<String> shown) {
        return entry.body().address() == null || !shown.contains(entry.body().address());
    }

    private Set<String> shown(Identity identity) {
        return seen(identity).isEmpty()
                ? Set.of()
                : customers.find(identity.customer()).map(customer -> customer.shown(identity.id())).orElse(Set.of());
    }

    /// The homes to which something was taken that was said on this address.
    private static Optional<Conversation> followed(Identity identity) {
        return identity.follows().isEmpty()
                ? Optional.empty()
                : Optional.of(new Conversation(identity.conversation(), identity.customer(), identity.follows()));
    }

    private Optional<Entry> given(Identity identity, EntryId entry) {
        return identity.follows().stream().flatMap(home -> timeline.find(home, entry).stream()).filter(
                found -> isOwn(identity, found)).findFirst();
    }

    /// Of such a home a visitor sees nothing but what came from them or went to them.
    private static boolean isOwn(Identity identity, Entry entry) {
        return identity.id().equals(entry.body().address());
    }

    private Optional<Conversation> whole(Identity identity) {
        return conversations.find(identity.conversation());
    }

    /// An entry of such a topic that is not in the visitor's own home.
    private Optional<Entry> elsewhere(Identity identity, EntryId entry) {
        return seen(identity).isEmpty()
                ? Optional.empty()
                : whole(identity).stream().flatMap(conversation -> conversation.homes().stream()).flatMap(
                        home -> timeline.find(home, entry).stream()).filter(
                                found -> seen(identity).contains(found.topic())
                                        && isOpen(found, shown(identity))).findFirst();
    }

    /// With the promises they say, and the handovers they offer, each read in one trip.
    private List<Item> items(Identity identity, List<Entry> entries) {
        Map<String, Instant> open = open(entries);
        PromiseCards cards = promises.getIfAvailable();
        List<PromiseId> said = entries.stream().flatMap(entry -> Stream.ofNullable(entry.promise())).map(
                PromiseId::new).distinct().toList();
        Map<PromiseId, PromiseCards.Card> known = cards == null || said.isEmpty() ? Map.of() : cards.of(said);
        return entries.stream().map(entry -> item(identity, entry, entry.promise() == null
                ? null
                : known.get(new PromiseId(entry.promise())), offered(entry, open))).toList();
    }

    private Map<String, Instant> open(List<Entry> entries) {
        VisitorHandovers known = handovers.getIfAvailable();
        List<String> offers = entries.stream().flatMap(entry -> offer(entry).stream()).distinct().toList();
        return known == null || offers.isEmpty() ? Map.of() : known.open(offers);
    }

    private static @Nullable Offered offered(Entry entry, Map<String, Instant> open) {
        return offer(entry).filter(open::containsKey).map(
                id -> new Offered(id, Objects.requireNonNull(open.get(id)))).orElse(null);
    }

    private static Optional<String> offer(Entry entry) {
        EntryBody.Event event = entry.body().event();
        return event == null || !event.kind().equals("handover-offered")
                ? Optional.empty()
                : Optional.ofNullable(event.handover()).map(EntryBody.HandoverRef::id);
    }

    private static Item item(Identity identity, Entry entry,
            PromiseCards.@Nullable Card card, @Nullable Offered offered) {
        EntryBody body = entry.body();
        return new Item(entry.id(), typeOf(body),
                body.channel() == null ? null : ChannelKind.of(body.channel()),
                body.account() == null ? null : new AccountId(body.account()), address(body.address()),
                body.providerId(), body.author(), body.text(), entry.at(), body.attachments(), entry.delivery(),
                seen(identity).contains(entry.topic()),
                card == null ? null : new Promised(card.state(), card.due(), card.says()), offered);
    }

    /// What is neither a message nor a note tells us something, and nobody else.
    private static Type typeOf(EntryBody body) {
        return switch (body.type()) {
            case "message" -> Type.MESSAGE;
            case "note" -> Type.NOTE;
            default -> Type.SYSTEM;
        };
    }

    /// A claimed address is no visitor's.
    private static @Nullable ChannelAddress address(@Nullable String identity) {
        return identity == null || identity.contains("/") ? null : ChannelAddress.ofKey(identity);
    }
}
