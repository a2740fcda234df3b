package dev.loper.sandbox.twilio;

import dev.loper.sandbox.SandboxSettings;
import dev.loper.sandbox.live.LiveFeed;
import dev.loper.sandbox.twilio.Twiml.Verb;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The telephone network seen from a phone: a call becomes the provider's webhooks, in their order, and what the product
/// answers is followed.
///
/// A second of TwiML lasts two and a half of the sandbox's paces, so that tests need not wait for it.
@Component
public class CallNetwork {

    private static final int MOST = 200;
    private static final String ERROR = "We are sorry, an application error has occurred. Goodbye.";

    private final Clock clock;
    private final SandboxSettings settings;
    private final Duration second;
    private final Sids sids;
    private final Webhooks webhooks;
    private final Recordings recordings;
    private final LiveFeed live;
    private final ConcurrentLinkedDeque<PhoneCall> calls = new ConcurrentLinkedDeque<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    CallNetwork(Clock clock, SandboxSettings settings, Sids sids, Webhooks webhooks, Recordings recordings,
            LiveFeed live) {
        this.clock = clock;
        this.settings = settings;
        this.second = settings.twilio().pace().multipliedBy(5).dividedBy(2);
        this.sids = sids;
        this.webhooks = webhooks;
        this.recordings = recordings;
        this.live = live;
    }

    /// A phone dials one of the product's numbers.
    public PhoneCall dial(String phone, SandboxSettings.Number to) {
        PhoneCall call = add(phone, to, false);
        threads.execute(() -> {
            run(call, settings.productUrl() + call.to().webhook());
            end(call, "completed", told(call.to()));
        });
        return call;
    }

    /// The product has a phone rung from one of its numbers. Whoever picks up is told what the address says.
    ///
    /// @param order what is to become of the call
    PhoneCall place(String phone, SandboxSettings.Number from, Order order) {
        PhoneCall call = add(phone, from, true);
        threads.execute(() -> {
            boolean answered = call.ring(phone, second.multipliedBy(order.timeout()));
            call.quiet();
            if (answered) {
                call.reach("in-progress");
                run(call, order.url());
            }
            end(call, answered ? "completed" : "no-answer", order.statusCallback());
        });
        return call;
    }

    /// @param statusCallback where the end is told; none tells nobody
    record Order(String url, @Nullable String statusCallback, int timeout) {}

    private PhoneCall add(String phone, SandboxSettings.Number number, boolean placed) {
        PhoneCall call = new PhoneCall(sids.next("CA"), phone, number, clock.instant(), placed, live::phoneChanged);
        calls.addFirst(call);
        while (calls.size() > MOST) {
            calls.removeLast();
        }
        return call;
    }

    private @Nullable String told(SandboxSettings.Number number) {
        String path = number.statusCallback();
        return path == null ? null : settings.productUrl() + path;
    }

    /// This phone's calls, and one that it is rung in now; the newest first.
    public List<PhoneCall> of(String phone) {
        return calls.stream().filter(call -> call.concerns(phone)).toList();
    }

    public void clear() {
        calls.forEach(PhoneCall::hangUp);
        calls.clear();
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /// Where a call goes on, and what is told there.
    private record Step(String url, Map<String, String> news) {}

    private void run(PhoneCall call, String url) {
        Step step = new Step(url, Map.of());
        while (step != null) {
            Webhooks.Asked asked = webhooks.ask(step.url(), form(call, step.news()));
            if (call.isOver()) {
                break;
            }
            call.reach("in-progress");
            step = follow(call, step.url(), asked);
        }
    }

    private @Nullable Step follow(PhoneCall call, String url, Webhooks.Asked asked) {
        if (!asked.result().arrived()) {
            call.hears(ERROR);
            call.notes("Loper did not answer with TwiML: " + asked.result());
            return null;
        }
        try {
            return play(call, url, Twiml.read(asked.body()));
        } catch (Twiml.RefusedException e) {
            call.hears(ERROR);
            call.notes(String.valueOf(e.getMessage()));
            return null;
        }
    }

    private @Nullable Step play(PhoneCall call, String url, List<Verb> verbs) {
        for (Verb verb : verbs) {
            if (call.isOver()) {
                return null;
            }
            Optional<Step> next = play(call, url, verb);
            if (next.isPresent()) {
                return next.get();
            }
            if (verb instanceof Verb.Hangup) {
                return null;
            }
        }
        return null;
    }

    private Optional<Step> play(PhoneCall call, String url, Verb verb) {
        switch (verb) {
            case Verb.Say say -> call.hears(say.text());
            case Verb.Pause pause -> Pause.of(second.multipliedBy(pause.seconds()));
            case Verb.Gather gather -> {
                return gather(call, url, gather);
            }
            case Verb.Dial dial -> {
                return dial(call, url, dial);
            }
            case Verb.Record record -> {
                return record(call, url, record);
            }
            case Verb.Redirect redirect -> {
                return Optional.of(new Step(redirect.url(), Map.of()));
            }
            case Verb.Hangup hangup -> {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<Step> gather(PhoneCall call, String url, Verb.Gather gather) {
        play(call, url, gather.beside());
        String digits = call.gather(gather.digits(), gather.finishOnKey(), second.multipliedBy(gather.timeout()));
        return digits.isEmpty() || call.isOver()
                ? Optional.empty()
                : Optional.of(new Step(or(gather.action(), url), Map.of("Digits", digits)));
    }

    /// The action is asked even when the caller hung up; what it answers is then not followed.
    private Optional<Step> dial(PhoneCall call, String url, Verb.Dial dial) {
        String leg = sids.next("CA");
        boolean answered = call.ring(dial.number(), second.multipliedBy(dial.timeout()));
        boolean gone = call.isOver();
        Instant begun = clock.instant();
        if (answered) {
            if (!dial.statusCallback().isEmpty() && dial.events().contains("answered")) {
                webhooks.post(dial.statusCallback(), leg(call, leg, dial));
            }
            call.talk();
        }
        call.quiet();
        Map<String, String> news = new LinkedHashMap<>();
        news.put("DialCallSid", leg);
        news.put("DialCallStatus", answered ? "completed" : gone ? "canceled" : "no-answer");
        if (answered) {
            news.put("DialCallDuration", String.valueOf(Math.max(1,
                    Duration.between(begun, clock.instant()).toSeconds())));
        }
        if (dial.action().isEmpty()) {
            return Optional.empty();
        }
        if (call.isOver()) {
            news.put("CallStatus", "completed");
        }
        return Optional.of(new Step(or(dial.action(), url), news));
    }

    private Optional<Step> record(PhoneCall call, String url, Verb.Record record) {
        int seconds = Math.min(call.record(second.multipliedBy(record.timeout())), record.maxLength());
        if (seconds == 0) {
            return Optional.empty();
        }
        String sid = recordings.keep(seconds);
        Map<String, String> news = new LinkedHashMap<>();
        news.put("RecordingSid", sid);
        news.put("RecordingUrl", "https://api.twilio.com/2010-04-01/Accounts/" + settings.twilio().accountSid()
                + "/Recordings/" + sid);
        news.put("RecordingDuration", String.valueOf(seconds));
        if (!record.statusCallback().isEmpty()) {
            Map<String, String> ready = form(call, news);
            ready.put("RecordingStatus", "completed");
            threads.execute(() -> {
                Pause.of(second);
                webhooks.post(record.statusCallback(), ready);
            });
        }
        if (call.isOver()) {
            news.put("Digits", "hangup");
            news.put("CallStatus", "completed");
        }
        return Optional.of(new Step(or(record.action(), url), news));
    }

    private void end(PhoneCall call, String how, @Nullable String status) {
        call.end(how, clock.instant());
        if (status != null) {
            webhooks.post(status, form(call, Map.of("CallDuration",
                    String.valueOf(call.seconds()))));
        }
    }

    private Map<String, String> form(PhoneCall call, Map<String, String> news) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("CallSid", call.sid());
        form.put("AccountSid", settings.twilio().accountSid());
        form.put("ApiVersion", "2010-04-01");
        String ours = call.to().address();
        form.put("Direction", call.placed() ? "outbound-api" : "inbound");
        form.put("From", call.placed() ? ours : call.from());
        form.put("Caller", form.get("From"));
        form.put("To", call.placed() ? call.from() : ours);
        form.put("Called", form.get("To"));
        form.put("CallStatus", call.status());
        form.putAll(news);
        return form;
    }

    private Map<String, String> leg(PhoneCall call, String leg, Verb.Dial dial) {
        Map<String, String> form = form(call, Map.of("CallSid", leg, "ParentCallSid", call.sid(), "Direction",
                "outbound-dial", "CallStatus", "in-progress"));
        form.put("From", or(dial.callerId(), call.from()));
        form.put("To", dial.number());
        return form;
    }

    private static String or(String given, String usual) {
        return given.isEmpty() ? usual : given;
    }
}
