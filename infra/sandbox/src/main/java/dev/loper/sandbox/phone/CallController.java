package dev.loper.sandbox.phone;

import dev.loper.sandbox.SandboxSettings;
import dev.loper.sandbox.twilio.CallNetwork;
import dev.loper.sandbox.twilio.PhoneCall;
import dev.loper.sandbox.twilio.TextNetwork;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// Everybody's calls: dial, hear, press, speak, hang up; and the colleague's phone that rings in the middle of it.
@RestController
@RequestMapping("/api/phones/{phone}/calls")
class CallController {

    private final CallNetwork network;
    private final SandboxSettings settings;

    CallController(CallNetwork network, SandboxSettings settings) {
        this.network = network;
        this.settings = settings;
    }

    /// `to` is a number of the product; none dials its first one for calls.
    record Dialled(@Nullable String to) {}

    record Pressed(String digits) {}

    record Spoken(int seconds) {}

    @GetMapping
    Map<String, List<PhoneCall.Look>> calls(@PathVariable String phone) {
        return Map.of("items", network.of(phone).stream().map(PhoneCall::look).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    PhoneCall.Look dial(@PathVariable String phone, @RequestBody Dialled dialled) {
        if (!TextNetwork.isNumber(phone)) {
            throw unusable("A phone number looks like +31612345601: a plus, the country, no spaces.");
        }
        SandboxSettings.Number to = settings.twilio().numbers().stream().filter(
                number -> !number.messaging() && !number.whatsapp()).filter(
                        number -> dialled.to() == null
                                || number.address().equals(dialled.to())).findFirst().orElseThrow(
                                        () -> unusable("Nobody answers calls at " + dialled.to() + " here."));
        return network.dial(phone, to).look();
    }

    @PostMapping("/{sid}/digits")
    PhoneCall.Look press(@PathVariable String phone, @PathVariable String sid, @RequestBody Pressed pressed) {
        if (!pressed.digits().matches("[0-9*#]{1,20}")) {
            throw unusable("A keypad has 0 to 9, * and #.");
        }
        PhoneCall call = find(phone, sid);
        call.press(pressed.digits());
        return call.look();
    }

    @PostMapping("/{sid}/message")
    PhoneCall.Look speak(@PathVariable String phone, @PathVariable String sid, @RequestBody Spoken spoken) {
        PhoneCall call = find(phone, sid);
        call.speak(Math.max(1, spoken.seconds()));
        return call.look();
    }

    @PostMapping("/{sid}/hang-up")
    PhoneCall.Look hangUp(@PathVariable String phone, @PathVariable String sid) {
        PhoneCall call = find(phone, sid);
        call.hangUp();
        return call.look();
    }

    /// Whoever is rung picks up.
    @PostMapping("/{sid}/pick-up")
    PhoneCall.Look pickUp(@PathVariable String phone, @PathVariable String sid) {
        PhoneCall call = find(phone, sid);
        call.pickUp(true);
        return call.look();
    }

    /// Whoever is rung lets it ring in vain.
    @PostMapping("/{sid}/ignore")
    PhoneCall.Look ignore(@PathVariable String phone, @PathVariable String sid) {
        PhoneCall call = find(phone, sid);
        call.pickUp(false);
        return call.look();
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear(@PathVariable String phone) {
        network.of(phone).forEach(PhoneCall::hangUp);
    }

    private PhoneCall find(String phone, String sid) {
        return network.of(phone).stream().filter(call -> call.sid().equals(sid)).findFirst().orElseThrow(
                () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "This phone has no such call."));
    }

    private static ResponseStatusException unusable(String reason) {
        return new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, reason);
    }
}
