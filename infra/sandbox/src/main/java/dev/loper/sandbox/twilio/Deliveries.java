package dev.loper.sandbox.twilio;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.loper.sandbox.SandboxSettings;
import jakarta.annotation.PreDestroy;

import org.springframework.stereotype.Component;

/// Carries an accepted message to the phone: queued → sent → delivered, or failed with the network's reason.
@Component
class Deliveries {

    private final Clock clock;
    private final Duration pace;
    private final Sids sids;
    private final MessageStore store;
    private final MediaFetch media;
    private final WhatsAppWindow window;
    private final Faults faults;
    private final StatusCallbacks callbacks;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Deliveries(Clock clock, SandboxSettings settings, Sids sids, MessageStore store, MediaFetch media,
            WhatsAppWindow window, Faults faults, StatusCallbacks callbacks) {
        this.clock = clock;
        this.pace = settings.twilio().pace();
        this.sids = sids;
        this.store = store;
        this.media = media;
        this.window = window;
        this.faults = faults;
        this.callbacks = callbacks;
    }

    Message accept(SendRequest send, Verdict.Fine fine) {
        Instant now = clock.instant();
        Message message = store.add(new Message(sids.next(send.mediaUrls().isEmpty() ? "SM" : "MM"),
                Direction.OUTBOUND, fine.from().address(), fine.to(), fine.body(), send.mediaUrls(), List.of(),
                Status.QUEUED, null, now, null, now, send.statusCallback(), send.serviceSid(), send.contentSid(), null,
                null));
        Optional<Faults.Fail> failure = faults.nextFailure();
        threads.execute(() -> carry(message, failure));
        return message;
    }

    /// The person has looked at the thread: every delivered WhatsApp message of the account there becomes read.
    void read(String customer, String business) {
        List<Message> unread = store.all(message -> message.status() == Status.DELIVERED && message.whatsapp()
                && message.direction() == Direction.OUTBOUND && message.to().equals(customer)
                && message.from().equals(business));
        unread.forEach(message -> reach(message, Status.READ));
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    private void carry(Message message, Optional<Faults.Fail> failure) {
        callbacks.tell(message);
        if (!Pause.of(pace)) {
            return;
        }
        Optional<Integer> refusal = failure.filter(fail -> fail.outcome() == Status.FAILED).map(Faults.Fail::code).or(
                () -> closedWindow(message)).or(() -> fetchMedia(message));
        if (refusal.isPresent()) {
            fail(message, Status.FAILED, refusal.get());
            return;
        }
        reach(message, Status.SENT);
        if (!Pause.of(pace)) {
            return;
        }
        if (failure.isPresent()) {
            fail(message, Status.UNDELIVERED, failure.get().code());
        } else {
            reach(message, Status.DELIVERED);
        }
    }

    private Optional<Integer> closedWindow(Message message) {
        boolean closed = message.whatsapp() && message.contentSid() == null
                && !window.open(message.customer(), message.business());
        return closed ? Optional.of(63016) : Optional.empty();
    }

    private Optional<Integer> fetchMedia(Message message) {
        List<MediaItem> fetched = new ArrayList<>();
        for (String url : message.mediaUrls()) {
            switch (media.fetch(url, message.whatsapp())) {
                case MediaFetch.Fetched one -> fetched.add(one.item());
                case MediaFetch.Failed failed -> {
                    return Optional.of(failed.code());
                }
            }
        }
        store.change(message.sid(), stored -> stored.carrying(List.copyOf(fetched)));
        return Optional.empty();
    }

    private void reach(Message message, Status next) {
        store.change(message.sid(), stored -> stored.reached(next, clock.instant())).ifPresent(callbacks::tell);
    }

    private void fail(Message message, Status next, int code) {
        store.change(message.sid(), stored -> stored.failed(next, code, clock.instant())).ifPresent(callbacks::tell);
    }
}
