package dev.loper.sandbox.twilio;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.loper.sandbox.SandboxSettings;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The Media subresource: what a message carries, as JSON or as the file itself.
///
/// A file is answered with a redirect to the content network, which asks for no credentials, as Twilio does.
@RestController
class MediaController {

    private static final String MEDIA = "/2010-04-01/Accounts/{account}/Messages/{message}/Media";

    private final SandboxSettings.Twilio account;
    private final MessageStore messages;
    private final MediaStore media;

    MediaController(SandboxSettings settings, MessageStore messages, MediaStore media) {
        this.account = settings.twilio();
        this.messages = messages;
        this.media = media;
    }

    @GetMapping(MEDIA + ".json")
    ResponseEntity<?> list(@PathVariable String message, HttpServletRequest request) {
        return messages.find(message).<ResponseEntity<?>>map(
                found -> ResponseEntity.ok(page(found, request))).orElseGet(
                        () -> TwilioAnswers.of(TwilioError.notFound(request.getRequestURI())));
    }

    @GetMapping(MEDIA + "/{sid}.json")
    ResponseEntity<?> describe(@PathVariable String message, @PathVariable String sid, HttpServletRequest request) {
        return find(message, sid).<ResponseEntity<?>>map(item -> ResponseEntity.ok(
                MessageJson.media(messages.find(message).orElseThrow(), item, account.accountSid()))).orElseGet(
                        () -> TwilioAnswers.of(TwilioError.notFound(request.getRequestURI())));
    }

    @GetMapping(MEDIA + "/{sid}")
    ResponseEntity<?> file(@PathVariable String message, @PathVariable String sid, HttpServletRequest request) {
        return find(message, sid).isPresent()
                ? ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT).location(URI.create("/cdn/" + sid)).build()
                : TwilioAnswers.of(TwilioError.notFound(request.getRequestURI()));
    }

    /// The content network: no credentials, only an address nobody can guess.
    @GetMapping("/cdn/{sid}")
    ResponseEntity<?> content(@PathVariable String sid, HttpServletRequest request) {
        return media.read(sid).<ResponseEntity<?>>map(
                file -> ResponseEntity.ok().contentType(MediaType.parseMediaType(file.contentType())).header(
                        HttpHeaders.CONTENT_DISPOSITION, "attachment").body(file.content())).orElseGet(
                                () -> TwilioAnswers.of(TwilioError.notFound(request.getRequestURI())));
    }

    private Optional<MediaItem> find(String message, String sid) {
        return messages.find(message).flatMap(
                found -> found.media().stream().filter(item -> item.sid().equals(sid)).findFirst());
    }

    private Map<String, @Nullable Object> page(Message message, HttpServletRequest request) {
        Map<String, @Nullable Object> page = new LinkedHashMap<>();
        page.put("first_page_uri", request.getRequestURI() + "?PageSize=50&Page=0");
        page.put("next_page_uri", null);
        page.put("previous_page_uri", null);
        page.put("uri", request.getRequestURI() + "?PageSize=50&Page=0");
        page.put("page", 0);
        page.put("page_size", 50);
        page.put("start", 0);
        page.put("end", Math.max(0, message.media().size() - 1));
        page.put("media_list",
                message.media().stream().map(item -> MessageJson.media(message, item, account.accountSid())).toList());
        return page;
    }
}
