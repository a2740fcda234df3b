package dev.loper.channel.webchat;

import dev.loper.channel.DeadLetters;
import dev.loper.channel.DeliveryReceipts;
import dev.loper.channel.Intake;
import dev.loper.channel.IntakeUnavailableException;
import dev.loper.channel.VisitorDetails;
import dev.loper.channel.VisitorNews;
import dev.loper.channel.VisitorTimeline;
import dev.loper.message.AccountId;
import dev.loper.message.Attachment;
import dev.loper.message.Author;
import dev.loper.message.ChannelAddress.Visitor;
import dev.loper.message.ChannelKind;
import dev.loper.message.ChannelMessage;
import dev.loper.message.Delivery;
import dev.loper.message.EntryId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/// The store as the chat sees it, in memory: home threads by visitor, and every port the chat asks for.
class FakeStore implements Intake, VisitorTimeline, VisitorDetails, DeliveryReceipts, DeadLetters {

    /// What happens before a message is stored: nothing, or what a test says.
    volatile Runnable beforeAccept = () -> {};
    /// What happens between the reading of a page and its use.
    volatile Runnable afterPage = () -> {};
    volatile boolean away;
    /// Takes the messages in instead of this, if a test says so.
    volatile @Nullable Intake instead;
    final List<ChannelMessage> accepted = new CopyOnWriteArrayList<>();
    final List<DeliveryReceipt> receipts = new CopyOnWriteArrayList<>();
    final Map<Visitor, List<Claim>> claims = new ConcurrentHashMap<>();
    final List<String> dead = new CopyOnWriteArrayList<>();
    final Map<Visitor, EntryId> read = new ConcurrentHashMap<>();
    private final Map<Visitor, TreeMap<String, Item>> threads = new ConcurrentHashMap<>();
    private final Map<String, Receipt> first = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger(1000);
    private final ObjectProvider<VisitorNews> news;

    FakeStore(ObjectProvider<VisitorNews> news) {
        this.news = news;
    }

    @Override
    public Receipt accept(ChannelMessage message) {
        beforeAccept.run();
        check();
        return instead == null ? append(message) : instead.accept(message);
    }

    private Receipt append(ChannelMessage message) {
        Receipt before = first.get(message.account() + ":" + message.providerId());
        if (before != null) {
            return new Receipt(before.entry(), before.at(), true);
        }
        accepted.add(message);
        Visitor visitor = (Visitor) message.from();
        Item item = new Item(newId(), Type.MESSAGE, message.channel(), message.account(), visitor,
                message.providerId(), new Author(Author.Kind.CUSTOMER, "c1", message.fromName()), message.text(),
                Instant.now(), message.attachments(), null, null);
        Receipt receipt = new Receipt(item.id(), item.at(), false);
        first.put(message.account() + ":" + message.providerId(), receipt);
        put(visitor, item);
        return receipt;
    }

    /// An answer of Lotte's in this visitor's thread.
    EntryId answer(Visitor visitor, String text, Delivery delivery, Attachment... files) {
        EntryId id = newId();
        put(visitor, answerItem(visitor, id, text, delivery, List.of(files)));
        return id;
    }

    void deliver(Visitor visitor, EntryId id, Delivery delivery) {
        Item old = entry(visitor, id).orElseThrow();
        put(visitor, answerItem(visitor, id, old.text(), delivery, old.attachments()));
    }

    private static Item answerItem(Visitor visitor, EntryId id, String text, Delivery delivery,
            List<Attachment> files) {
        return new Item(id, Type.MESSAGE, ChannelKind.CHAT, new AccountId("chat-web"), visitor, id.value(),
                new Author(Author.Kind.AGENT, "p1", "Lotte"), text, Instant.now(), files, delivery, null);
    }

    EntryId newId() {
        return new EntryId(Integer.toString(ids.incrementAndGet()));
    }

    /// Puts any entry into a visitor's home thread, and tells.
    void put(Visitor visitor, Item item) {
        TreeMap<String, Item> thread = threads.computeIfAbsent(visitor, key -> new TreeMap<>());
        synchronized (thread) {
            thread.put(item.id().value(), item);
        }
        news.getObject().entryChanged(visitor, item.id());
    }

    @Override
    public Page page(Visitor visitor, @Nullable EntryId before, int limit) {
        check();
        Page page = snapshot(visitor, before, limit);
        afterPage.run();
        return page;
    }

    private Page snapshot(Visitor visitor, @Nullable EntryId before, int limit) {
        TreeMap<String, Item> thread = threads.getOrDefault(visitor, new TreeMap<>());
        synchronized (thread) {
            List<Item> older = new ArrayList<>(
                    (before == null ? thread : thread.headMap(before.value(), false)).descendingMap().values());
            return new Page(older.stream().limit(limit).toList(), older.size() > limit);
        }
    }

    @Override
    public Optional<Item> entry(Visitor visitor, EntryId entry) {
        check();
        return Optional.ofNullable(threads.getOrDefault(visitor, new TreeMap<>()).get(entry.value()));
    }

    @Override
    public Optional<EntryId> readUpTo(Visitor visitor) {
        check();
        return Optional.ofNullable(read.get(visitor));
    }

    @Override
    public void claim(AccountId account, Visitor visitor, Claim claim) {
        check();
        claims.computeIfAbsent(visitor, key -> new CopyOnWriteArrayList<>()).add(claim);
    }

    @Override
    public Optional<String> name(Visitor visitor) {
        check();
        return claims.getOrDefault(visitor, List.of()).stream().flatMap(
                claim -> Stream.ofNullable(claim.name())).reduce(
                        (older, newer) -> newer);
    }

    @Override
    public Outcome record(DeliveryReceipt receipt) {
        check();
        receipts.add(receipt);
        return Outcome.RECORDED;
    }

    @Override
    public void keep(AccountId account, ChannelKind channel, @Nullable String providerId, byte[] raw,
            Map<String, String> headers, String reason) {
        check();
        dead.add(new String(raw, java.nio.charset.StandardCharsets.UTF_8));
    }

    private void check() {
        if (away) {
            throw new IntakeUnavailableException("The store is away.");
        }
    }
}
