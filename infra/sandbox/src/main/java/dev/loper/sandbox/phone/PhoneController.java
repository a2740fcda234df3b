package dev.loper.sandbox.phone;

import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import dev.loper.sandbox.twilio.CallNetwork;
import dev.loper.sandbox.twilio.Message;
import dev.loper.sandbox.twilio.TextNetwork;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// Everybody's phone: type as a number, see what it received, look at a thread.
@RestController
@RequestMapping("/api/phones")
class PhoneController {

    private final TextNetwork network;
    private final CallNetwork calls;
    private final Accounts accounts;

    PhoneController(TextNetwork network, CallNetwork calls, Accounts accounts) {
        this.network = network;
        this.calls = calls;
        this.accounts = accounts;
    }

    @GetMapping
    Map<String, List<String>> phones() {
        return Map.of("items", network.phones());
    }

    /// With `wait` the answer comes only when the product has answered the webhook, and says how.
    @PostMapping("/{phone}/messages")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> send(@PathVariable String phone, @RequestBody Outgoing message,
            @RequestParam(defaultValue = "false") String wait) throws InterruptedException {
        List<Outgoing.Picture> media = message.media() == null ? List.of() : message.media();
        String text = message.text() == null ? "" : message.text();
        if (text.isEmpty() && media.isEmpty()) {
            throw unusable("A message needs words or a picture.");
        }
        TextNetwork.Typed typed = new TextNetwork.Typed(text, media.stream().map(PhoneController::file).toList(),
                message.replyTo(), message.profileName() == null ? accounts.nameOf(phone) : message.profileName());
        TextNetwork.Gone gone = network.send(number(phone), accounts.find(message.channel(), message.account()), typed);
        return answer(gone, phone, Boolean.parseBoolean(wait));
    }

    /// The same webhook again, as when the provider never saw the product's answer.
    @PostMapping("/{phone}/messages/{sid}/repeat")
    Map<String, @Nullable Object> repeat(@PathVariable String phone, @PathVariable String sid)
            throws InterruptedException {
        Message message = find(phone, sid);
        return answer(network.repeat(accounts.at(message.business()), message), phone, true);
    }

    /// Oldest first.
    @GetMapping("/{phone}/messages")
    Map<String, Object> messages(@PathVariable String phone, @RequestParam(required = false) @Nullable String channel) {
        String number = number(phone);
        List<TextView> items = network.messagesOf(number).stream().map(message -> view(message, number)).filter(
                view -> channel == null || view.channel().equals(channel)).toList();
        Map<String, Instant> windows = new LinkedHashMap<>();
        accounts.whatsapp().forEach(
                account -> network.windowEnd(number, account).ifPresent(end -> windows.put(account.name(), end)));
        return Map.of("items", items, "whatsappWindows", windows);
    }

    /// The owner looks at their WhatsApp: what was delivered there is read.
    @PostMapping("/{phone}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable String phone) {
        accounts.whatsapp().forEach(account -> network.read(number(phone), account));
    }

    /// As if the owner had just written: for customers whose first words the product brought along.
    @PostMapping("/{phone}/whatsapp-window/open")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void openWindow(@PathVariable String phone) {
        accounts.whatsapp().forEach(account -> network.openWindow(number(phone), account));
    }

    /// As if 24 hours had gone by since the owner last wrote.
    @PostMapping("/{phone}/whatsapp-window/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void closeWindow(@PathVariable String phone) {
        accounts.whatsapp().forEach(account -> network.closeWindow(number(phone), account));
    }

    @GetMapping("/{phone}/messages/{sid}/media/{media}")
    ResponseEntity<byte[]> media(@PathVariable String phone, @PathVariable String sid, @PathVariable String media) {
        String type = find(phone, sid).media().stream().filter(
                item -> item.sid().equals(media)).findFirst().orElseThrow(
                        () -> missing("This message carries no such file.")).contentType();
        byte[] bytes = network.media(media).orElseThrow(() -> missing("This file was forgotten."));
        boolean picture = type.startsWith("image/") && !type.contains("svg");
        return ResponseEntity.ok().contentType(picture
                ? MediaType.parseMediaType(type)
                : MediaType.APPLICATION_OCTET_STREAM).body(bytes);
    }

    @DeleteMapping("/{phone}/messages")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear(@PathVariable String phone) {
        network.clear(number(phone));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clearAll() {
        network.clear();
        calls.clear();
    }

    private static Map<String, @Nullable Object> answer(TextNetwork.Gone gone, String phone, boolean wait)
            throws InterruptedException {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("sid", gone.message().sid());
        answer.put("message", TextView.of(gone.message(), phone, null));
        answer.put("webhook", wait ? ended(gone) : null);
        return answer;
    }

    private static TextView.Arrival ended(TextNetwork.Gone gone) throws InterruptedException {
        try {
            return TextView.Arrival.of(gone.webhook().get());
        } catch (ExecutionException e) {
            throw new IllegalStateException("The webhook could not be posted", e);
        }
    }

    private TextView view(Message message, String phone) {
        return TextView.of(message, phone, network.arrival(message.sid()).orElse(null));
    }

    private Message find(String phone, String sid) {
        String number = number(phone);
        return network.find(sid).filter(message -> TextNetwork.bare(message.customer()).equals(number)).orElseThrow(
                () -> missing("This phone has no such message."));
    }

    private static TextNetwork.File file(Outgoing.Picture picture) {
        try {
            MediaType type = MediaType.parseMediaType(picture.type());
            return new TextNetwork.File(Base64.getDecoder().decode(picture.base64()), type.toString());
        } catch (InvalidMediaTypeException e) {
            throw unusable("A picture's type looks like image/png.");
        } catch (IllegalArgumentException e) {
            throw unusable("A picture's bytes must be Base64.");
        }
    }

    private static String number(String phone) {
        if (!TextNetwork.isNumber(phone)) {
            throw unusable("A phone number looks like +31612345601: a plus, the country, no spaces.");
        }
        return phone;
    }

    private static ResponseStatusException unusable(String reason) {
        return new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, reason);
    }

    private static ResponseStatusException missing(String reason) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, reason);
    }
}
