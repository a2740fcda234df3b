package dev.loper.sandbox.twilio;

import dev.loper.sandbox.SandboxSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The Calls resource of the provider's API, as far as it rings a phone.
///
/// Source: https://www.twilio.com/docs/voice/api/call-resource
@RestController
@RequestMapping("/2010-04-01/Accounts/{account}")
class CallsController {

    private static final int RINGS = 60;

    private final SandboxSettings.Twilio account;
    private final CallNetwork network;
    private final Faults faults;

    CallsController(SandboxSettings settings, CallNetwork network, Faults faults) {
        this.account = settings.twilio();
        this.network = network;
        this.faults = faults;
    }

    @PostMapping("/Calls.json")
    ResponseEntity<?> place(@RequestParam("To") Optional<String> to, @RequestParam("From") Optional<String> from,
            @RequestParam("Url") Optional<String> url,
            @RequestParam("StatusCallback") @Nullable String statusCallback,
            @RequestParam("Timeout") Optional<Integer> timeout) {
        Optional<TwilioError> refusal = faults.nextRefusal().or(() -> refusal(to.orElse(""), from.orElse(""),
                url.orElse("")));
        if (refusal.isPresent()) {
            return TwilioAnswers.of(refusal.get());
        }
        SandboxSettings.Number line = account.numberAt(from.orElseThrow()).orElseThrow();
        PhoneCall call = network.place(to.orElseThrow(), line,
                new CallNetwork.Order(url.orElseThrow(), statusCallback, timeout.orElse(RINGS)));
        return ResponseEntity.status(HttpStatus.CREATED).body(json(call));
    }

    private Optional<TwilioError> refusal(String to, String from, String url) {
        if (to.isEmpty()) {
            return Optional.of(TwilioError.badRequest(21201, "No 'To' number is specified"));
        }
        if (!TextNetwork.isNumber(to)) {
            return Optional.of(TwilioError.badRequest(21211, "Invalid 'To' Phone Number: " + to));
        }
        if (account.numberAt(from).filter(number -> !number.messaging() && !number.whatsapp()).isEmpty()) {
            return Optional.of(TwilioError.badRequest(21210, "Source phone number provided, " + from
                    + ", is not yet verified for your account"));
        }
        return url.startsWith("http")
                ? Optional.empty()
                : Optional.of(TwilioError.badRequest(21205, "Url is not a valid URL: " + url));
    }

    private Map<String, @Nullable Object> json(PhoneCall call) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("sid", call.sid());
        json.put("account_sid", account.accountSid());
        json.put("api_version", "2010-04-01");
        json.put("direction", "outbound-api");
        json.put("from", call.to().address());
        json.put("to", call.from());
        json.put("status", "queued");
        json.put("date_created", null);
        json.put("duration", null);
        json.put("price_unit", "USD");
        json.put("uri", "/2010-04-01/Accounts/" + account.accountSid() + "/Calls/" + call.sid() + ".json");
        return json;
    }
}
