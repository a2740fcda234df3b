package dev.loper.sandbox.twilio;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.loper.sandbox.SandboxSettings;
import dev.loper.sandbox.live.LiveFeed;
import jakarta.annotation.PreDestroy;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The mobile network seen from a phone: what goes in here reaches the product as a webhook of the provider.
@Component
public class TextNetwork {

    private static final String WHATSAPP = "whatsapp:";

    private final Clock clock;
    private final Sids sids;
    private final MessageStore store;
    private final MediaStore media;
    private final Inbound inbound;
    private final Deliveries deliveries;
    private final WhatsAppWindow window;
    private final OptOuts optOuts;
    private final LiveFeed live;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Arrivals arrivals = new Arrivals();

    TextNetwork(Clock clock, Sids sids, MessageStore store, MediaStore media, Inbound inbound, Deliveries deliveries,
            WhatsAppWindow window, OptOuts optOuts, LiveFeed live) {
        this.clock = clock;
        this.sids = sids;
        this.store = store;
        this.media = media;
        this.inbound = inbound;
        this.deliveries = deliveries;
        this.window = window;
        this.optOuts = optOuts;
        this.live = live;
    }

    /// What somebody types into a phone; `repliedTo` is the message they answer (WhatsApp only).
    public record Typed(String text, List<File> files, @Nullable String repliedTo, @Nullable String profileName) {}

    /// A picture or file from the phone.
    public record File(byte[] content, String contentType) {}

    /// A message that has left the phone, and how its webhook will have ended.
    public record Gone(Message message, CompletableFuture<WebhookResult> webhook) {}

    /// Whether a number could be somebody's.
    public static boolean isNumber(String number) {
        return SendChecks.NUMBER.matcher(number).matches();
    }

    /// An address without `whatsapp:`.
    public static String bare(String address) {
        return address.startsWith(WHATSAPP) ? address.substring(WHATSAPP.length()) : address;
    }

    public Gone send(String phone, SandboxSettings.Number to, Typed typed) {
        List<MediaItem> items = new ArrayList<>();
        for (File file : typed.files()) {
            items.add(media.keep(file.content(), file.contentType()));
        }
        Instant now = clock.instant();
        Message message = store.add(new Message(sids.next(items.isEmpty() ? "SM" : "MM"), Direction.INBOUND,
                to.whatsapp() ? WHATSAPP + phone : phone, to.address(), typed.text(), List.of(), List.copyOf(items),
                Status.RECEIVED, null, now, now, now, null, null, null, to.whatsapp() ? typed.repliedTo() : null,
                to.whatsapp() ? typed.profileName() : null));
        window.hear(message);
        optOuts.hear(message);
        live.phoneChanged(phone);
        return new Gone(message, post(to, message));
    }

    /// Posts the webhook of an earlier message once more, as providers sometimes do.
    public Gone repeat(SandboxSettings.Number to, Message message) {
        return new Gone(message, post(to, message));
    }

    public Optional<Message> find(String sid) {
        return store.find(sid);
    }

    /// How the webhook of a message from a phone ended; empty while it is under way.
    public Optional<WebhookResult> arrival(String sid) {
        return arrivals.of(sid);
    }

    public Optional<byte[]> media(String sid) {
        return media.read(sid).map(MediaStore.File::content);
    }

    /// Everything this phone sent and received, oldest first, SMS and WhatsApp.
    public List<Message> messagesOf(String phone) {
        return store.all(message -> bare(message.customer()).equals(phone) && hasArrived(message));
    }

    /// The numbers that sent or received anything.
    public List<String> phones() {
        return store.all(TextNetwork::hasArrived).stream().map(message -> bare(message.customer())).distinct().toList();
    }

    public void read(String phone, SandboxSettings.Number number) {
        deliveries.read(WHATSAPP + phone, number.address());
    }

    public Optional<Instant> windowEnd(String phone, SandboxSettings.Number number) {
        return window.end(WHATSAPP + phone, number.address());
    }

    public void openWindow(String phone, SandboxSettings.Number number) {
        window.begin(WHATSAPP + phone, number.address());
        live.phoneChanged(phone);
    }

    public void closeWindow(String phone, SandboxSettings.Number number) {
        window.close(WHATSAPP + phone, number.address());
        live.phoneChanged(phone);
    }

    public void clear(String phone) {
        store.removeIf(message -> bare(message.customer()).equals(phone));
        live.phoneChanged(phone);
    }

    public void clear() {
        store.removeIf(message -> true);
        window.clear();
        optOuts.clear();
        live.everythingChanged();
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    private CompletableFuture<WebhookResult> post(SandboxSettings.Number to, Message message) {
        return CompletableFuture.supplyAsync(() -> {
            WebhookResult result = inbound.post(to, message);
            arrivals.note(message.sid(), result);
            live.phoneChanged(bare(message.customer()));
            return result;
        }, threads);
    }

    private static boolean hasArrived(Message message) {
        return switch (message.status()) {
            case RECEIVED, DELIVERED, READ -> true;
            case QUEUED, SENT, FAILED, UNDELIVERED -> false;
        };
    }
}
