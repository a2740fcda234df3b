package dev.loper.promise;

import dev.loper.message.Author;
import dev.loper.promise.PromiseKeeping.Place;
import dev.loper.promise.PromiseSentence.Language;
import dev.loper.reply.Reachability;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The customer's page of a promise: no sign-in, no script.
///
/// Looking changes nothing, because mail scanners and previews follow links too; only a form does. The page knows no session
/// and no cookie, so that another site's form gains nothing without the token.
@Controller
@RequestMapping("/p/{token}")
class PromisePageController {

    private static final int LONGEST = 2000;
    private static final int ONCE = 100;

    private final Promises promises;
    private final PromiseKeeping keeping;
    private final PromisePages pages;

    PromisePageController(Promises promises, PromiseKeeping keeping, PromisePages pages) {
        this.promises = promises;
        this.keeping = keeping;
        this.pages = pages;
    }

    private record Found(Promise promise, Place place) {}

    /// @param done what the customer has just done: `add`, `solved`, `way`
    @GetMapping
    ModelAndView page(@PathVariable String token, @RequestParam(required = false) @Nullable String done,
            @RequestHeader(value = "Accept-Language", defaultValue = "en") String language) {
        return find(token).map(found -> new ModelAndView("promise", Map.of("page", pages.of(found.promise(),
                found.place(), "/p/" + token, done)))).orElseGet(() -> gone(language));
    }

    /// @param once makes a form that is sent twice harmless
    @PostMapping("/add")
    ResponseEntity<Void> add(@PathVariable String token, @RequestParam String words, @RequestParam String once) {
        String said = words.strip();
        find(token).filter(found -> !said.isEmpty()).ifPresent(found -> keeping.add(found.promise(), found.place(),
                said.length() > LONGEST ? said.substring(0, LONGEST) : said,
                once.length() > ONCE ? once.substring(0, ONCE) : once));
        return back(token, "add");
    }

    @PostMapping("/solved")
    ResponseEntity<Void> solved(@PathVariable String token) {
        find(token).ifPresent(found -> keeping.release(found.promise(), "The customer says it is solved.",
                "page-solved-" + found.promise().id(), customer(found.place())));
        return back(token, "solved");
    }

    @PostMapping("/answer-on")
    ResponseEntity<Void> answerOn(@PathVariable String token, @RequestParam String way) {
        find(token).ifPresent(found -> way(found, way).ifPresent(chosen -> keeping.answerOn(found.promise(),
                found.place(), chosen, customer(found.place()))));
        return back(token, "way");
    }

    private Optional<Reachability.Way> way(Found found, String channel) {
        return pages.open(found.promise(), found.place()).stream().filter(
                way -> way.account().channel().wire().equals(channel)).findFirst();
    }

    private Optional<Found> find(String token) {
        return promises.linked(PromiseLinks.digest(token)).filter(
                promise -> promise.state() != PromiseState.WITHDRAWN).flatMap(
                        promise -> keeping.find(promise).map(place -> new Found(promise, place)));
    }

    private static ModelAndView gone(String language) {
        PageWords words = PageWords.in(Language.of(language));
        ModelAndView page = new ModelAndView("gone", Map.of("language", Language.of(language).tag(), "title",
                words.say("gone.title"), "text", words.say("gone.text")));
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }

    private static ResponseEntity<Void> back(String token, String done) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/p/" + java.net.URLEncoder.encode(token,
                java.nio.charset.StandardCharsets.UTF_8) + "?done=" + done)).cacheControl(
                        CacheControl.noStore()).build();
    }

    private static Author customer(Place place) {
        return new Author(Author.Kind.CUSTOMER, place.customer().id().value(), place.customer().name());
    }
}
