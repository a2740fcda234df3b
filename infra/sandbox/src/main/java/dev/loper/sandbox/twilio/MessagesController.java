package dev.loper.sandbox.twilio;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.loper.sandbox.SandboxSettings;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The Messages resource of the provider's API: send, list, fetch, delete.
///
/// Source: https://www.twilio.com/docs/messaging/api/message-resource
@RestController
@RequestMapping("/2010-04-01/Accounts/{account}")
class MessagesController {

    /// Longer than any client of the product waits.
    private static final Duration FOREVER = Duration.ofSeconds(60);

    private final SandboxSettings.Twilio account;
    private final SendChecks checks;
    private final Deliveries deliveries;
    private final MessageStore store;
    private final Faults faults;

    MessagesController(SandboxSettings settings, SendChecks checks, Deliveries deliveries, MessageStore store,
            Faults faults) {
        this.account = settings.twilio();
        this.checks = checks;
        this.deliveries = deliveries;
        this.store = store;
        this.faults = faults;
    }

    @PostMapping("/Messages.json")
    ResponseEntity<?> send(@RequestParam MultiValueMap<String, String> form) {
        SendRequest request = request(form);
        Optional<TwilioError> refusal = faults.nextRefusal();
        if (refusal.isPresent()) {
            return TwilioAnswers.of(refusal.get());
        }
        return switch (checks.check(request)) {
            case Verdict.Refused refused -> TwilioAnswers.of(refused.error());
            case Verdict.Fine fine -> accept(request, fine);
        };
    }

    @GetMapping("/Messages.json")
    ResponseEntity<?> list(@RequestParam MultiValueMap<String, String> query) {
        List<Message> found = store.all(MessageFilter.of(query));
        return ResponseEntity.ok(MessagePage.of(found, query, account.accountSid()));
    }

    @GetMapping("/Messages/{sid}.json")
    ResponseEntity<?> fetch(@PathVariable String sid, HttpServletRequest request) {
        return store.find(sid).<ResponseEntity<?>>map(
                message -> ResponseEntity.ok(MessageJson.of(message, account.accountSid()))).orElseGet(
                        () -> TwilioAnswers.of(TwilioError.notFound(request.getRequestURI())));
    }

    @DeleteMapping("/Messages/{sid}.json")
    ResponseEntity<?> delete(@PathVariable String sid, HttpServletRequest request) {
        return store.remove(sid)
                ? ResponseEntity.noContent().build()
                : TwilioAnswers.of(TwilioError.notFound(request.getRequestURI()));
    }

    @ExceptionHandler(IllegalArgumentException.class)
    ResponseEntity<Object> unreadable(IllegalArgumentException reason) {
        return TwilioAnswers.of(TwilioError.badRequest(20001, String.valueOf(reason.getMessage())));
    }

    private ResponseEntity<?> accept(SendRequest request, Verdict.Fine fine) {
        boolean hangs = faults.nextHangs();
        boolean errs = faults.nextErrs();
        Message message = deliveries.accept(request, fine);
        Pause.of(hangs ? FOREVER : faults.delayOf(fine.from().name()));
        return errs
                ? TwilioAnswers.of(TwilioError.ofCode(20500))
                : ResponseEntity.status(HttpStatus.CREATED).body(MessageJson.of(message, account.accountSid()));
    }

    private static SendRequest request(MultiValueMap<String, String> form) {
        List<String> media = form.getOrDefault("MediaUrl", List.of());
        return new SendRequest(form.getFirst("To"), form.getFirst("From"), blank(form.getFirst("MessagingServiceSid")),
                form.getFirst("Body"), media, blank(form.getFirst("ContentSid")), form.getFirst("ContentVariables"),
                blank(form.getFirst("StatusCallback")));
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
