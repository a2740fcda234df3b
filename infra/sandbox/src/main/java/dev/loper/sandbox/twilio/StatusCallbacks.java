package dev.loper.sandbox.twilio;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.loper.sandbox.SandboxSettings;
import dev.loper.sandbox.live.LiveFeed;
import jakarta.annotation.PreDestroy;

import org.springframework.stereotype.Component;

/// Posts every new state of a message to the StatusCallback it was sent with, one message's states in order.
///
/// Source: https://www.twilio.com/docs/messaging/guides/track-outbound-message-status
@Component
class StatusCallbacks {

    private final SandboxSettings.Twilio account;
    private final Webhooks webhooks;
    private final Faults faults;
    private final LiveFeed live;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, CompletableFuture<Void>> lastOf = new ConcurrentHashMap<>();

    StatusCallbacks(SandboxSettings settings, Webhooks webhooks, Faults faults, LiveFeed live) {
        this.account = settings.twilio();
        this.webhooks = webhooks;
        this.faults = faults;
        this.live = live;
    }

    void tell(Message message) {
        live.phoneChanged(TextNetwork.bare(message.customer()));
        String url = message.statusCallback();
        if (url == null || faults.plan().dropStatusCallbacks()) {
            return;
        }
        Map<String, String> form = form(message);
        CompletableFuture<Void> mine = lastOf.compute(message.sid(), (sid, last) -> {
            CompletableFuture<Void> before = last == null ? CompletableFuture.completedFuture(null) : last;
            return before.thenRunAsync(() -> webhooks.post(url, form), threads);
        });
        mine.whenComplete((nothing, failure) -> lastOf.remove(message.sid(), mine));
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    private Map<String, String> form(Message message) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("SmsSid", message.sid());
        form.put("SmsStatus", message.status().wire());
        form.put("MessageStatus", message.status().wire());
        form.put("To", message.to());
        form.put("MessageSid", message.sid());
        form.put("AccountSid", account.accountSid());
        form.put("From", message.from());
        form.put("ApiVersion", "2010-04-01");
        if (message.serviceSid() != null) {
            form.put("MessagingServiceSid", message.serviceSid());
        }
        if (message.errorCode() != null) {
            form.put("ErrorCode", String.valueOf(message.errorCode()));
        }
        if (message.whatsapp()) {
            form.put("ChannelPrefix", "whatsapp");
            form.put("ChannelToAddress", TextNetwork.bare(message.to()));
            form.put("StructuredMessage", "false");
            if (message.status() == Status.READ || message.status() == Status.DELIVERED) {
                form.put("EventType", message.status().name());
            }
        }
        return form;
    }
}
